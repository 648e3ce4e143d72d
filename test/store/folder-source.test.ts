import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { seed } from '../../server/store/seed.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { MemoryDisk } from './memory-disk.ts';
import { cityText, countyText, jurisdictionsText, typicalClaimsText } from './texts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

const refusal = async (promise: Promise<unknown>) => {
  const cause = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return cause instanceof Refusal ? { code: cause.code, file: cause.findings[0]?.at?.file } : cause;
};

describe('a folder of rules', () => {
  it('numbers the texts of each jurisdiction by file name, whatever they are called', async () => {
    write('city/2020.yml', cityText(2, '371500', '2020-01-01', '2020-12-31'));
    write('city/2019.yaml', cityText(1));
    write('city/who.yaml', jurisdictionsText);
    write('guan/2019.yaml', countyText(5));
    write('city/claims.yaml', typicalClaimsText(1));
    write('city/claims-2.yaml', typicalClaimsText(2));
    write('city/scenarios.yaml', 'kind: Scenarios\nthis: [is, not, read\n');
    write('city/notes.txt', 'not YAML');
    write('.hidden/broken.yaml', ': : :');
    const source = await openFolder(folder);
    expect(
      source.records().map(({ jurisdiction, version, sequence, kind }) => [jurisdiction, version, sequence, kind]),
    ).toEqual([
      ['371500', '1.0.0', 1, 'RuleSet'],
      ['371500', '2.0.0', 2, 'RuleSet'],
      ['371525', '1.0.0', 3, 'Override'],
    ]);
    const [first] = source.records();
    expect(first?.publishedAt).toBe('1970-01-01T00:00:00.000Z');
    expect(first && (await source.text(first))).toBe(cityText(1));
    expect(await source.jurisdictions()).toEqual([jurisdictionsText]);
    expect(await source.typicalClaims()).toEqual([typicalClaimsText(1)]);
  });

  it('leaves samples out unless asked for, and reads them last', async () => {
    write('samples/a.yaml', countyText(6, '371525', true));
    write('zz/city.yaml', cityText(1));
    write('zz/sample.yaml', countyText(7, '371522', true));
    expect((await openFolder(folder)).records().map(({ jurisdiction }) => jurisdiction)).toEqual(['371500']);
    const all = (await openFolder(folder, { samples: true })).records();
    expect(all.map(({ jurisdiction, sample }) => [jurisdiction, sample])).toEqual([
      ['371500', false],
      ['371522', true],
      ['371525', true],
    ]);
  });

  it('knows a county that no text names under its city, which one does', async () => {
    write('who.yaml', jurisdictionsText.replaceAll('371525', '371526'));
    write('a.yaml', cityText(1));
    write('b.yaml', countyText(2));
    const registry = await new RuleBook(await openFolder(folder)).registry();
    expect(registry.lookup('371525')).toMatchObject({ city: '371500' });
    expect(registry.lookup('371500')?.name.zh).not.toBe('371500');
  });

  it('makes jurisdictions from the rule sets that no text of that kind names', async () => {
    write('a.yaml', cityText(1));
    write('b.yaml', countyText(2));
    const [made] = await (await openFolder(folder)).jurisdictions();
    expect(JSON.parse(made ?? '')).toEqual({
      kind: 'Jurisdictions',
      jurisdictions: [
        { code: '371500', name: { zh: '某市规则', en: "a city's rules" } },
        { code: '371525', name: { zh: '371525', en: '371525' }, parent: '371500' },
      ],
    });
  });

  it.each([
    ['a mistyped kind', 'kind: Ruleset\n', 'textKindUnknown'],
    ['another', 'kind: TypicalClaim\n', 'textKindUnknown'],
    ['no kind', 'jurisdiction: "371500"\n', 'textNotUnderstood'],
    ['no period', 'kind: RuleSet\njurisdiction: "371500"\n', 'textNotUnderstood'],
    ['a code that is a number', 'kind: RuleSet\njurisdiction: 371500\n', 'textNotUnderstood'],
    ['bytes that are not UTF-8', new Uint8Array([0x6b, 0xff, 0xfe]), 'textNotUtf8'],
  ])('names the file with %s', async (_, content, code) => {
    write('city/x.yaml', content);
    expect(await refusal(openFolder(folder))).toEqual({ code, file: join(folder, 'city/x.yaml') });
  });

  it('names the file that is not YAML, and a folder that is not there', async () => {
    write('city/x.yaml', 'kind: RuleSet\na: [1, 2\n');
    expect(await refusal(openFolder(folder))).toMatchObject({ file: join(folder, 'city/x.yaml') });
    const none = join(folder, 'none');
    expect(await refusal(openFolder(none))).toEqual({ code: 'fileUnreadable', file: none });
  });
});

describe('the first start', () => {
  it('publishes what the folder holds as 1.0.0, and a later start alters nothing', async () => {
    write('city/rules.yaml', cityText(1));
    write('city/who.yaml', jurisdictionsText);
    write('city/claims.yaml', typicalClaimsText(1));
    const disk = new MemoryDisk();
    const open = () => openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });
    const store = await open();
    const given = { by: 'dixian', at: '2019-07-01T00:00:00.000Z' };
    expect(await seed(store, await openFolder(folder), given)).toBe(1);
    expect(store.records()).toMatchObject([{ version: '1.0.0', publishedBy: 'dixian', publishedAt: given.at }]);
    expect(await store.jurisdictions()).toEqual([jurisdictionsText]);
    expect(await store.typicalClaims()).toEqual([typicalClaimsText(1)]);

    write('city/rules.yaml', cityText(2));
    write('city/more.yaml', countyText(2));
    const before = disk.operations;
    const later = await open();
    const opened = disk.operations;
    expect(await seed(later, await openFolder(folder), given)).toBe(0);
    expect(disk.operations).toBe(opened);
    expect(before).toBeLessThanOrEqual(opened);
    const [record] = later.records();
    expect(later.records()).toHaveLength(1);
    expect(record && (await later.text(record))).toBe(cityText(1));
  });
});
