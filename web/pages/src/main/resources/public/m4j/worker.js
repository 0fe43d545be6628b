// The page's worker: the program of the page once more. Its directory and its target are in the address, see loader.js.
const asked = new URL(import.meta.url).searchParams;
const bundle = asked.get('v');
const target = asked.get('target') === 'wasm' ? 'wasm' : 'js';

async function start() {
  if (!/^programs\/\w+$/.test(bundle)) throw new Error('no directory of programs: ' + bundle);
  const base = new URL(bundle + '/', import.meta.url);
  globalThis.MULTISYNQ = { target, sessions: () => [] };
  const program = target === 'js'
    ? await import(new URL('app.js', base))
    : await import(new URL('app.wasm-runtime.js', base))
      .then(runtime => runtime.load(new URL('app.wasm', base).href))
      .then(wasm => wasm.exports);
  program.main([]);
}

start().catch(error => postMessage({ topic: 'FAILED', header: String(error && error.message || error), body: new Int8Array(0) }));
