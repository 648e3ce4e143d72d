import { describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import type { Act } from '../../server/store/desk.ts';
import type { WrittenState } from '../../server/store/desk-file.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { draftOf } from './drafts.ts';
import { type Fault, MemoryDisk } from './memory-disk.ts';
import { entry } from './publishing.ts';

const CLOSED = '/data/closed-drafts.jsonl';
const DESK = '/data/desk.json';
const open = (disk: MemoryDisk) => openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });
const text = (id: string) => `# ${id}\n`;
const saidAt = (disk: MemoryDisk, path: string) => new TextDecoder().decode(disk.bytes(path));

function actOn(id: string, expects: number, state: 'draft' | 'discarded'): Act {
  const rows = [{ table: 'drafts', id, expects, row: draftOf(text(id), { state }) }] as const;
  return { audit: [entry('draft.written')], rows, draftTexts: [text(id)] };
}

/** A disk with a folder of a version that kept every draft in desk.json: two whose life is over, and an open one. */
async function olderDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = await open(disk);
  for (const id of ['a', 'b', 'c']) await store.act(actOn(id, 0, 'draft'));
  for (const id of ['a', 'b']) await store.act(actOn(id, 1, 'discarded'));
  await store.close();
  const [, said = ''] = /"state":(.*)\}\n$/s.exec(saidAt(disk, DESK)) ?? [];
  const { closed: _, ...state } = JSON.parse(said) as WrittenState;
  const over = saidAt(disk, CLOSED).trimEnd().split('\n');
  const drafts = Object.assign({}, state.tables.drafts, ...over.map((line) => JSON.parse(line)));
  const older = JSON.stringify({ ...state, tables: { ...state.tables, drafts } });
  disk.overwrite(DESK, new TextEncoder().encode(`{"checksum":"${sha256(older)}","state":${older}}\n`));
  disk.erase(CLOSED);
  disk.restart();
  return disk;
}

async function seen(store: Store): Promise<string> {
  const all = await store.rows('drafts');
  const texts = await Promise.all(all.map(({ row }) => store.draftText(row.textHash)));
  expect(texts).toEqual(all.map(({ id }) => text(id)));
  return all.map(({ id, revision, row }) => `${id} ${revision} ${row.state}`).join(', ');
}

const BEFORE = 'a 2 discarded, b 2 discarded, c 1 draft';
const AFTER = 'a 2 discarded, b 2 discarded, c 2 discarded';

describe('a folder of a version that kept closed drafts in desk.json', () => {
  it.each<Fault>([
    { kind: 'error', code: 'EIO' },
    { kind: 'error', code: 'ENOSPC' },
    { kind: 'kill' },
    { kind: 'powerCut' },
  ])(
    'has the old or the new where opening it, or the first act, meets $kind $code, at every file operation',
    async (fault) => {
      const moved: boolean[] = [];
      for (let [k, untouched] = [1, false]; !untouched; k += 1) {
        const disk = await olderDisk();
        const before = disk.operations;
        disk.failAt(k, fault);
        const done = await open(disk)
          .then((store) => store.act(actOn('c', 1, 'discarded')))
          .then(
            () => true,
            () => false,
          );
        untouched = disk.operations < before + k;
        if (fault.kind !== 'kill') disk.cutPower();
        disk.restart();
        const again = await open(disk);
        const found = await seen(again);
        expect(done ? [AFTER] : [BEFORE, AFTER]).toContain(found);
        moved.push(disk.bytes(CLOSED)?.length !== 0);
        // Whatever there is, the next act moves what is over, once.
        if (found === BEFORE) await again.act(actOn('c', 1, 'discarded'));
        await again.close();
        expect(saidAt(disk, CLOSED).trimEnd().split('\n')).toHaveLength(3);
        expect(await seen(await open(disk))).toBe(AFTER);
      }
      expect(new Set(moved)).toEqual(new Set([false, true]));
    },
  );
});
