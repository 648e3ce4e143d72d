// Bundles the server into dist/main.js: our own sources and JSON schemas inlined, packages left to node_modules.
// The bundle is written beside its final place and renamed, so that a start never meets half a file and two builds at once
// do no harm. It carries the time of the newest source it was made from, which is how `isStale` knows.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bundle = join(root, 'dist', 'main.js');
const sources = ['server', 'schemas', 'package.json'];

/** The time of the newest source, folders included: a file taken away changes its folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

const newestSource = () => Math.max(...sources.map((name) => newest(join(root, name))));

/** Whether dist/main.js is missing or older than a source. */
export function isStale() {
  return !existsSync(bundle) || Math.floor(statSync(bundle).mtimeMs) < Math.floor(newestSource());
}

/** Builds dist/main.js and its source map. Fails with esbuild's message where a source does not compile. */
export async function build() {
  const { build: esbuild } = await import('esbuild');
  // Taken before reading: a source changed meanwhile makes the bundle stale again.
  const madeFrom = newestSource() / 1000;
  const temporary = join(root, 'dist', `.building-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  try {
    await esbuild({
      absWorkingDir: root,
      entryPoints: { main: 'server/main.ts' },
      outdir: temporary,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      loader: { '.json': 'json' },
      logLevel: 'silent',
    });
    utimesSync(join(temporary, 'main.js'), madeFrom, madeFrom);
    renameSync(join(temporary, 'main.js.map'), `${bundle}.map`);
    renameSync(join(temporary, 'main.js'), bundle);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) await build();
