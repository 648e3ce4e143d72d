// Takes the pictures of docs/screenshots: bundles what takes them (Node 20 runs no TypeScript) and runs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import built from '../../built.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
// Made first: a service that is started before hands out a page that says they are being made.
await built();
// In the checkout, so that the packages are found.
const folder = mkdtempSync(join(root, 'node_modules', '.screenshots-'));
const bundle = join(folder, 'take.mjs');
try {
  await build({
    entryPoints: [join(here, 'take.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const { takePictures } = await import(pathToFileURL(bundle).href);
  await takePictures(root, process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
