// Wasm GC where the browser has it, else JavaScript. The program cannot know which of the two it is, so it is told.
globalThis.MULTISYNQ = { target: 'wasm', sessions: () => [] };
const program = await import('./app.wasm-runtime.js')
  .then(runtime => runtime.load(new URL('app.wasm', import.meta.url).href))
  .then(wasm => wasm.exports)
  .catch(() => {
    MULTISYNQ.target = 'js';
    return import('./app.js');
  });
program.main([]);
