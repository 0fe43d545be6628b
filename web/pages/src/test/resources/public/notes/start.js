// The page's worker runs this file, too: there the keys of a typed password are derived, so that the page does not freeze.
globalThis.MULTISYNQ = { target: 'js', worker: import.meta.url, sessions: () => [] };
import('./app.js').then(program => program.main([]));
