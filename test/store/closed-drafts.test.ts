import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import { copyFolder, verifyTrail } from '../../server/store/archive/copy-folder.ts';
import type { RowChange } from '../../server/store/desk.ts';
import type { WrittenState } from '../../server/store/desk-file.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { draftOf, publishedDraftOf } from './drafts.ts';
import { MemoryDisk } from './memory-disk.ts';
import { entry } from './publishing.ts';

const FILE = 'data/closed-drafts.jsonl';
const text = (id: string) => `# ${id}\n`;

let root: string;
let store: Store;
const at = (...path: string[]) => join(root, ...path);
const reopen = async () => {
  await store.close();
  store = await openEmbedded(at('data'));
};
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-closed-'));
  store = await openEmbedded(at('data'));
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

async function write(id: string, expects: number, row: RowChange['row']): Promise<void> {
  const rows = [{ table: 'drafts', id, expects, row }] as readonly RowChange[];
  await store.act({ audit: [entry('draft.written')], rows, draftTexts: [text(id)] });
}

/** Begins drafts and closes them, the one half published, the other given up. */
async function close(...ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await write(id, 0, draftOf(text(id)));
    await write(id, 1, index % 2 === 0 ? publishedDraftOf(text(id)) : draftOf(text(id), { state: 'discarded' }));
  }
}

/** Everything that can be read of drafts. */
async function seen(): Promise<readonly unknown[]> {
  const all = await store.rows('drafts');
  const one = await Promise.all(all.map(({ id }) => store.row('drafts', id)));
  expect(one).toEqual(all);
  const texts = await Promise.all(all.map(({ row }) => store.draftText(row.textHash)));
  return all.map(({ id, revision, row }, index) => [id, revision, row.state, texts[index]]);
}

const stateOf = async (): Promise<WrittenState> =>
  JSON.parse((await readFile(at('data/desk.json'), 'utf8')).replace(/^.*?"state":/, '').slice(0, -2));
const writeState = async (state: unknown) => {
  const said = JSON.stringify(state);
  await writeFile(at('data/desk.json'), `{"checksum":"${sha256(said)}","state":${said}}\n`);
};
const lines = async () => (await readFile(at(FILE), 'utf8')).trimEnd().split('\n');

const CLOSED = [
  ['b', 2, 'published', text('b')],
  ['d', 2, 'discarded', text('d')],
];

describe('a draft whose life is over', () => {
  it('leaves the file that each act writes, and is read as before, after a restart too', async () => {
    await close('b', 'd');
    await write('c', 0, draftOf(text('c')));
    const all = [CLOSED[0], ['c', 1, 'draft', text('c')], CLOSED[1]];
    expect(await seen()).toEqual(all);
    expect(Object.keys((await stateOf()).tables.drafts)).toEqual(['c']);
    await reopen();
    expect(await seen()).toEqual(all);
    expect(await store.row('drafts', 'e')).toBeNull();
    expect(await store.row('tasks', 'b')).toBeNull();
  });

  it('makes no later act write more, however many there are', async () => {
    await close('b');
    const size = async () => (await stat(at('data/desk.json'))).size;
    const one = await size();
    await close(...Array.from({ length: 40 }, (_, index) => `n${index}`));
    expect(Math.abs((await size()) - one)).toBeLessThan(20);
    expect(await lines()).toHaveLength(41);
  });

  it('stays as it is, whoever asks', async () => {
    await close('b', 'd');
    for (const [id, expects] of [
      ['b', 2],
      ['d', 2],
    ] as const) {
      await expect(write(id, expects, draftOf(text(id)))).rejects.toMatchObject({ code: 'draftRewritten' });
      await expect(write(id, expects, null)).rejects.toMatchObject({ code: 'draftRewritten' });
      await expect(write(id, 0, draftOf(text(id)))).rejects.toMatchObject({ code: 'stateMoved' });
    }
    const looked = [{ table: 'drafts', id: 'b', expects: 1 }] as const;
    await expect(store.act({ audit: [entry('x')], looked })).rejects.toMatchObject({ code: 'stateMoved' });
    expect(await seen()).toEqual(CLOSED);
  });

  it('is there at every moment of the act that closes it', async () => {
    const disk = new MemoryDisk();
    const inMemory = await openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });
    const put = (expects: number, row: ReturnType<typeof draftOf>) =>
      inMemory.act({
        audit: [entry('x')],
        rows: [{ table: 'drafts', id: 'b', expects, row }],
        draftTexts: [text('b')],
      });
    await put(0, draftOf(text('b')));
    const states = new Set<string | undefined>();
    let done = false;
    const closing = put(1, publishedDraftOf(text('b'))).then(() => {
      done = true;
    });
    while (!done) states.add((await inMemory.row('drafts', 'b'))?.row.state);
    await closing;
    states.add((await inMemory.row('drafts', 'b'))?.row.state);
    expect([...states]).toEqual(['draft', 'published']);
  });

  it('is in a backup, byte for byte', async () => {
    await close('b', 'd');
    await store.close();
    await copyFolder(at('data'), at('copy'));
    expect(await readFile(at('copy/closed-drafts.jsonl'))).toEqual(await readFile(at(FILE)));
    store = await openEmbedded(at('copy'));
    expect(await seen()).toEqual(CLOSED);
  });
});

describe('a folder of a version that kept closed drafts in desk.json', () => {
  beforeEach(async () => {
    await close('b', 'd');
    await store.close();
    const { closed: _, ...state } = await stateOf();
    const drafts = Object.assign({}, ...(await lines()).map((line) => JSON.parse(line)));
    await writeState({ ...state, tables: { ...state.tables, drafts } });
    await rm(at(FILE));
    store = await openEmbedded(at('data'));
  });

  it('opens, and they move with the next act; nothing is another', async () => {
    expect(await seen()).toEqual(CLOSED);
    await write('c', 0, draftOf(text('c')));
    expect(Object.keys((await stateOf()).tables.drafts)).toEqual(['c']);
    expect(await lines()).toHaveLength(2);
    await reopen();
    expect(await seen()).toEqual([CLOSED[0], ['c', 1, 'draft', text('c')], CLOSED[1]]);
    await verifyTrail(at('data'));
  });

  it('is copied as it stands', async () => {
    await copyFolder(at('data'), at('copy'));
    await store.close();
    store = await openEmbedded(at('copy'));
    expect(await seen()).toEqual(CLOSED);
  });
});

describe('the file of closed drafts', () => {
  beforeEach(async () => {
    await close('b', 'd');
    await store.close();
  });
  const edited = (change: (lines: readonly string[]) => readonly string[]) => async () =>
    writeFile(at(FILE), `${change(await lines()).join('\n')}\n`);
  const outcomes = async () => {
    const ways = [
      () => openEmbedded(at('data')),
      () => verifyTrail(at('data')),
      () => copyFolder(at('data'), at('copy')),
    ];
    const found = await Promise.allSettled(ways.map((way) => way()));
    return found.map((one) => {
      if (one.status === 'fulfilled') return 'no refusal';
      const { code, findings } = one.reason as Refusal;
      const { id, file } = findings[0]?.args ?? {};
      return [code, id, file === at(FILE) ? 'closed' : 'desk'].join(' ');
    });
  };

  it('is cut back to where the last act ended, after a crash', async () => {
    const before = await readFile(at(FILE), 'utf8');
    await writeFile(at(FILE), `${before}{"x":{"revision":2,"row":`);
    store = await openEmbedded(at('data'));
    expect(await seen()).toEqual(CLOSED);
    expect(await readFile(at(FILE), 'utf8')).toBe(before);
  });

  it('with one bit flipped, wherever, is not opened', async () => {
    const before = await readFile(at(FILE));
    // All of what a line begins with, `{"b":{"revision":2,"row":{"`: what is not a draft's at all is still told as damage of this file.
    const begins = Array.from({ length: 27 * 8 }, (_, index) => [index >> 3, index % 8] as const);
    const beyond = Array.from({ length: before.length / 41 }, (_, index) => [index * 41, (index * 41) % 8] as const);
    for (const [place, bit] of [...begins, ...beyond]) {
      const bytes = Buffer.from(before);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
      await writeFile(at(FILE), bytes);
      await expect(verifyTrail(at('data')), `${place}.${bit}`).rejects.toMatchObject({
        code: expect.stringMatching(/^(deskDamaged|deskRowForeign)$/),
      });
    }
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a word edited', edited((all) => all.map((one) => one.replace('T-003', 'T-004'))), 'deskRowForeign b closed'],
    ['a space put in', edited(([one = '', ...more]) => [one.replace(':{', ': {'), ...more]), 'deskDamaged  closed'],
    ['a line exchanged', edited(([, two = '']) => [two, two]), 'deskDamaged  closed'],
    ['its lines in another order', edited((all) => all.toReversed()), 'no refusal'],
    ['a torn line', edited(([one = '', ...more]) => [one.slice(0, -9), ...more]), 'deskDamaged  closed'],
    [
      'a line that is null',
      edited(([one = '', ...more]) => ['null'.padEnd(one.length), ...more]),
      'deskDamaged  closed',
    ],
    [
      'a line without a draft',
      edited(([one = '', ...more]) => ['{"b":{"revision":2,"row":null}}'.padEnd(one.length), ...more]),
      'deskDamaged  closed',
    ],
    ['its end missing', edited((all) => all.slice(0, 1)), 'deskDamaged  closed'],
    ['no file', () => rm(at(FILE)), 'deskDamaged  closed'],
    [
      'a desk that counts less of it',
      async () => writeState({ ...(await stateOf()), closed: Buffer.byteLength(`${(await lines())[0]}\n`) }),
      'deskRowForeign d desk',
    ],
    [
      'a desk stripped of how far it counts',
      async () => writeState({ ...(await stateOf()), closed: undefined }),
      'deskRowForeign b desk',
    ],
    [
      'a desk that says nothing of use of it',
      async () => writeState({ ...(await stateOf()), closed: 'all' }),
      'deskDamaged  closed',
    ],
    [
      'one of them open in the desk',
      async () => {
        const state = await stateOf();
        const drafts = { b: { revision: 2, row: { ...publishedDraftOf(text('b')), state: 'approved' } } };
        await writeState({ ...state, tables: { ...state.tables, drafts } });
      },
      'deskRowForeign b closed',
    ],
  ])('with %s is neither opened, nor verified, nor copied, unless that says the same', async (_, change, outcome) => {
    await change();
    const found = await outcomes();
    expect(found).toEqual([outcome, outcome, outcome]);
  });
});
