import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { MemoryDisk } from './memory-disk.ts';
import { storeContract } from './store-contract.ts';
import { cityText, jurisdictionsText, publication } from './texts.ts';

storeContract('data folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dixian-store-'));
  return {
    open: () => openEmbedded(join(folder, 'data')),
    dispose: () => rm(folder, { recursive: true }),
  };
});

const open = (disk: MemoryDisk, readOnly = false) =>
  openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {}, readOnly });

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
  for (const minor of [0, 1, 2]) await store.publish(publication(cityText(minor + 1), `1.${minor}.0`));
  await store.putJurisdictions(jurisdictionsText);
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
    const store = await open(disk);
    const [one, two, three] = store.records() as [PublicationRecord, PublicationRecord, PublicationRecord];
    expect(store.damaged).toEqual([one, two]);
    expect(await refusal(store.text(one))).toEqual({
      code: 'textDamaged',
      args: { jurisdiction: '371500', version: '1.0.0', file: first },
    });
    expect(await refusal(store.text(two))).toMatchObject({ code: 'textForeign' });
    expect(await store.text(three)).toBe(cityText(3));
    disk.erase(third);
    expect(await refusal(store.text(three))).toMatchObject({ code: 'textMissing', args: { version: '1.2.0' } });
  });

  it.each(['every tenth byte of the records'])('%s flipped is found', async () => {
    const { disk } = await published();
    const whole = disk.bytes('/data/records.json') ?? new Uint8Array();
    for (let at = 0; at < whole.length; at += 10) {
      disk.overwrite(
        '/data/records.json',
        whole.map((byte, index) => (index === at ? byte ^ 4 : byte)),
      );
      expect(await refusal(open(disk))).toMatchObject({ code: 'recordsDamaged' });
    }
  });

  it('in a text of kind Jurisdictions is named', async () => {
    const { disk } = await published();
    const file = disk.files().find((name) => name.startsWith('/data/jurisdictions/')) ?? '';
    disk.overwrite(file, new TextEncoder().encode('kind: Jurisdictions\n'));
    expect(await refusal((await open(disk)).jurisdictions())).toEqual({ code: 'recordsDamaged', args: { file } });
  });

  it('does not start where the records are gone and texts are there', async () => {
    const { disk } = await published();
    disk.erase('/data/records.json');
    expect(await refusal(open(disk))).toEqual({
      code: 'recordsMissing',
      args: { file: '/data/records.json', texts: 3 },
    });
  });
});

describe('what a crash left behind', () => {
  it('is cleared away: temporary files removed, texts without a record set aside', async () => {
    const { disk } = await published();
    disk.overwrite(`${path('1.3.0')}.tmp`, new Uint8Array([1]));
    disk.overwrite('/data/records.json.tmp', new Uint8Array([1]));
    disk.overwrite(path('1.3.0'), new TextEncoder().encode(cityText(9)));
    const store = await open(disk);
    expect(disk.files().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(disk.files()).toContain('/data/set-aside/rule-sets-371500-1.3.0.yaml');
    expect(store.records()).toHaveLength(3);
    const record = await store.publish(publication(cityText(4), '1.3.0'));
    expect(await store.text(record)).toBe(cityText(4));
  });
});

describe('opened to be read only', () => {
  it('reads beside the owner, changes nothing and takes no lock', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dixian-store-'));
    const owner = await openEmbedded(folder);
    const record = await owner.publish(publication(cityText(1), '1.0.0'));
    const files = await readdir(folder);
    const reader = await openEmbedded(folder, { readOnly: true });
    expect(await reader.text(record)).toBe(cityText(1));
    expect(await refusal(reader.publish(publication(cityText(2), '1.1.0')))).toMatchObject({ code: 'storeReadOnly' });
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
