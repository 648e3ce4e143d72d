import { buildPages, pagesAreStale } from '../editor/build.mjs';
import { build, isStale } from '../server/build.mjs';

/** Before any test: bundle and pages are made once, where they are older than their sources, for all that start the command or its threads. */
export default async function built() {
  if (isStale()) await build();
  if (pagesAreStale()) await buildPages();
}
