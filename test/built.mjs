import { build, isStale } from '../server/build.mjs';

/** Before any test: the bundle is made once, where it is older than its sources, for all that start the command or its threads. */
export default async function built() {
  if (isStale()) await build();
}
