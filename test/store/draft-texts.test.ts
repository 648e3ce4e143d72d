import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../server/domain/sha256.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { KeptTexts } from '../../server/store/kept-texts.ts';
import { textsOf } from '../../server/workflow/draft.ts';
import { draftOf } from './drafts.ts';
import { MemoryDisk } from './memory-disk.ts';
import { entry } from './publishing.ts';

const open = (disk: MemoryDisk) => openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });
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
