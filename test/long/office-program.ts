import { openEmbedded } from '../../server/store/embedded-store.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../server/store/file-system.ts';
import { seed } from '../../server/store/seed.ts';
import { settleEverybody } from '../http/drafts/counter.ts';
import { startService } from '../http/service.ts';
import { openedRules } from '../opened-rules.ts';

/** What a test tells the program, at any time. */
export interface Told {
  /** The clock is moved by so many milliseconds. */
  readonly moveClock?: number;
  /** The n-th flush from now on, and all after it, fails as a broken disk's does. */
  readonly failFlush?: number;
  /** From now on renames are done only after a while: what was acknowledged is not yet there. */
  readonly late?: true;
}

/** A service over a data folder of its own, in the year of the policy: the address is told once it listens. */
const [folder = '', rules = ''] = process.argv.slice(2);
const START = Date.parse('2019-05-01T00:00:00Z');
const LATE_MILLISECONDS = 400;
const begun = Date.now();
let moved = 0;
let flushes = Number.POSITIVE_INFINITY;
let isLate = false;

function failing<File extends OpenFile>(file: File): File {
  const flush = async () => {
    flushes -= 1;
    if (flushes <= 0) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    await file.flush();
  };
  return { ...file, flush };
}

const fs: FileSystem = {
  ...nodeFileSystem,
  create: async (path) => failing(await nodeFileSystem.create(path)),
  openToAppend: async (path) => failing(await nodeFileSystem.openToAppend(path)),
  rename: async (from, to) => {
    if (!isLate) await nodeFileSystem.rename(from, to);
    else setTimeout(() => void nodeFileSystem.rename(from, to).catch(() => undefined), LATE_MILLISECONDS);
  },
};

process.on('message', ({ moveClock = 0, failFlush, late }: Told) => {
  moved += moveClock;
  isLate ||= late === true;
  if (failFlush !== undefined) flushes = failFlush;
});
const store = await openEmbedded(folder, { fs });
const isNew = store.records().length === 0;
if (isNew) await seed(store, await openedRules(rules, false), { by: 'dixian', at: '2019-01-01T00:00:00Z' });
const { address } = await startService({
  store,
  rules: store,
  now: () => new Date(START + moved + Date.now() - begun),
  prepare: async (people) => {
    if (isNew) await settleEverybody(people);
  },
});
process.send?.({ address });
