// Bundles the benchmark (Node 20 runs no TypeScript) and runs it in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { build as buildServer, isStale } from '../server/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
// Its threads and the processes that it starts run what is built.
if (isStale()) await buildServer();
// In the checkout, so that what is not bundled is found.
const folder = mkdtempSync(join(here, '../node_modules/.bench-'));
const bundle = join(folder, 'bench.mjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // It finds its own files beside it.
  external: ['playwright-core'],
  logLevel: 'warning',
  // Bundled CommonJS asks for Node's own modules by require.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const env = { ...process.env, BENCH_ROOT: dirname(here) };
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit', env });
rmSync(folder, { recursive: true });
process.exit(status ?? 1);
