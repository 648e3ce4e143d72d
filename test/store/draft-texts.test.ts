import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { KeptTexts } from '../../server/store/kept-texts.ts';
import type { FoundDamage } from '../../server/store/scrub.ts';
import { textsOf } from '../../server/workflow/draft.ts';
import { draftOf } from './drafts.ts';
import { MemoryDisk } from './memory-disk.ts';
import { entry } from './publishing.ts';

const open = (disk: MemoryDisk, onDamage: (found: FoundDamage) => void = () => {}) =>
  openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {}, onDamage });
const text = (n: number) => `# ${n}\n`;
const at = '2019-01-01T00:00:00Z';

/** What people may do to drafts: few drafts and few texts, so that several drafts need the same one. */
const steps = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    text: fc.nat(3),
    over: fc.boolean(),
    restart: fc.boolean(),
  }),
  { minLength: 1, maxLength: 16 },
);

describe('the texts of drafts', () => {
  it('lie in the folder as long as any draft needs them, and no longer, whatever drafts are written and ended', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const disk = new MemoryDisk();
        let store = await open(disk);
        for (const step of all) {
          const held = await store.row('drafts', step.id);
          if (held?.row.state === 'discarded') continue;
          const edit = { by: 'T-001', at, textHash: sha256(text(step.text)), revision: (held?.revision ?? 0) + 1 };
          const edits = [...(held?.row.edits ?? []), edit];
          const row = draftOf(text(step.text), { edits, state: step.over ? 'discarded' : 'draft' });
          const rows = [{ table: 'drafts', id: step.id, expects: held?.revision ?? 0, row }] as const;
          await store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(step.text)] });
          const needed = (await store.rows('drafts')).flatMap((one) => textsOf(one.row));
          expect(filesOf(disk)).toEqual([...new Set(needed)].sort());
          for (const hash of needed) expect(sha256(await store.draftText(hash))).toBe(hash);
          if (!step.restart) continue;
          await store.close();
          store = await open(disk);
        }
        await store.close();
      }),
    );
  });

  it('are at hand once they were written or read, and held to their hash when they are read again', async () => {
    const disk = new MemoryDisk();
    const store = await open(disk);
    const rows = [{ table: 'drafts', id: 'a', expects: 0, row: draftOf(text(1)) }] as const;
    await store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(1)] });
    const [file = ''] = disk.files().filter((path) => path.includes('/drafts/'));
    disk.overwrite(file, new TextEncoder().encode('# other\n'));
    expect(await store.draftText(sha256(text(1)))).toBe(text(1));
    await store.close();
    const after = await open(disk);
    await expect(after.draftText(sha256(text(1)))).rejects.toMatchObject({ findings: [{ code: 'draftTextDamaged' }] });
    await after.close();
  });
});

describe('a draft text whose file has changed', () => {
  const flip = (disk: MemoryDisk, file: string) =>
    disk.overwrite(
      file,
      (disk.bytes(file) ?? new Uint8Array()).map((byte, index) => (index === 0 ? byte ^ 1 : byte)),
    );

  /** An open draft and one that is over, and the file of each. */
  async function twoDrafts() {
    const disk = new MemoryDisk();
    const store = await open(disk);
    const row = (id: string, n: number, state: 'draft' | 'discarded') =>
      ({ table: 'drafts', id, expects: 0, row: draftOf(text(n), { state }) }) as const;
    const rows = [row('a', 1, 'draft'), row('b', 2, 'discarded')];
    await store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(1), text(2)] });
    await store.close();
    const files = [text(1), text(2)].map((one) => `/data/drafts/${sha256(one).slice('sha256:'.length)}.yaml`);
    return { disk, files };
  }

  it.each([
    ['open', 0],
    ['over', 1],
  ])('of a draft that is %s is told at the start, once, by its file alone', async (_, which) => {
    const { disk, files } = await twoDrafts();
    const file = files[which] ?? '';
    const whole = disk.bytes(file) ?? new Uint8Array();
    flip(disk, file);
    const told: FoundDamage[] = [];
    const store = await open(disk, (found) => told.push(found));
    await store.scrubbed;
    expect(told).toEqual([{ record: null, damage: 'draftTextDamaged', file }]);
    expect(store.damagedBeside).toEqual([file.slice('/data/'.length)]);
    const asked = () => store.draftText(sha256(text(which + 1)));
    await expect(asked()).rejects.toMatchObject({ findings: [{ code: 'draftTextDamaged' }] });
    expect(told).toHaveLength(1);
    disk.overwrite(file, whole);
    expect([await asked(), store.damagedBeside]).toEqual([text(which + 1), []]);
    await store.close();
  });

  it('is no damage any more once nothing needs it', async () => {
    const { disk, files } = await twoDrafts();
    flip(disk, files[0] ?? '');
    const store = await open(disk);
    await store.scrubbed;
    expect(store.damagedBeside).toHaveLength(1);
    const rows = [{ table: 'drafts', id: 'a', expects: 1, row: draftOf(text(3)) }] as const;
    await store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(3)] });
    expect(store.damagedBeside).toEqual([]);
    await store.close();
  });

  it('is not what an act gives up while the texts are looked at', async () => {
    const { disk } = await twoDrafts();
    const told: FoundDamage[] = [];
    const store = await open(disk, (found) => told.push(found));
    for (let n = 3; n < 40; n += 1) {
      const rows = [{ table: 'drafts', id: 'a', expects: n - 2, row: draftOf(text(n)) }] as const;
      const acted = store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(n)] });
      const read = store.draftText(sha256(text(n - 1 === 2 ? 1 : n - 1))).catch(() => null);
      await Promise.all([acted, read]);
    }
    await store.scrubbed;
    expect([told, store.damagedBeside]).toEqual([[], []]);
    await store.close();
  });
});

describe('texts that are kept', () => {
  it('are those asked for last, up to so many characters together', () => {
    const kept = new KeptTexts(8);
    kept.keep('one', '1234');
    kept.keep('two', '5678');
    expect(kept.get('one')).toBe('1234');
    kept.keep('three', '90');
    expect(['one', 'two', 'three'].map((hash) => kept.get(hash))).toEqual(['1234', undefined, '90']);
    kept.keep('too long', '123456789');
    expect(kept.get('too long')).toBeUndefined();
    kept.keep('last', '12345678');
    expect(kept.get('last')).toBe('12345678');
  });
});

/** The hashes that draft texts lie under. */
function filesOf(disk: MemoryDisk): readonly string[] {
  return disk
    .files()
    .flatMap((path) => /\/drafts\/([0-9a-f]{64})\.yaml$/.exec(path)?.[1] ?? [])
    .map((hash) => `sha256:${hash}`)
    .sort();
}
