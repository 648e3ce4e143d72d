import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolderShelf } from '../../server/store/folder-shelf.ts';
import type { ShelfTrouble } from '../../server/store/shelf.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { type Fault, MemoryDisk } from './memory-disk.ts';
import { shelfContract } from './shelf-contract.ts';

const room = { texts: 100, bytes: 1_000_000, milliseconds: null };
const now = () => new Date('2026-01-01T00:00:00Z');
const unexpected = ({ code, file }: ShelfTrouble) => {
  throw new Error(`${code} ${file}`);
};

shelfContract('a folder of files', async () => {
  const folder = emptyFolder();
  return {
    open: (wanted, clock) =>
      openFolderShelf(join(folder.path, 'data', 'shelf'), { room: wanted, now: clock, tell: unexpected }),
    dispose: async () => folder.remove(),
  };
});

describe('a folder of files', () => {
  let folder: ReturnType<typeof emptyFolder>;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => folder.remove());

  /** Opens the shelf; what it tells of its files stands in `told`. */
  async function opened() {
    const told: string[] = [];
    const tell = ({ code, file }: ShelfTrouble) => void told.push(`${code} ${file.slice(folder.path.length + 1)}`);
    return { shelf: await openFolderShelf(folder.path, { room, now, tell }), told };
  }

  it('is for its owner alone to read', async () => {
    const { shelf } = await opened();
    await shelf.keep('a', 'one');
    expect(statSync(join(folder.path, 'a.jsonl')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['another text', (bytes: Buffer) => Buffer.from(bytes.toString().replace('one', 'two'))],
    ['of another time', (bytes: Buffer) => Buffer.from(bytes.toString().replace('2026-01-01', '2027-01-01'))],
    ['another’s', (_: Buffer) => readFileSync(join(folder.path, 'b.jsonl'))],
    ['no UTF-8', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xff])])],
    ['empty', () => Buffer.alloc(0)],
    ['no file of a shelf', () => Buffer.from('{"format":"other"}\none')],
    ['no line', () => Buffer.from('one')],
    ['a list', () => Buffer.from('[]\none')],
    ['nothing', () => Buffer.from('null\none')],
  ])('names a file that is %s, never reads it as a text, and takes another in its place', async (_, damage) => {
    const before = await opened();
    await before.shelf.keep('a', 'one');
    await before.shelf.keep('b', 'other');
    await before.shelf.close();
    writeFileSync(join(folder.path, 'a.jsonl'), damage(readFileSync(join(folder.path, 'a.jsonl'))));
    const { shelf, told } = await opened();
    expect(await shelf.read('a')).toBeNull();
    expect(await shelf.read('a')).toBeNull();
    expect(told).toEqual(['keptTextDamaged a.jsonl']);
    expect(await shelf.read('b')).toBe('other');
    expect(await shelf.keep('a', 'new')).toBe(true);
    expect(await (await opened()).shelf.read('a')).toBe('new');
  });

  it('names what is not its own and leaves it where it is; what a crash left half written goes', async () => {
    writeFileSync(join(folder.path, 'notes.txt'), 'mine');
    writeFileSync(join(folder.path, 'a.jsonl.tmp'), 'half');
    mkdirSync(join(folder.path, 'more'));
    mkdirSync(join(folder.path, 'b.jsonl'));
    const { shelf, told } = await opened();
    expect(told).toEqual(['keptTextForeign b.jsonl/', 'keptTextForeign more/', 'keptTextForeign notes.txt']);
    expect(readdirSync(folder.path).sort()).toEqual(['b.jsonl', 'more', 'notes.txt']);
    // Nothing can be written where a folder stands.
    expect([await shelf.keep('b', 'one'), await shelf.read('b'), told.at(-1)]).toEqual([
      ...[false, null, 'keptTextUnwritten b.jsonl'],
    ]);
  });

  it('names a file that cannot be read', async () => {
    const { shelf, told } = await opened();
    await shelf.keep('a', 'one');
    rmSync(join(folder.path, 'a.jsonl'));
    mkdirSync(join(folder.path, 'a.jsonl'));
    expect([await shelf.read('a'), told]).toEqual([null, ['keptTextUnreadable a.jsonl']]);
  });
});

const faults: readonly Fault[] = [
  { kind: 'error', code: 'EIO' },
  { kind: 'error', code: 'ENOSPC' },
  { kind: 'kill' },
  { kind: 'powerCut' },
];

describe.each(faults)('the k-th file operation meets $kind $code', (fault) => {
  it('and there is the old text, or the new one; what was said to be kept is', async () => {
    const told: string[] = [];
    const tell = ({ code }: ShelfTrouble) => void told.push(code);
    for (let [k, isTouched] = [1, true]; isTouched; k += 1) {
      const disk = new MemoryDisk();
      const open = () => openFolderShelf('/data/shelf', { room, now, tell, fs: disk.fs });
      const shelf = await open();
      await shelf.keep('a', 'old');
      disk.failAt(k, fault);
      const before = disk.operations;
      const isKept = await shelf.keep('a', 'new');
      isTouched = disk.operations >= before + k;
      disk.restart();
      const found = await (await open()).read('a');
      expect(isKept ? ['new'] : ['old', 'new']).toContain(found);
      expect(told.splice(0)).toEqual(isKept ? [] : ['keptTextUnwritten']);
      expect(disk.files()).toEqual(['/data/shelf/a.jsonl']);
    }
  });
});
