import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/domain/refusal.ts';
import { copyFolder } from '../../../server/store/archive/copy-folder.ts';
import { openEmbedded } from '../../../server/store/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { draftOf } from '../drafts.ts';
import { entry, publish } from '../publishing.ts';
import { cityText, publication } from '../texts.ts';

let root: string;
let store: Store;
const at = (...path: string[]) => join(root, ...path);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-naive-'));
  store = await openEmbedded(at('data'));
  await publish(store, publication(cityText(1), '1.0.0'));
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

async function save(text: string): Promise<void> {
  const { revision = 0 } = (await store.row('drafts', 'd')) ?? {};
  const rows = [{ table: 'drafts', id: 'd', expects: revision, row: draftOf(text) }] as const;
  await store.act({ audit: [entry('draft.saved')], rows, draftTexts: [text] });
}

/** Copies one file, lets somebody save twice, and copies the rest, as a program does that knows nothing of stores. */
async function copyNaively(first: string, to: string): Promise<void> {
  await cp(at('data', first), join(to, first));
  for (const text of ['# 1\n', '# 2\n']) await save(text);
  const isPlain = (file: string) => !basename(file).startsWith('lock');
  await cp(at('data'), to, { recursive: true, force: false, filter: isPlain });
}

/** How a copied folder opens. */
async function opened(folder: string): Promise<unknown> {
  try {
    await (await openEmbedded(folder)).close();
    return 'opens';
  } catch (cause) {
    return cause instanceof Refusal ? cause.code : cause;
  }
}

describe('a copy of a data folder', () => {
  it.each([
    ['audit.jsonl', 'auditCut'],
    ['desk.json', 'deskBehind'],
  ])('made file by file from %s on, while somebody saves, is no store: the negative control', async (first, code) => {
    await copyNaively(first, at('naive'));
    expect(await opened(at('naive'))).toBe(code);
    await copyFolder(at('data'), at('backup'));
    expect(await opened(at('backup'))).toBe('opens');
  });
});
