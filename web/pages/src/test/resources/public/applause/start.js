// Wasm GC where the browser has it, else JavaScript. The program cannot know which of the two it is, so it is told.
// The page's worker runs this file, too, and then main does other things: see "worker" in the tutorial.
globalThis.MULTISYNQ = { target: 'wasm', worker: import.meta.url, sessions: () => [] };
const program = await import('./app.wasm-runtime.js')
  .then(runtime => runtime.load(new URL('app.wasm', import.meta.url).href))
  .then(wasm => wasm.exports)
  .catch(() => {
    MULTISYNQ.target = 'js';
    return import('./app.js');
  });
program.main([]);
