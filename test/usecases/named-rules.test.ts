import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { effectiveDigest } from '../../server/rulesets/digest.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import type { RulesInForce } from '../../server/usecases/rules-in-force.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { publish, publishAll } from '../store/publishing.ts';
import { cityText, countyText, publication } from '../store/texts.ts';

/** A county that changed its code, beside one that has no override. */
const WHO = `kind: Jurisdictions
jurisdictions:
  - {code: "371500", name: 某市}
  - {code: "371525", name: 某县, parent: "371500"}
  - {code: "371523", name: 旧县, parent: "371500", validTo: 2019-12-31, successor: "371503"}
  - {code: "371503", name: 新区, parent: "371500", validFrom: 2020-01-01}
`;

let store: Store;
let book: RuleBook;
beforeEach(async () => {
  store = await openEmbedded('/data', { fs: new MemoryDisk().fs, takeLock: () => () => {} });
  const publications = [
    publication(cityText(1), '1.0.0'),
    publication(cityText(2), '1.1.0'),
    publication(cityText(3, '371500', '2010-01-01', '2010-12-31'), '2.0.0'),
    publication(countyText(4), '1.0.0'),
    publication(countyText(5), '1.1.0'),
    publication(countyText(6, '371523'), '1.0.0'),
  ];
  await publishAll(store, publications, [WHO]);
  book = new RuleBook(store);
});

const said = ({ jurisdiction, name, effective }: RulesInForce) => {
  expect(name.effectiveDigest).toBe(effective.effectiveDigest);
  return [jurisdiction.code, name.version, name.base.version, effective.standards.get('basic.sum')?.value];
};

const refusal = async (promise: Promise<unknown>) => {
  const cause = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  return cause instanceof Refusal ? { code: cause.code, args: cause.findings[0]?.args } : cause;
};

/** The digest of the n-th publication. */
const digest = (index: number) => store.records()[index]?.digest ?? '';

describe('rules by version numbers', () => {
  it("are a city's own, a county's on any of the city's versions, and the city's in a county", async () => {
    expect(said(await book.byVersion('371500', '1.0.0', null))).toEqual(['371500', '1.0.0', '1.0.0', 1]);
    expect(said(await book.byVersion('371500', '1.1.0', '1.1.0'))).toEqual(['371500', '1.1.0', '1.1.0', 2]);
    expect(said(await book.byVersion('371500', null, '2.0.0'))).toEqual(['371500', '2.0.0', '2.0.0', 3]);
    expect(said(await book.byVersion('371525', '1.0.0', '1.0.0'))).toEqual(['371525', '1.0.0', '1.0.0', 4]);
    expect(said(await book.byVersion('371525', '1.1.0', '2.0.0'))).toEqual(['371525', '1.1.0', '2.0.0', 5]);
    expect(said(await book.byVersion('371525', null, '1.1.0'))).toEqual(['371525', null, '1.1.0', 2]);
  });

  it('are those that a settlement names, whatever the date', async () => {
    const { name, effective } = await book.inForce('371525', '2019-08-01');
    const again = await book.byVersion(name.jurisdiction, name.version, name.base.version);
    expect(again.effective).toEqual(effective);
    expect(said(await book.byVersion('371503', '1.0.0', '1.0.0'))).toEqual(['371503', '1.0.0', '1.0.0', 6]);
  });

  it.each([
    ['371500', '9.0.0', null, 'unknownVersion', { code: '371500', version: '9.0.0', known: '2.0.0, 1.1.0, 1.0.0' }],
    ['371525', '9.0.0', '1.0.0', 'unknownVersion', { code: '371525', version: '9.0.0', known: '1.1.0, 1.0.0' }],
    ['371525', '1.0.0', '9.0.0', 'unknownVersion', { code: '371500', version: '9.0.0', known: '2.0.0, 1.1.0, 1.0.0' }],
    ['371525', '1.0.0', null, 'baseVersionNeeded', { code: '371525', known: '2.0.0, 1.1.0, 1.0.0' }],
    ['371500', '1.0.0', '1.1.0', 'baseVersionDiffers', { code: '371500', version: '1.0.0', baseVersion: '1.1.0' }],
    ['371500', null, null, 'requestFieldMissing', { field: 'version' }],
  ])('of %s %s on %s are refused with %s', async (code, version, baseVersion, refused, args) => {
    expect(await refusal(book.byVersion(code, version, baseVersion))).toEqual({ code: refused, args });
  });

  it('are refused naming a dozen versions at most', async () => {
    const versions = Array.from({ length: 15 }, (_, index) => `3.${index}.0`);
    await publishAll(
      store,
      versions.map((version, index) => publication(cityText(100 + index), version)),
      [],
    );
    const found = await refusal(book.byVersion('371500', '1.0', null));
    expect(found).toMatchObject({
      args: { known: `${versions.slice(3).reverse().join(', ')}, …` },
    });
  });
});

describe('rules by effective digest', () => {
  it("are a city's alone, or a county's with its override, on whatever date both hold or none", async () => {
    const found = async (base: number, override: number | null) =>
      said(await book.byEffectiveDigest(effectiveDigest(digest(base), override === null ? null : digest(override))));
    expect(await found(0, null)).toEqual(['371500', '1.0.0', '1.0.0', 1]);
    expect(await found(1, 4)).toEqual(['371525', '1.1.0', '1.1.0', 5]);
    expect(await found(2, 3)).toEqual(['371525', '1.0.0', '2.0.0', 4]);
    expect(await found(0, 5)).toEqual(['371523', '1.0.0', '1.0.0', 6]);
  });

  it("of a county without override are the city's", async () => {
    const county = await book.inForce('371525', '2019-02-01');
    expect(county.name.version).toBeNull();
    expect(said(await book.byEffectiveDigest(county.effective.effectiveDigest))).toEqual([
      '371500',
      '1.1.0',
      '1.1.0',
      2,
    ]);
  });

  it('are found as soon as they are published, also where they were asked for before', async () => {
    const text = countyText(77);
    const elsewhere = await openEmbedded('/data', { fs: new MemoryDisk().fs, takeLock: () => () => {} });
    const { digest: coming } = await publish(elsewhere, publication(text, '7.0.0'));
    const asked = effectiveDigest(digest(1), coming);
    expect(await refusal(book.byEffectiveDigest(asked))).toEqual({ code: 'unknownDigest', args: { digest: asked } });
    expect(await refusal(book.byEffectiveDigest(asked))).toMatchObject({ code: 'unknownDigest' });
    await publish(store, publication(text, '7.0.0'));
    expect(said(await book.byEffectiveDigest(asked))).toEqual(['371525', '7.0.0', '1.1.0', 77]);
  });

  it.each(['', 'sha256:', `sha256:${'A'.repeat(64)}`, 'x'.repeat(500)])('are not found under %s', async (text) => {
    expect(await refusal(book.byEffectiveDigest(text))).toEqual({
      code: 'unknownDigest',
      args: { digest: text.length > 80 ? `${'x'.repeat(80)}…` : text },
    });
  });
});
