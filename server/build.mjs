// Bundles the server into dist/main.js, what its threads run into dist/worker.js, dist/solver-thread.js and dist/writer.js, and what these share or
// load later into chunks beside them: our own sources and JSON schemas inlined, packages left to node_modules.
// The bundle is written beside its final place and renamed, so that a start never meets half a file and two builds at once
// do no harm. It carries the time of the newest source it was made from, which is how `isStale` knows.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const bundles = ['main.js', 'worker.js', 'solver-thread.js', 'writer.js'].map((name) => join(dist, name));
const sources = ['server', 'schemas', 'package.json'];

/** The time of the newest source, folders included: a file taken away changes its folder. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

const newestSource = () => Math.max(...sources.map((name) => newest(join(root, name))));

/** Whether a bundle is missing or older than a source. */
export function isStale() {
  const made = Math.floor(newestSource());
  return bundles.some((bundle) => !existsSync(bundle) || Math.floor(statSync(bundle).mtimeMs) < made);
}

/** Builds the bundles and their source maps. Fails with esbuild's message where a source does not compile. */
export async function build() {
  const [{ build: esbuild }, { precompiledSchemas }] = await Promise.all([
    import('esbuild'),
    import('../schemas/precompiled.mjs'),
  ]);
  // Taken before reading: a source changed meanwhile makes the bundle stale again.
  const madeFrom = newestSource() / 1000;
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: ['server/main.ts', 'server/worker.ts', 'server/solver-thread.ts', 'server/writer.ts'],
    outdir: dist,
    write: false,
    bundle: true,
    // What is imported on the way, and what bundles share, stands in files of its own.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [precompiledSchemas(root)],
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
  });
  mkdirSync(dist, { recursive: true });
  buildReference();
  // The bundles last: one that is new enough has all that belongs to it.
  const isBundle = ({ path }) => bundles.includes(path);
  for (const { path, contents } of outputFiles.toSorted((a, b) => isBundle(a) - isBundle(b))) {
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, contents);
    utimesSync(temporary, madeFrom, madeFrom);
    renameSync(temporary, path);
  }
  removeChunksBut(outputFiles.map(({ path }) => basename(path)));
}

/** Takes away the parts of earlier bundles. */
function removeChunksBut(present) {
  for (const name of readdirSync(dist)) {
    if (/^chunk-\w+\.js(\.map)?$/.test(name) && !present.includes(name)) rmSync(join(dist, name), { force: true });
  }
}

/**
 * The reference page: our page with the two files of swagger-ui that it needs. They are copied here, so that the finished
 * package has them without depending on swagger-ui-dist, which reports its installations to others.
 */
function buildReference() {
  const folder = join(root, 'dist', 'reference');
  mkdirSync(folder, { recursive: true });
  const own = ['index.html', 'reference.css', 'reference.js'].map((name) => join(root, 'server/http/reference', name));
  const kit = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const theirs = ['swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE', 'NOTICE'].map((name) => join(kit, name));
  for (const file of [...own, ...theirs]) copyFileSync(file, join(folder, basename(file)));
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) await build();
