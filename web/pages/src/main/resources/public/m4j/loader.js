// Starts an application of this page: Wasm GC where the browser has it, else JavaScript.
// Use: <script type="module" src="../m4j/loader.js" data-app="chat"></script>; target=js or target=wasm in query or fragment forces one.
const bundle = '@bundle@'; // the build writes the directory of the compiled programs here, named after a hash of their content
const app = document.querySelector('script[data-app]').dataset.app;

// The smallest module with a Wasm GC type: (module (type (struct))).
const gcModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 95, 0]);
const hasWasmGc = () =>
  typeof WebAssembly === 'object' && typeof WebAssembly.Tag === 'function' && WebAssembly.validate(gcModule);

const options = new URLSearchParams(location.search.slice(1) + '&' + location.hash.slice(1));
const asked = options.getAll('target').pop();
const target = asked === 'js' || asked === 'wasm' ? asked : hasWasmGc() ? 'wasm' : 'js';

// Time, not bytes: the runtime streams the download into the compiler, and reading it here first would be slower than the bar is nice.
const bar = document.createElement('div');
bar.id = 'm4j-loading';
bar.setAttribute('role', 'progressbar');
bar.setAttribute('aria-label', 'Loading');
bar.style.cssText = 'position:fixed;top:0;left:0;height:3px;width:100%;background:#3257d6;z-index:2147483647;transform-origin:left';
document.body.append(bar);
const growing = bar.animate({ transform: ['scaleX(.05)', 'scaleX(.95)'] }, { duration: 8000, easing: 'cubic-bezier(0,.7,.3,1)', fill: 'forwards' });

// The program comes while its runtime, which will ask for it, is still on its way; so asked that the browser takes it for the same request.
function ahead(href) {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href }));
}

async function start() {
  if (bundle.startsWith('@')) throw new Error('The programs of this page were not built; run the build with its tests or without -Dteavm.skip.');
  const base = new URL(bundle + '/', import.meta.url);
  // The worker must run the very program of this page, also when the server has a newer one by then; "v" says that the answer may be kept.
  const worker = new URL(`worker.js?v=${bundle}&target=${target}`, import.meta.url).href;
  globalThis.MULTISYNQ = { target, worker, sessions: () => [] };
  if (target === 'wasm') ahead(new URL('app.wasm', base).href);
  const programs = {
    js: () => import(new URL('app.js', base)).then(program => program.main),
    wasm: () => import(new URL('app.wasm-runtime.js', base))
      .then(runtime => runtime.load(new URL('app.wasm', base).href))
      .then(program => program.exports.main),
  };
  const main = await programs[target]();
  main([app]);
}

function failed(error) {
  console.error('[Multisynq] This page could not start:', error);
  const box = document.createElement('div');
  box.id = 'm4j-load-error';
  box.setAttribute('role', 'alert');
  box.style.cssText = 'position:fixed;inset:16px 16px auto;margin:auto;max-width:520px;padding:16px 18px;border-radius:14px;z-index:2147483647;'
    + 'font:15px/1.5 system-ui,sans-serif;color:#3b0d0d;background:#fff5f4;border:1px solid #f1b4ae;box-shadow:0 12px 40px #0004';
  const title = document.createElement('b');
  title.textContent = 'This page could not start';
  const text = document.createElement('p');
  text.style.cssText = 'margin:6px 0 12px;overflow-wrap:anywhere';
  text.textContent = (navigator.onLine === false ? 'This device is offline. ' : '') + String(error && error.message || error);
  const retry = document.createElement('button');
  retry.textContent = 'Try again';
  retry.style.cssText = 'font:inherit;padding:7px 16px;border:0;border-radius:9px;background:#b3261e;color:#fff;cursor:pointer';
  retry.onclick = () => location.reload();
  box.append(title, text, retry);
  document.body.append(box);
}

start().catch(failed).finally(() => {
  growing.cancel();
  bar.remove();
});
