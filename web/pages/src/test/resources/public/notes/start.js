globalThis.MULTISYNQ = { target: 'js', sessions: () => [] };
import('./app.js').then(program => program.main([]));
