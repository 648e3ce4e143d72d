import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import type { Act } from '../../server/store/desk.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { AppendFile, FileSystem } from '../../server/store/file-system.ts';
import type { Store } from '../../server/store/store.ts';
import { draftOf, publishedDraftOf } from './drafts.ts';
import { type Fault, MemoryDisk } from './memory-disk.ts';
import { entry, publish } from './publishing.ts';
import { cityText, countyText, publication } from './texts.ts';

const open = (disk: MemoryDisk, fs: FileSystem = disk.fs) => openEmbedded('/data', { fs, takeLock: () => () => {} });

const faults: readonly Fault[] = [
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
  { kind: 'error', code: 'EROFS' },
  { kind: 'kill' },
  { kind: 'powerCut' },
];

const draft = (text: string, state: 'draft' | 'published') =>
  state === 'draft' ? draftOf(text) : publishedDraftOf(text);

/** What the acts are done on: a city's version and a draft. */
async function prepared(disk = new MemoryDisk()): Promise<{ readonly disk: MemoryDisk; readonly store: Store }> {
  const store = await open(disk);
  await publish(store, publication(cityText(1), '1.0.0'));
  const rows = [{ table: 'drafts', id: 'd', expects: 0, row: draft(countyText(2), 'draft') }] as const;
  await store.act({ audit: [entry('draft.made')], rows, draftTexts: [countyText(2)] });
  return { disk, store };
}

/** Each kind of act that writes: what it does, and how many versions and which text and state of the draft there are after. */
const acts: Readonly<Record<string, { readonly act: Act; readonly after: readonly unknown[] }>> = {
  'a draft is saved': {
    act: {
      audit: [entry('draft.saved')],
      rows: [{ table: 'drafts', id: 'd', expects: 1, row: draft(countyText(3), 'draft') }],
      draftTexts: [countyText(3)],
    },
    after: [['1.0.0'], 'draft', countyText(3), 3, 0],
  },
  'a draft is published': {
    act: {
      audit: [entry('draft.published'), entry('task.made')],
      rows: [{ table: 'drafts', id: 'd', expects: 1, row: draft(countyText(2), 'published') }],
      publications: [publication(countyText(2), '1.0.0')],
      sequence: 1,
    },
    after: [['1.0.0', '1.0.0'], 'published', countyText(2), 4, 0],
  },
  'a version is suspended': {
    act: {
      audit: [entry('version.suspended')],
      versionChanges: [
        {
          jurisdiction: '371500',
          version: '1.0.0',
          kind: 'suspended',
          at: '2019-02-01T00:00:00Z',
          by: 'dixian',
          reason: '',
        },
      ],
    },
    after: [['1.0.0'], 'draft', countyText(2), 3, 1],
  },
  'a line is written': { act: { audit: [entry('session.begun')] }, after: [['1.0.0'], 'draft', countyText(2), 3, 0] },
};

const BEFORE = [['1.0.0'], 'draft', countyText(2), 2, 0];

/** What a store shows of all that. */
async function seen(store: Store): Promise<readonly unknown[]> {
  const held = await store.row('drafts', 'd');
  const records = store.records();
  let lines = 0;
  for await (const { line } of store.audit.read()) lines = line;
  expect(store.audit.head.lines).toBe(lines);
  const texts = await Promise.all(records.map((record) => store.text(record)));
  expect(texts.map((text) => sha256(text))).toEqual(
    records.map(({ jurisdiction }) => sha256(jurisdiction === '371500' ? cityText(1) : countyText(2))),
  );
  const text = held === null ? null : await store.draftText(held.row.textHash);
  const events = records.flatMap((record) => record.events ?? []).length;
  return [records.map(({ version }) => version), held?.row.state, text, lines, events];
}

describe.each(Object.entries(acts))('%s', (_, { act, after }) => {
  it.each(faults)('INVARIANT (old or new): at every file operation that meets $kind $code', async (fault) => {
    let k = 0;
    for (let untouched = false; !untouched; ) {
      k += 1;
      const { disk, store } = await prepared();
      const before = disk.operations;
      const files = disk.files();
      disk.failAt(k, fault);
      const outcome = await store.act(act).then(
        () => 'acknowledged' as const,
        (cause: unknown) => cause,
      );
      untouched = disk.operations < before + k;
      if (outcome !== 'acknowledged' && fault.kind === 'error') expect(outcome).toBeInstanceOf(Refusal);
      if (fault.kind === 'error') {
        // Readers never see what was not acknowledged.
        expect(await seen(store)).toEqual(outcome === 'acknowledged' ? after : BEFORE);
        if (!store.readOnly && outcome !== 'acknowledged') {
          // Nothing was done, nothing takes up room, and the same act succeeds once the disk does.
          expect(disk.files()).toEqual(files);
          await store.act(act);
          expect(await seen(store)).toEqual(after);
          await store.close();
          // What was taken back stands in no file before what came after it.
          expect(await seen(await open(disk))).toEqual(after);
          continue;
        }
        disk.cutPower();
      }
      disk.restart();
      const again = await open(disk);
      const found = await seen(again);
      expect([BEFORE, after]).toContainEqual(found);
      if (outcome === 'acknowledged') expect(found).toEqual(after);
      // Whatever happened, the store is of use again, and the trail goes on.
      await again.act({ audit: [entry('session.begun')] });
      await again.close();
      expect((await open(disk)).audit.head.lines).toBe(Number(found[3]) + 1);
    }
    expect(k).toBeGreaterThan(6);
  });
});

describe('INVARIANT (flush): a disk that does not flush is found out', () => {
  const { act, after } = acts['a draft is published'] ?? { act: { audit: [entry('x')] }, after: [] };

  it.each([
    ['folders', { flushesFolders: false }],
    ['files', { flushesFiles: false }],
  ])('where %s are not flushed, an acknowledged act is lost or the store does not open', async (_, disk) => {
    const made = await prepared(new MemoryDisk(disk));
    await made.store.act(act);
    made.disk.cutPower();
    made.disk.restart();
    const found = await open(made.disk)
      .then(seen)
      .catch(() => 'does not open');
    expect(found).not.toEqual(after);
  });
});

describe('an audit trail that cannot be written', () => {
  /** A disk whose trail does as it is told. */
  function withTrail(disk: MemoryDisk, change: (file: AppendFile) => Partial<AppendFile>): FileSystem {
    return {
      ...disk.fs,
      async openToAppend(path) {
        const file = await disk.fs.openToAppend(path);
        return { ...file, ...change(file) };
      },
    };
  }

  it('lets no act happen, and acts go on once it can be written again', async () => {
    const { disk } = await prepared();
    let full = true;
    const fail = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    const store = await open(
      disk,
      withTrail(disk, (file) => ({ write: (bytes) => (full ? fail() : file.write(bytes)) })),
    );
    for (const { act } of Object.values(acts))
      await expect(store.act(act)).rejects.toMatchObject({ code: 'storageFull' });
    expect(await seen(store)).toEqual(BEFORE);
    full = false;
    await store.act(acts['a draft is published']?.act ?? { audit: [entry('x')] });
    expect(await seen(store)).toEqual(acts['a draft is published']?.after);
  });

  describe('that hangs', () => {
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('is given up after five seconds; reading goes on, and nothing is written until a restart', async () => {
      const { disk } = await prepared();
      const store = await open(
        disk,
        withTrail(disk, () => ({ write: () => new Promise(() => {}) })),
      );
      const asked = [store.act({ audit: [entry('a')] }), store.act({ audit: [entry('b')] })].map((act) =>
        act.catch((cause: unknown) => (cause instanceof Refusal ? cause.code : cause)),
      );
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await Promise.all(asked)).toEqual(['storeStalled', 'storeReadOnly']);
      expect(store.readOnly).toBe(true);
      expect(await seen(store)).toEqual(BEFORE);
      disk.restart();
      expect(await seen(await open(disk))).toEqual(BEFORE);
    });

    it('keeps the folder until it answers, though the store is closed: what it does then must meet nobody else', async () => {
      const { disk } = await prepared();
      let answer = () => {};
      const hangs = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const fs = withTrail(disk, (file) => ({ write: (bytes) => hangs.then(() => file.write(bytes)) }));
      const giveBack = vi.fn();
      const store = await openEmbedded('/data', { fs, takeLock: () => giveBack });
      const asked = expect(store.act({ audit: [entry('a')] })).rejects.toMatchObject({ code: 'storeStalled' });
      await vi.advanceTimersByTimeAsync(5_000);
      await asked;
      await store.close();
      expect(giveBack).not.toHaveBeenCalled();
      answer();
      await vi.waitFor(() => expect(giveBack).toHaveBeenCalledOnce());
      expect((await open(disk)).audit.head.lines).toBe(3);
    });
  });

  it('lets so many wait and no more', async () => {
    const { disk } = await prepared();
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const store = await open(
      disk,
      withTrail(disk, (file) => ({ write: (bytes) => held.then(() => file.write(bytes)) })),
    );
    const asked = Array.from({ length: 200 }, (_, index) => store.act({ audit: [entry(`n${index}`)] }));
    const settled = Promise.allSettled(asked);
    go();
    const refused = (await settled).filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(200 - 128);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'storeBusy' });
    expect(store.audit.head.lines).toBe(2 + 128);
  });
});
