// Makes the compiled programs smaller, in place: node optimize.mjs <directory of the programs> <cache directory> [true: do nothing]
// Exits with 0 when they are optimised, with 3 when the tools cannot be had; the programs then stay as they are, and work.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const [programs, cache] = process.argv.slice(2, 4).map(path => resolve(path));
if (process.argv[4] === 'true') process.exit(0);
const tools = join(cache, 'tools');
const TOOLS_MISSING = 3;
const DOWNLOAD_LIMIT_MS = 120_000;
const OPTIMIZE_LIMIT_MS = 600_000;

// What browsers have that have garbage-collected types; wasm-opt uses each feature it may, also those that no browser has yet.
const WASM_FEATURES = [
  'mutable-globals', 'sign-ext', 'nontrapping-float-to-int', 'bulk-memory', 'bulk-memory-opt', 'reference-types', 'multivalue',
  'exception-handling', 'gc', 'extended-const',
];
// Never --closed-world: it takes functions that only JavaScript calls, such as listeners, for unused and empties them.
const WASM_OPTIONS = ['--mvp-features', ...WASM_FEATURES.map(name => `--enable-${name}`), '-Oz'];
// Properties keep their names: TeaVM's runtime relies on some.
const JS_OPTIONS = {
  module: true,
  ecma: 2020,
  // unsafe_math and its like stay off: they change results.
  compress: { passes: 2, unsafe: false, unsafe_math: false },
  mangle: true,
  format: { comments: false },
};

/** Exactly the versions and contents that package-lock.json names; no script of a package runs. */
function getTools() {
  const wanted = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const stamp = join(tools, 'installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(tools, { recursive: true, force: true });
  mkdirSync(tools, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(tools, file));
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', '--fetch-retries=1'];
  const run = spawnSync('npm', options, { cwd: tools, encoding: 'utf8', timeout: DOWNLOAD_LIMIT_MS, shell: process.platform === 'win32' });
  if (run.status !== 0) {
    throw new Error(run.error?.code === 'ENOENT' ? 'npm is not installed' : (run.stderr || String(run.error ?? run.signal)).trim());
  }
  writeFileSync(stamp, wanted);
}

/** Writes what `make` makes of the files over them; a result for the same files, tools and options is taken from the cache. */
async function replace(names, make) {
  const hash = createHash('sha256');
  const recipe = [fileURLToPath(import.meta.url), join(here, 'package-lock.json')];
  for (const file of [...recipe, ...names.map(name => join(programs, name))]) {
    const bytes = readFileSync(file);
    hash.update(`${bytes.length} `).update(bytes);
  }
  const results = join(cache, hash.digest('hex'));
  if (!existsSync(join(results, 'done'))) {
    mkdirSync(results, { recursive: true });
    await make(name => join(programs, name), name => join(results, name));
    writeFileSync(join(results, 'done'), '');
  }
  const before = readFileSync(join(programs, names[0]));
  for (const name of names) copyFileSync(join(results, name), join(programs, name));
  const after = readFileSync(join(programs, names[0]));
  const packed = bytes => Math.round(gzipSync(bytes, { level: 9 }).length / 1000);
  console.log(`${names[0]}: ${packed(before)} kB gzip, optimised ${packed(after)} kB (raw ${before.length} and ${after.length} bytes)`);
}

function wasm(from, to) {
  const command = [
    join(tools, 'node_modules/binaryen/bin/wasm-opt'), from('app.wasm'), '-o', to('app.wasm'), ...WASM_OPTIONS,
    '--input-source-map', from('app.wasm.map'), '--output-source-map', to('app.wasm.map'), '--output-source-map-url', 'app.wasm.map',
  ];
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: OPTIMIZE_LIMIT_MS });
  if (run.status !== 0) throw new Error(`wasm-opt failed on ${from('app.wasm')}: ${run.stderr || run.error || run.signal}`);
  if (!WebAssembly.validate(readFileSync(to('app.wasm'))) && hasWasmGc()) throw new Error('wasm-opt made an invalid program');
}

/** Node 22 validates programs with garbage-collected types, Node 20 and older do not. */
function hasWasmGc() {
  return WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 3, 1, 95, 0]));
}

async function js(from, to) {
  const { minify } = await import(pathToFileURL(join(tools, 'node_modules/terser/main.js')));
  const map = { content: readFileSync(from('app.js.map'), 'utf8'), url: 'app.js.map' };
  const result = await minify(readFileSync(from('app.js'), 'utf8'), { ...JS_OPTIONS, sourceMap: map });
  writeFileSync(to('app.js'), result.code);
  writeFileSync(to('app.js.map'), result.map);
}

try {
  getTools();
} catch (error) {
  console.log(`The programs stay unoptimised, larger than they could be: ${error.message}`);
  process.exit(TOOLS_MISSING);
}
await replace(['app.wasm', 'app.wasm.map'], wasm);
await replace(['app.js', 'app.js.map'], js);
