import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeJson } from '../../server/http/json.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { funding } from '../../server/usecases/funding.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { misfits } from '../answers.ts';
import { Published, realBook, refused, rules } from '../published.ts';

const plain = await realBook(false);
const request = {
  jurisdiction: '371500',
  date: '2019-06-01',
  claim: { funding: { persons: 1000, households: 400 } },
};

interface Told {
  readonly products: readonly Readonly<Record<string, unknown>>[];
  readonly waived: readonly Readonly<Record<string, unknown>>[];
  readonly total: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

async function answered(asked: unknown, book: RuleBook = plain): Promise<Told> {
  const json = writeJson(await funding(book, asked));
  expect(misfits('funding-answer', json)).toEqual([]);
  return JSON.parse(json) as Told;
}

describe('the worked example', () => {
  it('of 1,000 persons and 400 households comes to 164,000: province 114,000, city 20,000, county 30,000', async () => {
    const { products, waived, total, ...rest } = await answered(request);
    expect(rest).toMatchObject({
      jurisdiction: '371500',
      date: '2019-06-01',
      type: 'funding',
      ruleSet: { version: '1.0.0' },
    });
    const nothing = { carriedOver: 0, movedIn: 0, movedOut: 0, available: 0, unspent: 0 };
    const persons = { fact: 'funding.persons', label: { zh: '参保人数', en: 'insured persons' }, count: 1000 };
    expect(products).toEqual([
      {
        product: 'supplementaryMedical',
        label: { zh: '医疗商业补充保险', en: 'supplementary medical insurance' },
        rule: 'fundSupplementaryMedical',
        insured: persons,
        premiumEach: 150,
        premium: 150000,
        shares: { province: 100000, city: 20000, county: 30000 },
        ...nothing,
      },
      {
        product: 'accident',
        label: { zh: '意外伤害保险', en: 'accident insurance' },
        rule: 'fundAccident',
        insured: persons,
        premiumEach: 10,
        premium: 10000,
        shares: { province: 10000, county: 0 },
        ...nothing,
      },
      {
        product: 'property',
        label: { zh: '家庭财产保险', en: 'household property insurance' },
        rule: 'fundProperty',
        insured: { fact: 'funding.households', label: { zh: '参保户数', en: 'insured households' }, count: 400 },
        premiumEach: 10,
        premium: 4000,
        shares: { province: 4000, county: 0 },
        ...nothing,
      },
    ]);
    expect(waived).toEqual([]);
    expect(total).toEqual({
      premium: 164000,
      shares: { province: 114000, city: 20000, county: 30000 },
      ...{ unspent: 0, carriedOver: 0, moved: 0, available: 0 },
    });
  });

  it('writes amounts with two decimals', async () => {
    expect(writeJson(await funding(plain, request))).toContain(
      '"total":{"premium":164000.00,"shares":{"province":114000.00,"city":20000.00,"county":30000.00}',
    );
  });
});

describe('money of earlier years', () => {
  it('comes off the county’s share, after what is moved to another product', async () => {
    const { products, total } = await answered({
      ...request,
      carriedOver: { supplementaryMedical: 40000, property: 0.01 },
      moved: [
        { from: 'supplementaryMedical', to: 'accident', amount: 15000.5 },
        { from: 'accident', to: 'property', amount: 0.5 },
      ],
    });
    expect(products).toMatchObject([
      { carriedOver: 40000, movedOut: 15000.5, available: 24999.5, shares: { county: 5000.5 }, unspent: 0 },
      { movedIn: 15000.5, movedOut: 0.5, available: 15000, shares: { county: 0 }, unspent: 15000 },
      { carriedOver: 0.01, movedIn: 0.5, available: 0.51, unspent: 0.51 },
    ]);
    expect(total).toMatchObject({
      carriedOver: 40000.01,
      moved: 15001,
      available: 40000.01,
      shares: { county: 5000.5 },
      unspent: 15000.51,
    });
  });

  it('may stand in the claim’s own fact, and be moved from there', async () => {
    const claim = { funding: { persons: 1000, households: 400, carriedOver: { supplementaryMedical: 5000 } } };
    const moved = [{ from: 'supplementaryMedical', to: 'accident', amount: 5000 }];
    expect((await answered({ ...request, claim })).total).toMatchObject({ shares: { county: 25000 } });
    expect((await answered({ ...request, claim, moved })).products).toMatchObject([
      { carriedOver: 5000, movedOut: 5000, available: 0, shares: { county: 30000 } },
      { movedIn: 5000, unspent: 5000 },
      {},
    ]);
    expect(await refused(funding(plain, { ...request, claim, carriedOver: { supplementaryMedical: 1 } }))).toEqual([
      'fundingCarriedTwice /carriedOver/supplementaryMedical',
    ]);
  });

  it('cannot be moved where there is not enough of it at that point', async () => {
    const moved = [
      { from: 'property', to: 'accident', amount: 1 },
      { from: 'accident', to: 'property', amount: 1.01 },
    ];
    expect(await refused(funding(plain, { ...request, carriedOver: { property: 1 }, moved }))).toEqual([
      'fundingMovedTooMuch /moved/1/amount',
    ]);
    expect(await refused(funding(plain, { ...request, moved }))).toEqual([
      'fundingMovedTooMuch /moved/0/amount',
      'fundingMovedTooMuch /moved/1/amount',
    ]);
  });
});

describe('a county', () => {
  it('brings the less where it negotiated a lower premium', async () => {
    const found = await answered({ ...request, jurisdiction: '371525', date: '2019-08-01' }, await realBook(true));
    expect(found.products[0]).toMatchObject({ premiumEach: 145, premium: 145000, shares: { county: 25000 } });
    expect(found.total).toMatchObject({ premium: 159000, shares: { county: 25000 } });
  });

  const standards: Readonly<Record<string, string>> = {
    accident: 'accident.death: 40000',
    property: 'property.theft: 6000',
    supplementaryMedical: 'supplementaryMedical.annualCap: 400000',
  };
  const waiving = (...products: readonly string[]) => {
    const lines = products.map(
      (one) => `  - {product: ${one}, by: {zh: 民生综合保险}, standards: {${standards[one]}}}\n`,
    );
    const text = `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-01-01, to: 2019-12-31}\nreason: 已有更广更高的保险\nwaivers:\n${lines.join('')}`;
    const read = (file: string) => readFileSync(join(rules, '371500', file), 'utf8');
    return new RuleBook(new Published(read('jurisdictions.yaml'), [read('liaocheng-2019.yaml'), text]));
  };
  const ofCounty = { ...request, jurisdiction: '371525' };

  it('that waived a product brings no premium for it; what is left of it may be moved to others', async () => {
    const found = await answered(
      {
        ...ofCounty,
        carriedOver: { accident: 100 },
        moved: [{ from: 'accident', to: 'supplementaryMedical', amount: 60 }],
      },
      waiving('accident'),
    );
    expect(found.products.map(({ product }) => product)).toEqual(['supplementaryMedical', 'property']);
    expect(found.products[0]).toMatchObject({ movedIn: 60, shares: { county: 29940 } });
    expect(found.waived).toEqual([
      {
        product: 'accident',
        label: { zh: '意外伤害保险', en: 'accident insurance' },
        by: { zh: '民生综合保险', en: '民生综合保险' },
        ...{ carriedOver: 100, movedOut: 60, available: 40 },
      },
    ]);
    expect(found.total).toMatchObject({ premium: 154000, carriedOver: 100, moved: 60, unspent: 40 });
    const back = {
      ...ofCounty,
      carriedOver: { property: 1 },
      moved: [{ from: 'property', to: 'accident', amount: 1 }],
    };
    expect(await refused(funding(waiving('accident'), back))).toEqual(['fundingMovedToWaived /moved/0/to']);
  });

  it('that waived them all brings nothing', async () => {
    const found = await answered(ofCounty, waiving('accident', 'property', 'supplementaryMedical'));
    expect(found).toMatchObject({ type: 'funding', products: [], total: { premium: 0, shares: {} } });
    expect(found.waived).toHaveLength(3);
  });
});

describe('another city’s plan', () => {
  const other = openFolder(join(import.meta.dirname, '../cities/990004'));
  const asked = { jurisdiction: '990004', date: '2021-05-01', claim: { insured: { mu: 1000, persons: 10 } } };

  it('is funded by its own type, counts, purses and shares', async () => {
    const found = await answered({ ...asked, carriedOver: { fundCrops: 2000 } }, new RuleBook(await other));
    expect(found.type).toBe('premium');
    expect(found.products).toMatchObject([
      {
        product: 'fundCrops',
        insured: { fact: 'insured.mu', count: 1000 },
        premiumEach: 36,
        premium: 36000,
        shares: { province: 14400, city: 9000, county: 5400, farmer: 5200 },
        available: 2000,
      },
      { product: 'fundCare', premium: 800, shares: { charity: 1000, city: 200, county: 0 }, unspent: 400 },
    ]);
    expect(found.total).toMatchObject({ premium: 36800, shares: { county: 5400, farmer: 5200 }, unspent: 400 });
  });

  it('takes nothing carried over where its rules do not', async () => {
    const wrong = { ...asked, carriedOver: { fundCare: 1 } };
    expect(await refused(funding(new RuleBook(await other), wrong))).toEqual([
      'fundingNotCarried /carriedOver/fundCare',
    ]);
  });

  it('needs the type where it has several, and refuses one that funds nothing', async () => {
    const several = new RuleBook(new Published(places, [twoTypes]));
    const claim = { insured: { persons: 2 } };
    const ask = { jurisdiction: '990099', date: '2019-06-01', claim };
    expect(await refused(funding(several, ask))).toEqual(['fundingTypeNeeded /type']);
    const spring = await answered({ ...ask, type: 'spring' }, several);
    // 10.02 × 0.333 = 3.33666: rounded once, over all insured.
    expect(spring.products).toMatchObject([{ premiumEach: 3.34, premium: 6.67, shares: { county: 6.67 } }]);
    expect((await answered({ ...ask, claim: { ...claim, type: 'autumn' } }, several)).type).toBe('autumn');
    expect(await refused(funding(several, { ...ask, type: 'stay' }))).toEqual(['fundingTypeUnknown /type']);
    const both = { ...ask, type: 'spring', claim: { ...claim, type: 'autumn' } };
    expect(await refused(funding(several, both))).toEqual(['fundingTypeUnknown /claim/type']);
    const none = new RuleBook(await openFolder(join(import.meta.dirname, '../cities/990003')));
    const code = { ...ask, jurisdiction: '990003', date: (await none.nearestDate('990003', '2019-06-01')) ?? '' };
    expect(await refused(funding(none, code))).toEqual(['fundingNone /jurisdiction']);
  });
});

describe('a wrong request', () => {
  it.each([
    [null, ['requestNotObject ']],
    [{}, ['requestFieldMissing /jurisdiction', 'requestFieldMissing /date', 'requestFieldMissing /claim']],
    [{ ...request, persons: 1 }, ['requestFieldUnknown /persons']],
    [{ ...request, jurisdiction: 371500 }, ['requestWrongType /jurisdiction']],
    [{ ...request, jurisdiction: '37' }, ['requestNotCode /jurisdiction']],
    [{ ...request, date: '2019-02-29' }, ['requestNotDate /date']],
    [{ ...request, carriedOver: { accident: -1 } }, ['requestOutOfRange /carriedOver/accident']],
    [{ ...request, carriedOver: { accident: 0.001 } }, ['requestNotMoney /carriedOver/accident']],
    [{ ...request, carriedOver: { acident: 1 } }, ['fundingProductUnknown /carriedOver/acident']],
    [
      { ...request, moved: [{ from: 'accident', amount: '1' }] },
      ['requestFieldMissing /moved/0/to', 'requestWrongType /moved/0/amount'],
    ],
    [{ ...request, claim: { funding: { persons: -1 } } }, ['claimOutOfRange /claim/funding/persons']],
    [{ ...request, claim: { cost: { inScope: 1 } } }, ['claimFieldUnknown /claim/cost']],
    [{ ...request, jurisdiction: '110000' }, ['unknownJurisdiction /jurisdiction']],
    [{ ...request, date: '2021-01-01' }, ['noRuleSetInForce']],
  ])('%j is refused with what is wrong and where', async (asked, expected) => {
    expect(await refused(funding(plain, asked))).toEqual(expected);
  });
});

const places = 'kind: Jurisdictions\njurisdictions:\n  - {code: "990099", name: 测试市}\n';

/** Two seasons with premiums of their own, the first with more than two decimals. */
const twoTypes = `kind: RuleSet
jurisdiction: "990099"
effective: {from: 2019-01-01, to: 2019-12-31}
title: 测试
claims:
  spring: {facts: {insured.persons: {integer: {atLeast: 0}}}}
  autumn: {facts: {insured.persons: {integer: {atLeast: 0}}}}
  stay: {facts: {cost.inScope: {money: }}}
layers: [{name: premiums}, {name: cover}]
standards:
  spring.premium: {unit: CNY, better: higher, value: 10.02}
  spring.part: {unit: factor, better: higher, value: 0.333}
  autumn.premium: {unit: CNY, better: higher, value: 5}
  cover.sum: {unit: CNY, better: higher, value: 5}
rules:
  - {name: fundSpring, layer: premiums, conditions: {all: [{fact: claim.type, operator: equal, value: spring}]}, event: {type: fund, params: {count: insured.persons, premium: {amount: $spring.premium, times: $spring.part}, shares: {}, rest: county}}}
  - {name: fundAutumn, layer: premiums, conditions: {all: [{fact: claim.type, operator: equal, value: autumn}]}, event: {type: fund, params: {count: insured.persons, premium: $autumn.premium, shares: {}, rest: county}}}
  - {name: coverSum, layer: cover, conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}, event: {type: sum, params: {sum: $cover.sum, of: [inScope]}}}
`;
