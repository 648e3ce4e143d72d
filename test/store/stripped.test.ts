import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import { readExport, writeExport } from '../../server/store/archive/export-folder.ts';
import { BEGINNING, chained, type LineContent } from '../../server/store/audit-chain.ts';
import type { WrittenState } from '../../server/store/desk-file.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { openFolderShelf } from '../../server/store/folder-shelf.ts';
import { draftOf } from './drafts.ts';
import { entry, publishAll } from './publishing.ts';
import { cityText, countyText, jurisdictionsText, publication, typicalClaimsText } from './texts.ts';

/** Everything under a path of keys, taken out, emptied or made nothing: how a hash is stripped. */
type Way = 'taken out' | 'emptied' | 'made null';
const ways: readonly Way[] = ['taken out', 'emptied', 'made null'];

let root: string;
const at = (...path: string[]) => join(root, ...path);
const DRAFT = '# 草稿\n';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-stripped-'));
  const store = await openEmbedded(at('whole'));
  const texts = [publication(cityText(1), '1.0.0'), publication(countyText(2), '1.0.0')];
  await publishAll(store, texts, [jurisdictionsText], [typicalClaimsText(1)]);
  const rows = [{ table: 'drafts', id: 'd', expects: 0, row: draftOf(DRAFT) }] as const;
  await store.act({ audit: [entry('draft.made')], rows, draftTexts: [DRAFT] });
  await writeExport(store, at('export'), { at: '2019-03-01T00:00:00Z', audit: store.audit.head });
  await store.close();
});
afterAll(() => rm(root, { recursive: true }));
afterEach(() => rm(at('data'), { recursive: true, force: true }));

/** A thing of JSON without what stands under a path of keys. */
function stripped<Thing>(thing: Thing, path: readonly string[], way: Way): Thing {
  const copy = structuredClone(thing);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce((inner, key) => Reflect.get(inner, key) as object, copy as object);
  if (!Object.hasOwn(holder, last)) throw new Error(`${path.join('.')} is not there`);
  if (way === 'taken out') Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, way === 'emptied' ? '' : null);
  return copy;
}

/** What is found of a data folder: `sound`, the code it is refused with, or what of it is not served. */
async function found(): Promise<string> {
  try {
    const store = await openEmbedded(at('data'));
    try {
      await store.scrubbed;
      if (store.damaged.length > 0) return 'not served';
      for (const record of store.records()) await store.text(record);
      await store.jurisdictions();
      await store.typicalClaims();
      const held = await store.row('drafts', 'd');
      return (await store.draftText(held?.row.textHash ?? '')) === DRAFT ? 'sound' : 'another draft';
    } finally {
      await store.close();
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return cause.code;
  }
}

interface Desk {
  readonly checksum: string;
  readonly state: WrittenState;
}

async function deskIn(folder: string): Promise<Desk> {
  return JSON.parse(await readFile(at(folder, 'desk.json'), 'utf8')) as Desk;
}

/** The folder with its desk changed, and the checksum made anew. */
async function withDesk(change: (state: WrittenState) => unknown): Promise<void> {
  await cp(at('whole'), at('data'), { recursive: true });
  const state = JSON.stringify(change((await deskIn('whole')).state));
  await writeFile(at('data', 'desk.json'), `{"checksum":"${sha256(state)}","state":${state}}\n`);
}

/** The folder with what its trail says changed, and every later hash, the desk's too, made anew: as who can write everywhere may. */
async function withTrail(change: (content: LineContent) => LineContent): Promise<void> {
  const lines = (await readFile(at('whole', 'audit.jsonl'), 'utf8')).trimEnd().split('\n');
  let hash = BEGINNING;
  const remade = lines.map((line) => {
    const next = chained(hash, change((JSON.parse(line) as { said: LineContent }).said));
    hash = next.hash;
    return `${next.text}\n`;
  });
  const bytes = Buffer.byteLength(remade.join(''));
  await withDesk((state) => ({ ...state, audit: { ...state.audit, hash, bytes } }));
  await writeFile(at('data', 'audit.jsonl'), remade.join(''));
}

describe('INVARIANT (asked for by the program, not by the file): a hash that is stripped', () => {
  it('is missed in nothing that is only written anew: the negative control', async () => {
    await withDesk((state) => state);
    expect(await found()).toBe('sound');
    await rm(at('data'), { recursive: true });
    await withTrail((content) => content);
    expect(await found()).toBe('sound');
  });

  it.each(ways)('of the desk is missed: its checksum %s', async (way) => {
    await cp(at('whole'), at('data'), { recursive: true });
    await writeFile(at('data', 'desk.json'), `${JSON.stringify(stripped(await deskIn('whole'), ['checksum'], way))}\n`);
    expect(await found()).toBe('deskDamaged');
  });

  it('of the desk is missed: its state alone', async () => {
    await cp(at('whole'), at('data'), { recursive: true });
    await writeFile(at('data', 'desk.json'), `${JSON.stringify((await deskIn('whole')).state)}\n`);
    expect(await found()).toBe('deskDamaged');
  });

  const ofDesk = [['audit', 'hash'], ['audit'], ['audit', 'bytes'], ['audit', 'lines']];
  it.each(ofDesk.flatMap((path) => ways.map((way) => [path.join('.'), way] as const)))(
    'of the trail’s end in the desk is missed: %s %s, the checksum made anew',
    async (path, way) => {
      await withDesk((state) => stripped(state, path.split('.'), way));
      expect(await found()).not.toBe('sound');
    },
  );

  it.each(ways)('of a line of the trail is missed, of each: %s', async (way) => {
    const lines = (await readFile(at('whole', 'audit.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const [index, line] of lines.entries()) {
      await cp(at('whole'), at('data'), { recursive: true });
      const without = JSON.stringify(stripped(JSON.parse(line) as object, ['hash'], way));
      await writeFile(at('data', 'audit.jsonl'), `${lines.with(index, without).join('\n')}\n`);
      expect(await found()).toMatch(/^audit(Damaged|Cut)$/);
      await rm(at('data'), { recursive: true });
    }
  });

  const ofLedger = [
    ['publications', '0', 'bytes'],
    ['publications', '0', 'record', 'digest'],
    ['jurisdictions', '0', 'bytes'],
    ['typicalClaims', '0', 'bytes'],
  ];
  it.each(ofLedger.flatMap((path) => ways.map((way) => [path.join('.'), way] as const)))(
    'of a published text is missed though the whole chain is made anew: %s %s',
    async (path, way) => {
      let done = 0;
      await withTrail((content) => {
        const [table = '', index = ''] = path.split('.');
        const rows = (content.ledger as Readonly<Record<string, readonly unknown[]>> | undefined)?.[table];
        if (rows?.[Number(index)] === undefined) return content;
        done += 1;
        return stripped(content, ['ledger', ...path.split('.')], way);
      });
      expect(done).toBeGreaterThan(0);
      expect(await found()).not.toBe('sound');
    },
  );

  it('of a draft’s text is missed: its file by another name', async () => {
    await cp(at('whole'), at('data'), { recursive: true });
    const [file = ''] = await readdir(at('data', 'drafts'));
    await rename(at('data', 'drafts', file), at('data', 'drafts', `x${file.slice(1)}`));
    expect(await found()).not.toBe('sound');
  });
});

describe('INVARIANT (asked for by the program, not by the file): an export whose hash is stripped', () => {
  const list = async () =>
    (JSON.parse(await readFile(at('export', 'export.json'), 'utf8')) as { readonly export: object }).export;
  const read = async (changed: object) => {
    await cp(at('export'), at('data'), { recursive: true });
    const said = JSON.stringify(changed);
    await writeFile(at('data', 'export.json'), `{"checksum":"${sha256(said)}","export":${said}}\n`);
    return readExport(at('data')).then(
      ({ versions }) => `${versions.length} versions`,
      (cause: unknown) => (cause instanceof Refusal ? cause.code : String(cause)),
    );
  };

  it('is missed in nothing that is only written anew: the negative control', async () => {
    expect(await read(await list())).toBe('2 versions');
  });

  const paths = ['versions.0.bytes', 'versions.0.record.digest', 'jurisdictions.0', 'typicalClaims.0', 'audit.hash'];
  it.each(paths.flatMap((path) => ways.map((way) => [path, way] as const)))('%s %s', async (path, way) => {
    const refused = await read(stripped(await list(), path.split('.'), way));
    expect(refused).toMatch(/^(exportDamaged|archiveFile(Damaged|Missing|Foreign)|recordContradicts)$/);
  });
});

describe('INVARIANT (asked for by the program, not by the file): a kept text whose digest is stripped', () => {
  const room = { texts: 100, bytes: 1_000_000, milliseconds: null };
  const open = (told: string[] = []) =>
    openFolderShelf(at('data'), {
      room,
      now: () => new Date('2026-01-01T00:00:00Z'),
      tell: ({ code }) => told.push(code),
    });

  it.each([...ways, 'left as it is'] as const)('is not read: %s', async (way) => {
    const shelf = await open();
    await shelf.keep('a', 'one');
    await shelf.close();
    const [head = '', text] = (await readFile(at('data', 'a.jsonl'), 'utf8')).split('\n');
    const changed = way === 'left as it is' ? JSON.parse(head) : stripped(JSON.parse(head) as object, ['digest'], way);
    await writeFile(at('data', 'a.jsonl'), `${JSON.stringify(changed)}\n${text}`);
    const told: string[] = [];
    expect(await (await open(told)).read('a')).toBe(way === 'left as it is' ? 'one' : null);
    expect(told.length).toBe(way === 'left as it is' ? 0 : 1);
  });
});
