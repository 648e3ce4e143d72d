import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pagesAreStale } from '../editor/build.mjs';
import { build, isStale } from '../server/build.mjs';

const pagesBuild = fileURLToPath(new URL('../editor/build.mjs', import.meta.url));

/** Before any test: bundle and pages are made once, where they are older than their sources, for all that start the command or its threads. */
export default async function built() {
  if (isStale()) await build();
  if (pagesAreStale()) execFileSync(process.execPath, [pagesBuild], { stdio: 'inherit' });
}
