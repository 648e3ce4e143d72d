import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { sha256 } from '../../server/domain/sha256.ts';
import { copyFolder, verifyTrail } from '../../server/store/archive/copy-folder.ts';
import { BEGINNING, chained, type LineContent } from '../../server/store/audit-chain.ts';
import type { WrittenState } from '../../server/store/desk-file.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Account } from '../../server/workflow/account.ts';
import { draftOf } from './drafts.ts';
import { entry } from './publishing.ts';
import { taskOf } from './tasks.ts';

let root: string;
const at = (...path: string[]) => join(root, ...path);

/** Made up. */
const account: Account = {
  ...{ staffNumber: 'T-001', name: '某某人', grants: [{ role: 'countyReviewer', jurisdiction: '371525' }] },
  ...{ password: 'scrypt:own', invitation: null, epoch: 1, locked: false, createdAt: '2019-01-01T00:00:00Z' },
} as unknown as Account;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-rows-'));
  const store = await openEmbedded(at('data'));
  const text = '# 草稿\n';
  await store.act({
    audit: [entry('made')],
    rows: [
      { table: 'accounts', id: 'T-001', expects: 0, row: account },
      { table: 'drafts', id: 'd', expects: 0, row: draftOf(text) },
      { table: 'tasks', id: '7', expects: 0, row: taskOf('one') },
      { table: 'tasks', id: '__proto__', expects: 0, row: taskOf('two') },
    ],
    draftTexts: [text],
  });
  await store.act({ audit: [entry('done')], rows: [{ table: 'tasks', id: '7', expects: 1, row: null }] });
  await store.close();
});
afterEach(() => rm(root, { recursive: true }));

/** What a refusal says, without its file. */
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (cause: unknown) => {
      if (!(cause instanceof Refusal)) throw cause;
      const { table, id } = cause.findings[0]?.args ?? {};
      return `${cause.code} ${table} ${id}`;
    },
  );
const opened = async () => (await openEmbedded(at('data'))).close();

/** Edits the desk and makes its checksum anew, as anybody can who can write to the folder. */
async function edit(
  change: (desk: { -readonly [Key in keyof WrittenState]: WrittenState[Key] }) => void,
): Promise<void> {
  const said = (await readFile(at('data/desk.json'), 'utf8')).replace(/^.*?"state":/, '').slice(0, -2);
  const state = JSON.parse(said);
  change(state);
  await write(state);
}

async function write(state: WrittenState): Promise<void> {
  const text = JSON.stringify(state);
  await writeFile(at('data/desk.json'), `{"checksum":"${sha256(text)}","state":${text}}\n`);
}

describe('INVARIANT (rows as the trail tells them): a desk whose checksum was made anew', () => {
  it.each<[string, (tables: Record<string, Record<string, { row: Record<string, unknown> }>>) => void, string]>([
    [
      'a password hash exchanged',
      ({ accounts }) => Object.assign(accounts?.['T-001']?.row ?? {}, { password: 'scrypt:mine' }),
      'accounts T-001',
    ],
    [
      'an approval added',
      ({ drafts }) => Object.assign(drafts?.d?.row ?? {}, { approvals: [{ by: 'T-009' }] }),
      'drafts d',
    ],
    [
      "a draft's text exchanged",
      ({ drafts }) => Object.assign(drafts?.d?.row ?? {}, { textHash: sha256('other') }),
      'drafts d',
    ],
    ['a row taken out', ({ accounts }) => delete accounts?.['T-001'], 'accounts T-001'],
    [
      'a row put in',
      ({ accounts }) => Object.assign(accounts ?? {}, { 'T-009': accounts?.['T-001'] }),
      'accounts T-009',
    ],
    [
      'a row brought back',
      ({ tasks }) => Object.assign(tasks ?? {}, { 7: { revision: 1, row: taskOf('one') } }),
      'tasks 7',
    ],
    [
      'a session put in',
      ({ sessions }) => Object.assign(sessions ?? {}, { s: { revision: 1, row: {} } }),
      'sessions s',
    ],
  ])('with %s neither opens, nor is verified, copied or restored, and is named', async (_, change, row) => {
    await opened();
    await edit((desk) => change(desk.tables as never));
    for (const come of [opened, () => verifyTrail(at('data')), () => copyFolder(at('data'), at('copy'))])
      expect(await refused(come())).toBe(`deskRowForeign ${row}`);
  });

  it('opens where nothing is another: the negative control', async () => {
    await edit(() => {});
    await opened();
    await copyFolder(at('data'), at('copy'));
    await copyFile(at('copy/desk.json'), at('data/desk.json'));
    await opened();
  });
});

describe('a folder of a version whose lines told of no rows', () => {
  it('opens, and is bound from the next act on, with the rows that were there', async () => {
    await untold();
    await edit((desk) => Object.assign(desk.tables.accounts['T-001']?.row ?? {}, { name: '某人' }));
    const store = await openEmbedded(at('data'));
    await store.act({ audit: [entry('one more')] });
    await store.close();
    await opened();
    await edit((desk) => Object.assign(desk.tables.accounts['T-001']?.row ?? {}, { name: '某某' }));
    expect(await refused(opened())).toBe('deskRowForeign accounts T-001');
  });
});

/** Makes the trail one that tells of no rows, chained anew, and the desk its own. */
async function untold(): Promise<void> {
  let [hash, text] = [BEGINNING, ''];
  for (const line of (await readFile(at('data/audit.jsonl'), 'utf8')).trimEnd().split('\n')) {
    const { rows: _, ...content } = JSON.parse(line).said as LineContent;
    const made = chained(hash, content);
    hash = made.hash;
    text += `${made.text}\n`;
  }
  await writeFile(at('data/audit.jsonl'), text);
  await edit((desk) => {
    desk.audit = { ...desk.audit, hash, bytes: Buffer.byteLength(text) };
  });
}
