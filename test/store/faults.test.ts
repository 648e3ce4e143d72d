import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { FileSystem } from '../../server/store/file-system.ts';
import { type Fault, Gone, MemoryDisk } from './memory-disk.ts';
import { publish, publishAll } from './publishing.ts';
import { cityText, countyText, jurisdictionsText, publication, typicalClaimsText } from './texts.ts';

const open = (disk: MemoryDisk) => openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });

const OLD = cityText(1);
const CLAIMS = typicalClaimsText(4);
const NEW = [publication(cityText(2), '1.1.0'), publication(countyText(3), '1.0.0')];

const faults: readonly Fault[] = [
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
  { kind: 'error', code: 'EROFS' },
  { kind: 'kill' },
  { kind: 'powerCut' },
];

/** A disk with one publication, and a store open on it. */
async function prepared(disk = new MemoryDisk()) {
  const store = await open(disk);
  await publish(store, publication(OLD, '1.0.0'));
  return { disk, store };
}

/** What the machine holds after a restart: 1 publication before, 3 after; anything else is a mixture. */
async function afterRestart(disk: MemoryDisk): Promise<number> {
  disk.restart();
  const store = await open(disk);
  await store.scrubbed;
  expect(store.damaged).toEqual([]);
  const texts = await Promise.all(store.records().map((record) => store.text(record)));
  const count = texts.length;
  expect(texts).toEqual([OLD, ...NEW.map(({ text }) => text)].slice(0, count));
  expect(await store.jurisdictions()).toEqual(count === 1 ? [] : [jurisdictionsText]);
  expect(await store.typicalClaims()).toEqual(count === 1 ? [] : [CLAIMS]);
  expect(disk.files().filter((file) => file.endsWith('.tmp'))).toEqual([]);
  // Whatever happened, the store is of use again.
  await publish(store, publication(cityText(7), '7.0.0'));
  expect(store.records()).toHaveLength(count + 1);
  await store.close();
  return count;
}

describe.each(faults)('INVARIANT (old or new): the k-th file operation of a publication meets $kind $code', (fault) => {
  it('leaves the old or the new, never a mixture, and what was acknowledged is there', async () => {
    let k = 0;
    for (let untouched = false; !untouched; ) {
      k += 1;
      const { disk, store } = await prepared();
      disk.failAt(k, fault);
      const before = disk.operations;
      const outcome = await publishAll(store, NEW, [jurisdictionsText], [CLAIMS]).then(
        () => 'acknowledged' as const,
        (cause: unknown) => cause,
      );
      untouched = disk.operations < before + k;
      // Readers never see what was not acknowledged.
      expect(store.records()).toHaveLength(outcome === 'acknowledged' ? 3 : 1);
      if (outcome !== 'acknowledged' && fault.kind === 'error') expect(outcome).toBeInstanceOf(Refusal);
      if (fault.kind === 'error') disk.cutPower();
      const found = await afterRestart(disk);
      expect([1, 3]).toContain(found);
      if (outcome === 'acknowledged') expect(found).toBe(3);
    }
    expect(k).toBeGreaterThan(20);
  });
});

describe('INVARIANT (flush): a store whose folders are not flushed is found out', () => {
  it('loses what it acknowledged', async () => {
    const { disk, store } = await prepared(new MemoryDisk({ flushesFolders: false }));
    await publishAll(store, NEW, [jurisdictionsText], [CLAIMS]);
    disk.cutPower();
    disk.restart();
    expect((await open(disk)).records()).toEqual([]);
  });
});

describe('after a failed flush', () => {
  it('the store only reads until it is opened anew', async () => {
    let seen = 0;
    for (let k = 1; k < 40; k += 1) {
      const { disk, store } = await prepared();
      disk.failAt(k, { kind: 'error', code: 'EIO' });
      await publishAll(store, NEW, []).catch(() => undefined);
      if (!store.readOnly) continue;
      seen += 1;
      await expect(publish(store, publication(cityText(8), '8.0.0'))).rejects.toMatchObject({ code: 'storeReadOnly' });
      const [record] = store.records();
      expect(record && (await store.text(record))).toBe(OLD);
      disk.restart();
      const again = await open(disk);
      expect(again.readOnly).toBe(false);
    }
    expect(seen).toBeGreaterThan(4);
  });
});

describe('a full disk', () => {
  /** What a store on a disk without room says and leaves behind, and what there is once there is room and it was opened anew. */
  async function metBy(change: (fs: FileSystem) => Partial<FileSystem>, code: 'ENOSPC' | 'EIO' = 'ENOSPC') {
    const { disk, store: first } = await prepared();
    await first.close();
    const store = await openEmbedded('/data', { fs: { ...disk.fs, ...change(disk.fs) }, takeLock: () => () => {} });
    const files = disk.files();
    disk.failAt(2, { kind: 'error', code });
    const next = publication(cityText(2), '1.1.0');
    const said = await publish(store, next).then(
      () => 'acknowledged',
      (cause: unknown) => (cause instanceof Refusal ? cause.code : cause),
    );
    const left = disk.files().filter((file) => !files.includes(file));
    const { readOnly } = store;
    const again = await publish(store, next).then(
      () => 'acknowledged',
      () => 'refused',
    );
    disk.cutPower();
    disk.restart();
    const opened = await open(disk);
    await opened.scrubbed;
    return { said, left, readOnly, again, versions: opened.records().length, damaged: opened.damaged.length };
  }
  const sound = { said: 'storageFull', left: [], readOnly: false, again: 'acknowledged', versions: 2, damaged: 0 };

  it('is refused as such, leaves nothing behind, and ends when there is room', async () => {
    expect(await metBy(() => ({}))).toEqual(sound);
  });

  /** A file whose writing does not tell that there was no room. */
  const silent = (fs: FileSystem): Partial<FileSystem> => ({
    create: async (path) => {
      const file = await fs.create(path);
      return { ...file, write: (bytes) => file.write(bytes).catch(() => undefined) };
    },
  });

  it.each([
    ['that is not told of', silent, 'ENOSPC'],
    ['whose temporary files nobody removes', () => ({ remove: async () => {} }), 'ENOSPC'],
    ['that is taken for a broken one', () => ({}), 'EIO'],
  ] as const)('%s is found out: the negative control', async (_, change, code) => {
    expect(await metBy(change, code)).not.toEqual(sound);
  });
});

describe('a first start', () => {
  it.each(faults)('that meets $kind $code at its k-th file operation can be begun again', async (fault) => {
    let k = 0;
    for (let untouched = false; !untouched; ) {
      k += 1;
      const disk = new MemoryDisk();
      disk.failAt(k, fault);
      await open(disk).catch((cause: unknown) =>
        expect(cause instanceof Refusal || cause instanceof Gone || cause instanceof Error).toBe(true),
      );
      untouched = disk.operations < k;
      disk.restart();
      expect((await open(disk)).records()).toEqual([]);
    }
  });
});
