import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { FoundDamage } from '../../server/store/scrub.ts';
import { deskContract } from './desk-contract.ts';
import { MemoryDisk } from './memory-disk.ts';
import { publish, putJurisdictions, putTypicalClaims } from './publishing.ts';
import { storeContract } from './store-contract.ts';
import { cityText, jurisdictionsText, publication, typicalClaimsText } from './texts.ts';

const inFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dixian-store-'));
  return {
    open: () => openEmbedded(join(folder, 'data')),
    dispose: () => rm(folder, { recursive: true }),
  };
};

storeContract('data folder', inFolder);
deskContract('data folder', inFolder);

const options = (disk: MemoryDisk) => ({ fs: disk.fs, takeLock: () => () => {} });

const open = (disk: MemoryDisk, onDamage: (found: FoundDamage) => void = () => {}) =>
  openEmbedded('/data', { ...options(disk), onDamage });

const refusal = async (promise: Promise<unknown>) => {
  const cause = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return cause instanceof Refusal ? { code: cause.code, args: cause.findings[0]?.args } : cause;
};

/** A disk with three versions published. */
async function published(): Promise<{ disk: MemoryDisk; records: readonly PublicationRecord[] }> {
  const disk = new MemoryDisk();
  const store = await open(disk);
  for (const minor of [0, 1, 2]) await publish(store, publication(cityText(minor + 1), `1.${minor}.0`));
  await putJurisdictions(store, jurisdictionsText);
  await putTypicalClaims(store, typicalClaimsText(1));
  return { disk, records: store.records() };
}

const path = (version: string) => `/data/rule-sets/371500/${version}.yaml`;

describe('data found damaged', () => {
  it('is refused by name, never served, and the rest is', async () => {
    const { disk, records } = await published();
    const [first, second, third] = records.map(({ version }) => path(version)) as [string, string, string];
    const whole = disk.bytes(first) ?? new Uint8Array();
    disk.overwrite(
      first,
      whole.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
    );
    disk.overwrite(second, disk.bytes(third) ?? whole);
    const told: FoundDamage[] = [];
    const store = await open(disk, (found) => told.push(found));
    const [one, two, three] = store.records() as [PublicationRecord, PublicationRecord, PublicationRecord];
    await store.scrubbed;
    expect(store.damaged).toEqual([one, two]);
    expect(told).toEqual([
      { record: one, damage: 'textDamaged', file: first },
      { record: two, damage: 'textForeign', file: second },
    ]);
    expect(await refusal(store.text(one))).toEqual({
      code: 'textDamaged',
      args: { jurisdiction: '371500', version: '1.0.0', file: 'rule-sets/371500/1.0.0.yaml' },
    });
    expect(await refusal(store.text(two))).toMatchObject({ code: 'textForeign' });
    expect(await store.text(three)).toBe(cityText(3));
    disk.erase(third);
    expect(await refusal(store.text(three))).toMatchObject({ code: 'textMissing', args: { version: '1.2.0' } });
    expect(store.damaged).toEqual([one, two, three]);
    expect(told).toHaveLength(3);
    disk.overwrite(first, whole);
    expect(await store.text(one)).toBe(cityText(1));
    expect(store.damaged).toEqual([two, three]);
  });

  it('is never served by a store that has just opened, and told of once, whoever comes to it first', async () => {
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
      const { disk } = await published();
      const whole = disk.bytes(path(version)) ?? new Uint8Array();
      disk.overwrite(path(version), whole.slice(0, -1));
      const told: string[] = [];
      const store = await open(disk, ({ record }) => told.push(record?.version ?? ''));
      const texts = await Promise.allSettled([...store.records(), ...store.records()].map((one) => store.text(one)));
      expect(texts.filter(({ status }) => status === 'rejected')).toHaveLength(2);
      await store.scrubbed;
      expect(told).toEqual([version]);
      expect(store.damaged.map((one) => one.version)).toEqual([version]);
    }
  });

  it('stays unserved where it cannot be read', async () => {
    const { disk, records } = await published();
    const fs = {
      ...disk.fs,
      read: (file: string) => (file.endsWith('1.1.0.yaml') ? Promise.reject(new Error('EIO')) : disk.fs.read(file)),
    };
    const store = await openEmbedded('/data', { fs, takeLock: () => () => {} });
    await store.scrubbed;
    expect(store.damaged).toEqual([records[1]]);
    expect(await refusal(store.text(records[1] as PublicationRecord))).toEqual({
      code: 'textUnreadable',
      args: { jurisdiction: '371500', version: '1.1.0', file: 'rule-sets/371500/1.1.0.yaml' },
    });
  });

  it('is looked for no longer once the store is closed', async () => {
    const { disk } = await published();
    let reads = 0;
    const fs = { ...disk.fs, read: (file: string) => disk.fs.read(file).finally(() => (reads += 1)) };
    const store = await openEmbedded('/data', { fs, takeLock: () => () => {} });
    await store.close();
    const before = reads;
    await store.scrubbed;
    expect(reads).toBe(before);
    expect(reads).toBeLessThan(4);
  });

  it.each([
    ['desk.json', 'deskDamaged'],
    ['audit.jsonl', 'auditDamaged'],
  ])('every tenth byte of %s flipped is found', async (name, code) => {
    const { disk } = await published();
    const file = `/data/${name}`;
    const whole = disk.bytes(file) ?? new Uint8Array();
    for (let at = 0; at < whole.length; at += 10) {
      disk.overwrite(
        file,
        whole.map((byte, index) => (index === at ? byte ^ 4 : byte)),
      );
      expect(await refusal(open(disk))).toMatchObject({ code });
    }
  });

  it.each(['jurisdictions', 'typical-claims'])('in a text under %s is named', async (folder) => {
    const { disk } = await published();
    const file = disk.files().find((name) => name.startsWith(`/data/${folder}/`)) ?? '';
    const whole = disk.bytes(file) ?? new Uint8Array();
    disk.overwrite(file, new TextEncoder().encode('kind: Jurisdictions\n'));
    const told: FoundDamage[] = [];
    const store = await open(disk, (found) => told.push(found));
    const name = file.slice('/data/'.length);
    await store.scrubbed;
    expect(store.damagedBeside).toEqual([name]);
    expect(told).toEqual([{ record: null, damage: 'textBesideDamaged', file }]);
    const asked = () => (folder === 'jurisdictions' ? store.jurisdictions() : store.typicalClaims());
    expect(await refusal(asked())).toEqual({ code: 'textBesideDamaged', args: { file: name } });
    expect(told).toHaveLength(1);
    disk.overwrite(file, whole);
    await asked();
    expect(store.damagedBeside).toEqual([]);
  });

  it('does not start where the desk is gone and texts are there', async () => {
    const { disk } = await published();
    disk.erase('/data/desk.json');
    expect(await refusal(open(disk))).toEqual({ code: 'deskMissing', args: { file: '/data/desk.json', texts: 3 } });
    for (const file of disk.files()) if (file.startsWith('/data/rule-sets/')) disk.erase(file);
    expect(await refusal(open(disk))).toMatchObject({ code: 'deskMissing', args: { texts: 0 } });
  });
});

describe('an audit trail that is not what was written', () => {
  const file = '/data/audit.jsonl';
  const trail = (disk: MemoryDisk) => new TextDecoder().decode(disk.bytes(file)).split('\n').slice(0, -1);
  const write = (disk: MemoryDisk, lines: readonly string[]) =>
    disk.overwrite(file, new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));

  it.each<[string, (lines: readonly string[]) => readonly string[], string, number]>([
    ['with a line edited', (lines) => lines.with(1, (lines[1] ?? '').replace('T-001', 'T-002')), 'auditDamaged', 2],
    ['with a line taken out', (lines) => lines.toSpliced(1, 1), 'auditDamaged', 2],
    ['with two lines exchanged', ([a = '', b = '', c = '', ...more]) => [a, c, b, ...more], 'auditDamaged', 2],
    ['with a line twice', ([a = '', ...more]) => [a, a, ...more], 'auditDamaged', 2],
    ['without its last line', (lines) => lines.slice(0, -1), 'auditCut', 5],
    ['without its last three', (lines) => lines.slice(0, -3), 'auditCut', 3],
    ['without any', () => [], 'auditCut', 1],
    ['with its last line twice', (lines) => [...lines, lines.at(-1) ?? ''], 'auditAdded', 6],
    ['with its first line twice', (lines) => [...lines, lines[0] ?? ''], 'auditAdded', 6],
    ['with something behind its end', (lines) => [...lines, 'x'], 'auditAdded', 6],
    ['with another first line', (lines) => lines.with(0, (lines[0] ?? '').replace('2019', '2018')), 'auditDamaged', 1],
  ])('%s keeps the store from opening, naming file and line', async (_, change, code, line) => {
    const { disk } = await published();
    write(disk, change(trail(disk)));
    const args = { file: 'audit.jsonl', line, ...(code === 'auditAdded' && { lines: 5 }) };
    expect(await refusal(open(disk))).toEqual({ code, args });
  });

  it('and a desk that is older than the trail are told apart from what a crash leaves', async () => {
    const { disk } = await published();
    const old = disk.bytes('/data/desk.json') ?? new Uint8Array();
    const store = await open(disk);
    await publish(store, publication(cityText(8), '1.8.0'));
    const between = disk.bytes('/data/desk.json') ?? new Uint8Array();
    await publish(store, publication(cityText(9), '1.9.0'));
    disk.overwrite('/data/desk.json', old);
    expect(await refusal(open(disk))).toEqual({ code: 'deskBehind', args: { file, lines: 5 } });
    disk.overwrite('/data/desk.json', between);
    const whole = disk.bytes(file)?.length ?? 0;
    const cut: number[] = [];
    const again = await openEmbedded('/data', { ...options(disk), onCut: ({ bytes }) => cut.push(bytes) });
    expect(again.records().map(({ version }) => version)).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.8.0']);
    expect(cut).toEqual([whole - (disk.bytes(file)?.length ?? 0)]);
    expect(trail(disk)).toHaveLength(6);
  });

  it.each([
    ['in a line that a crash tore', '{"hash":"sha256:12'],
    ['in more than a megabyte of it', 'x'.repeat(3 << 20)],
    ['in zeros, and what stands behind them', `${'\0'.repeat(4096)}"}}\n{"hash":"sha256:12"}\n`],
  ])('but ends %s opens, and says what was cut', async (_, torn) => {
    const { disk } = await published();
    const whole = disk.bytes(file) ?? new Uint8Array();
    disk.overwrite(file, Buffer.concat([whole, Buffer.from(torn)]));
    const cut: unknown[] = [];
    const store = await openEmbedded('/data', { ...options(disk), onCut: (one) => cut.push(one) });
    expect(cut).toEqual([{ file, bytes: torn.length }]);
    expect(store.records()).toHaveLength(3);
    await store.close();
    expect(disk.bytes(file)).toEqual(whole);
  });
});

describe('what a crash left behind', () => {
  it('is cleared away: temporary files removed, texts without a record set aside', async () => {
    const { disk } = await published();
    disk.overwrite(`${path('1.3.0')}.tmp`, new Uint8Array([1]));
    disk.overwrite('/data/desk.json.tmp', new Uint8Array([1]));
    disk.overwrite(path('1.3.0'), new TextEncoder().encode(cityText(9)));
    const store = await open(disk);
    expect(disk.files().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(disk.files()).toContain('/data/set-aside/rule-sets-371500-1.3.0.yaml');
    expect(store.records()).toHaveLength(3);
    const record = await publish(store, publication(cityText(4), '1.3.0'));
    expect(await store.text(record)).toBe(cityText(4));
  });
});

describe('opened to be read only', () => {
  it('reads beside the owner, changes nothing and takes no lock', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dixian-store-'));
    const owner = await openEmbedded(folder);
    const record = await publish(owner, publication(cityText(1), '1.0.0'));
    const files = await readdir(folder);
    const reader = await openEmbedded(folder, { readOnly: true });
    expect(await reader.text(record)).toBe(cityText(1));
    expect(await refusal(publish(reader, publication(cityText(2), '1.1.0')))).toMatchObject({ code: 'storeReadOnly' });
    await reader.close();
    expect(await readdir(folder)).toEqual(files);
    expect(await refusal(openEmbedded(folder))).toMatchObject({ code: 'folderInUse', args: { pid: process.pid } });
    await owner.close();
    await (await openEmbedded(folder)).close();
    expect(await refusal(openEmbedded(join(folder, 'none'), { readOnly: true }))).toMatchObject({
      code: 'dataFolderEmpty',
    });
    await rm(folder, { recursive: true });
  });
});
