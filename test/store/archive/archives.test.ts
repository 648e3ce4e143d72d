import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../server/domain/refusal.ts';
import { sha256 } from '../../../server/domain/sha256.ts';
import { copyFolder, verifyTrail } from '../../../server/store/archive/copy-folder.ts';
import { readExport, writeExport } from '../../../server/store/archive/export-folder.ts';
import { filesUnder } from '../../../server/store/archive/regular-files.ts';
import { openEmbedded } from '../../../server/store/embedded-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { draftOf } from '../drafts.ts';
import { entry, publish, publishAll } from '../publishing.ts';
import { cityText, countyText, jurisdictionsText, publication, typicalClaimsText } from '../texts.ts';

let root: string;
let store: Store;
const at = (...path: string[]) => join(root, ...path);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dixian-archive-'));
  store = await openEmbedded(at('data'));
  const texts = [publication(cityText(1), '1.0.0'), publication(`${countyText(2)}# 末行，无换行`, '1.0.0')];
  await publishAll(store, texts, [jurisdictionsText], [typicalClaimsText(1)]);
  const change = {
    jurisdiction: '371525',
    version: '1.0.0',
    at: '2019-02-01T00:00:00Z',
    by: 'dixian',
    reason: '依据变了',
  };
  await store.act({ audit: [entry('version.suspended')], versionChanges: [{ ...change, kind: 'suspended' }] });
  await publish(store, publication(cityText(3), '2.0.0'));
  const rows = [{ table: 'drafts', id: 'd', expects: 0, row: draftOf('# 草稿\n') }] as const;
  await store.act({ audit: [entry('draft.made')], rows, draftTexts: ['# 草稿\n'] });
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no refusal',
    (cause: unknown) => (cause instanceof Refusal ? cause.code : cause),
  );

const exported = (from: Store, name: string) =>
  writeExport(from, at(name), { at: '2019-03-01T00:00:00Z', audit: from.audit.head });

async function imported(name: string, into: string, checksum?: string): Promise<Store> {
  const { versions: adopted, jurisdictions, typicalClaims } = await readExport(at(name), checksum);
  const other = await openEmbedded(at(into));
  try {
    await other.act({ audit: [entry('store.imported')], adopted, jurisdictions, typicalClaims, sequence: 0 });
    return other;
  } catch (error) {
    await other.close();
    throw error;
  }
}

/** The list of an export with something changed, its checksum made to fit. */
async function edited(
  name: string,
  change: (list: { versions: { record: Record<string, unknown>; bytes: string }[] }) => void,
) {
  const file = at(name, 'export.json');
  const { export: list } = JSON.parse(await readFile(file, 'utf8'));
  change(list);
  const said = JSON.stringify(list);
  await writeFile(file, `{"checksum":"${sha256(said)}","export":${said}}\n`);
}

const writeList = (said: string) =>
  writeFile(at('out', 'export.json'), `{"checksum":"${sha256(said)}","export":${said}}\n`);

describe('an export', () => {
  it('comes back byte for byte, records and all, and exports the same again', async () => {
    const { checksum, versions } = await exported(store, 'out');
    expect(versions).toBe(3);
    const other = await imported('out', 'other', checksum);
    expect(other.records()).toEqual(store.records());
    expect(other.sequence).toBe(store.sequence);
    expect(await other.jurisdictions()).toEqual(await store.jurisdictions());
    await exported(other, 'again');
    const files = await filesUnder(at('out'));
    expect(await filesUnder(at('again'))).toEqual(files);
    expect(files).toHaveLength(6);
    for (const file of files.filter((one) => one !== 'export.json')) {
      expect(await readFile(at('again', file))).toEqual(await readFile(at('out', file)));
    }
    const listIn = async (name: string) => JSON.parse(await readFile(at(name, 'export.json'), 'utf8')).export.versions;
    expect(await listIn('again')).toEqual(await listIn('out'));
    await other.close();
    await (await openEmbedded(at('other'))).close();
  });

  it('goes only into an empty folder, and only into a store without versions', async () => {
    await exported(store, 'out');
    expect(await codeOf(exported(store, 'out'))).toBe('archiveNotEmpty');
    const { versions: adopted } = await readExport(at('out'));
    expect(await codeOf(store.act({ audit: [entry('x')], adopted }))).toBe('importNotEmpty');
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['with a text edited', 'archiveFileDamaged', () => writeFile(at('out/rule-sets/371500/1.0.0.yaml'), cityText(9))],
    [
      'with two texts exchanged',
      'archiveFileDamaged',
      async () => {
        await rename(at('out/rule-sets/371500/1.0.0.yaml'), at('x'));
        await rename(at('out/rule-sets/371500/2.0.0.yaml'), at('out/rule-sets/371500/1.0.0.yaml'));
        await rename(at('x'), at('out/rule-sets/371500/2.0.0.yaml'));
      },
    ],
    ['with a text missing', 'archiveFileMissing', () => rm(at('out/rule-sets/371500/1.0.0.yaml'))],
    ['with a text too many', 'archiveFileForeign', () => writeFile(at('out/rule-sets/371500/9.0.0.yaml'), cityText(9))],
    [
      'with a link in the place of a text',
      'archiveFileForeign',
      async () => {
        await rm(at('out/rule-sets/371500/1.0.0.yaml'));
        await symlink(at('data/rule-sets/371500/1.0.0.yaml'), at('out/rule-sets/371500/1.0.0.yaml'));
      },
    ],
    [
      'with a folder in the place of a text',
      'archiveFileForeign',
      async () => {
        await rm(at('out/rule-sets/371500/1.0.0.yaml'));
        await mkdir(at('out/rule-sets/371500/1.0.0.yaml'));
      },
    ],
    ['without its list', 'archiveFileMissing', () => rm(at('out/export.json'))],
    [
      'with its checksum stripped',
      'exportDamaged',
      async () => {
        const { export: list } = JSON.parse(await readFile(at('out/export.json'), 'utf8'));
        await writeFile(at('out/export.json'), `${JSON.stringify({ export: list })}\n`);
      },
    ],
    [
      'with its list edited',
      'exportDamaged',
      async () => {
        const text = await readFile(at('out/export.json'), 'utf8');
        await writeFile(at('out/export.json'), text.replace('"publishedBy":"li"', '"publishedBy":"ma"'));
      },
    ],
    [
      'with a path for a version',
      'exportDamaged',
      () =>
        edited('out', (list) => {
          for (const { record } of list.versions) record.version = '../../../../data/rule-sets/371500/1.0.0';
        }),
    ],
    [
      'with a path for a code',
      'exportDamaged',
      () =>
        edited('out', (list) => {
          for (const { record } of list.versions) record.jurisdiction = '..';
        }),
    ],
    [
      'with a path for a hash',
      'exportDamaged',
      () =>
        edited('out', (list) => {
          Object.assign(list, { jurisdictions: ['sha256:../../../../../../etc/passwd'] });
        }),
    ],
    ['with no list in its list', 'exportDamaged', () => writeList('[1]')],
    ['with broken JSON in its list', 'exportDamaged', () => writeList('{"format":1')],
    [
      'with a record that is none',
      'exportDamaged',
      () => edited('out', (list) => Object.assign(list.versions[0] ?? {}, { record: { version: 1 } })),
    ],
  ])('%s is refused', async (_, code, change) => {
    await exported(store, 'out');
    await change();
    expect(await codeOf(readExport(at('out')))).toBe(code);
  });

  it('that was edited with skill is told from the one that was made', async () => {
    const { checksum } = await exported(store, 'out');
    await edited('out', ({ versions }) => Object.assign(versions[0]?.record ?? {}, { publishedBy: 'ma' }));
    expect(await codeOf(readExport(at('out'), checksum))).toBe('exportOther');
    // The negative control: without the checksum that was noted, nothing tells.
    expect(await codeOf(readExport(at('out')))).toBe('no refusal');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['another digest', { digest: `sha256:${'0'.repeat(64)}` }, 'recordContradicts'],
    ['another period', { effective: { from: '2018-01-01' } }, 'recordContradicts'],
    ['another kind', { kind: 'Override' }, 'recordContradicts'],
    ['no sample mark that is there', { sample: true }, 'recordContradicts'],
    ['a number out of order', { sequence: 4 }, 'recordContradicts'],
    [
      'a writer among the approvers',
      { review: { writers: ['T-001'], approvals: [{ by: 'T-001', as: 'cityReviewer', at: '', digest: '' }] } },
      'selfApproval',
    ],
    ['no approval', { review: { writers: ['T-001'], approvals: [] } }, 'notApproved'],
  ])('whose record has %s is not taken in', async (_, change, code) => {
    await exported(store, 'out');
    await edited('out', ({ versions }) => Object.assign(versions[0]?.record ?? {}, change));
    expect(await codeOf(imported('out', 'other'))).toBe(code);
    const other = await openEmbedded(at('other'));
    expect(other.records()).toEqual([]);
    await other.close();
  });
});

describe('a backup', () => {
  it('made beside the process that owns the folder is the store, drafts and trail and all', async () => {
    const copied = await copyFolder(at('data'), at('backup'));
    expect(copied).toEqual({ versions: 3, drafts: 1, audit: store.audit.head });
    await publish(store, publication(cityText(4), '3.0.0'));
    await copyFolder(at('backup'), at('restored'), copied.audit);
    const restored = await openEmbedded(at('restored'));
    expect(restored.records()).toEqual(store.records().slice(0, 3));
    expect(await restored.draftText(sha256('# 草稿\n'))).toBe('# 草稿\n');
    expect(restored.audit.head).toEqual(copied.audit);
    await publish(restored, publication(cityText(5), '3.0.0'));
    await restored.close();
  });

  it('made again and again while drafts are saved and versions published always is one state', async () => {
    let [busy, n] = [true, 0];
    const writing = (async () => {
      for (; busy; n += 1) {
        const text = `# ${n}\n`;
        const rows = [{ table: 'drafts', id: 'd', expects: n + 1, row: draftOf(text) }] as const;
        await store.act({ audit: [entry('draft.saved')], rows, draftTexts: [text] });
        if (n % 5 === 0) await publish(store, publication(cityText(n + 10), `9.${n}.0`));
      }
    })();
    for (let copy = 0; copy < 8; copy += 1) {
      const { audit } = await copyFolder(at('data'), at(`copy${copy}`));
      const opened = await openEmbedded(at(`copy${copy}`));
      expect(opened.audit.head).toEqual(audit);
      const [draft] = await opened.rows('drafts');
      expect(await opened.draftText(draft?.row.textHash ?? '')).toMatch(/^# /);
      await opened.scrubbed;
      expect(opened.damaged).toEqual([]);
      await opened.close();
    }
    busy = false;
    await writing;
    expect(n).toBeGreaterThan(8);
  });

  it('that is an old one, or of another place, is found by the end that was noted elsewhere', async () => {
    const { audit } = await copyFolder(at('data'), at('old'));
    await publish(store, publication(cityText(4), '3.0.0'));
    const { head } = store.audit;
    expect(await codeOf(copyFolder(at('old'), at('a'), head))).toBe('headNotReached');
    expect(await codeOf(verifyTrail(at('old'), head))).toBe('headNotReached');
    expect(await verifyTrail(at('old'), audit)).toMatchObject(audit);
    expect(await verifyTrail(at('data'), audit)).toMatchObject(head);
    expect(await codeOf(verifyTrail(at('data'), { ...audit, hash: `sha256:${'0'.repeat(64)}` }))).toBe('headOther');
    // The negative control: without it an old copy opens like a new one.
    expect(await verifyTrail(at('old'))).toMatchObject(audit);
  });

  it.each(['audit.jsonl', 'desk.json', 'rule-sets/371500/1.0.0.yaml'])(
    'with a byte of %s flipped is not restored',
    async (file) => {
      await copyFolder(at('data'), at('backup'));
      const bytes = await readFile(at('backup', file));
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      await writeFile(at('backup', file), bytes);
      expect(['auditDamaged', 'deskDamaged', 'archiveFileDamaged']).toContain(
        await codeOf(copyFolder(at('backup'), at('new'))),
      );
      await expect(readdir(at('new'))).rejects.toThrow('ENOENT');
    },
  );

  it('goes only into an empty folder', async () => {
    expect(await codeOf(copyFolder(at('data'), at('data')))).toBe('archiveNotEmpty');
    expect(await codeOf(copyFolder(at('none'), at('new')))).toBe('dataFolderEmpty');
  });
});
