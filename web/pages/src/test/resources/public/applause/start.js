// Wasm GC where the browser has it, else JavaScript.
const program = await import('./app.wasm-runtime.js')
  .then(runtime => runtime.load(new URL('app.wasm', import.meta.url).href))
  .then(wasm => wasm.exports)
  .catch(() => import('./app.js'));
program.main([]);
