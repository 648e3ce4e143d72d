import { describe, expect, it } from 'vitest';
import { asked, half, naivelySame, plan, rule, share, stays } from './planted.ts';

const level = (...levels: readonly number[]) => ({
  all: [stays, { fact: 'hospital.level', operator: 'in', value: levels }],
});
const terms = (standard: string) => ({
  name: 'terms',
  label: 'terms',
  conditions: level(2),
  event: { type: 'terms', params: { terms: standard } },
});

describe('a dead rule', () => {
  const standards = { ratio: share(0.5), nothing: share(0), unset: share('none') };
  const nothing = { type: 'reimburse', params: { of: ['inScope'], ratio: '$nothing' } };
  const unset = { type: 'reimburse', params: { of: ['inScope'], ratio: '$unset' } };

  it.each([
    ['unset', [rule('half', half), rule('other', unset)], ['other'], ['unset']],
    ['behindOthers', [rule('half', half), rule('other', half)], ['other'], []],
    [
      'neverApplies',
      [
        rule('half', half),
        rule('other', half, {
          layer: 'more',
          conditions: { all: [...level(1).all, { fact: 'hospital.level', operator: 'equal', value: 2 }] },
        }),
      ],
      ['other'],
      [],
    ],
    ['paysNothing', [rule('half', half), rule('other', nothing, { layer: 'more' })], ['other'], []],
  ] as const)('is found: %s', async (because, rules, dead, named) => {
    const planted = plan({ standards, layers: [{ name: 'cover', combine: 'one' }, { name: 'more' }], rules });
    const { found, rest } = await asked(planted, 'deadRules');
    expect(found).toMatchObject([{ rules: dead, because, standards: named, shown: 'proved' }]);
    expect(rest).toEqual(new Set(['proved']));
  });

  it('is not a rule that pays some claim, nor terms that withhold something', async () => {
    const alive = plan({
      standards: { ...standards, withheld: { value: { more: 'none' } as never, unit: 'terms' } },
      layers: [{ name: 'cover', combine: 'one' }, { name: 'more' }],
      rules: [
        rule('half', half, { conditions: level(1) }),
        rule('other', half, { conditions: level(2) }),
        rule('more', half, { layer: 'more' }),
        terms('$withheld'),
      ],
    });
    expect((await asked(alive, 'deadRules')).found).toEqual([]);
  });

  it('is terms that leave all as it is', async () => {
    const planted = plan({
      standards: { ratio: share(0.5), full: { value: { cover: 'full' } as never, unit: 'terms' } },
      rules: [rule('half', half), terms('$full')],
    });
    const { found } = await asked(planted, 'deadRules');
    expect(found).toMatchObject([{ rules: ['terms'], because: 'changesNothing', layer: null, shown: 'proved' }]);
  });

  it('is not a rule that pays only where another system has settled what comes before it', async () => {
    const whole = { type: 'reimburse', params: { of: ['inScope'] } };
    const behind = plan({
      standards,
      layers: [{ name: 'cover' }, { name: 'more' }],
      rules: [rule('whole', whole), rule('other', half, { layer: 'more' })],
    });
    expect((await asked(behind, 'deadRules')).found).toEqual([]);
  });

  it('is not a rule that pays nothing and counts what later stays begin from', async () => {
    const counting = { type: 'reimburse', params: { of: ['inScope'], ratio: '$nothing', year: true } };
    const counts = plan({ standards, layers: [{ name: 'cover' }], rules: [rule('counting', counting)] });
    expect((await asked(counts, 'deadRules')).found).toEqual([]);
  });
});

describe('a gap', () => {
  it('is told by the facts that make it, and closed by a rule for them', async () => {
    const planted = plan({ standards: { ratio: share(0.5) }, rules: [rule('half', half, { conditions: level(1) })] });
    const { found, rest } = await asked(planted, 'gaps');
    expect(found).toMatchObject([
      {
        facts: [{ fact: 'hospital.level', values: [{ kind: 'value', value: '2' }] }],
        shown: 'proved',
        rules: ['half'],
      },
    ]);
    expect(found[0]?.example).toMatchObject({ paid: 0, claim: { hospital: { level: 2 } } });
    expect(rest).toEqual(new Set(['proved']));
    const cured = plan({ standards: { ratio: share(0.5) }, rules: [rule('half', half, { conditions: level(1, 2) })] });
    expect(await asked(cured, 'gaps')).toMatchObject({ found: [], rest: new Set(['proved']) });
  });

  it('is as well where rules apply and never pay, and not where a bill is only too small', async () => {
    const nothing = plan({ standards: { ratio: share(0) }, rules: [rule('half', half)] });
    expect((await asked(nothing, 'gaps')).found).toMatchObject([{ facts: [], shown: 'proved' }]);
    const params = { of: ['inScope'], ratio: '$ratio', deductible: '$deductible' };
    const small = plan({
      standards: { ratio: share(0.5), deductible: 100_000 },
      rules: [rule('half', { type: 'reimburse', params })],
    });
    expect((await asked(small, 'gaps')).found).toEqual([]);
  });

  it('tells whole numbers by where they begin and end', async () => {
    const early = { all: [stays, { fact: 'stay.number', operator: 'lessThanInclusive', value: 3 }] };
    const planted = plan({
      facts: { 'stay.number': { integer: { atLeast: 1 }, default: 1 } },
      standards: { ratio: share(0.5) },
      rules: [rule('half', half, { conditions: early })],
    });
    const { found } = await asked(planted, 'gaps');
    expect(found[0]?.facts).toEqual([{ fact: 'stay.number', values: [{ kind: 'number', low: 4, high: null }] }]);
  });

  it.each([
    ['greaterThan', 0.29, { kind: 'number', low: null, high: 0.29 }],
    ['greaterThanInclusive', 2.5, { kind: 'number', low: null, high: 2.49 }],
    ['lessThan', 0.07, { kind: 'number', low: 0.07, high: null }],
    ['equal', 0.3, { kind: 'number', low: null, high: 0.29 }],
  ] as const)('tells decimals by where they begin and end: %s %s', async (operator, value, gap) => {
    const some = { all: [stays, { fact: 'field.area', operator, value }] };
    const planted = plan({
      facts: { 'field.area': { decimal: {} } },
      standards: { ratio: share(0.5) },
      rules: [rule('half', half, { conditions: some })],
    });
    const { found } = await asked(planted, 'gaps');
    expect(found[0]?.facts.map(({ fact }) => fact)).toEqual(['field.area']);
    expect(found[0]?.facts[0]?.values).toContainEqual(gap);
  });

  it('tells days as left out only where one of their dates may be', async () => {
    const late = { all: [stays, { fact: 'since', operator: 'greaterThan', value: 2 }] };
    const from = (date: unknown) =>
      plan({
        facts: { 'stay.from': date, since: { daysBetween: ['stay.from', 'claim.date'], default: 'none' } },
        standards: { ratio: share(0.5) },
        rules: [rule('half', half, { conditions: late })],
      });
    const values = async (date: unknown) => (await asked(from(date), 'gaps')).found[0]?.facts[0]?.values;
    const few = { kind: 'number', low: null, high: 2 };
    expect(await values({ date: null })).toEqual([few]);
    expect(await values({ date: null, default: 'none' })).toEqual([{ kind: 'value', value: null }, few]);
  });

  it('is shown by a claim that no other gap has', async () => {
    const none = { type: 'terms', params: { terms: '$none' } };
    const poor = { all: [stays, { fact: 'person.poor', operator: 'equal', value: true }] };
    const planted = plan({
      facts: { 'person.poor': { boolean: null, default: true } },
      standards: { ratio: share(0.5), none: { value: { cover: 'none' } as never, unit: 'terms' } },
      rules: [
        { name: 'second', label: 'second', conditions: level(2), event: none },
        { name: 'poor', label: 'poor', conditions: poor, event: none },
        rule('half', half),
      ],
    });
    const { found } = await asked(planted, 'gaps');
    expect(found.map(({ facts: [one], rules }) => [one?.fact, rules])).toEqual([
      ['person.poor', ['poor']],
      ['hospital.level', ['second']],
    ]);
  });

  it('groups values beside the same others, and ranges of money', async () => {
    const poor = { all: [stays, { fact: 'income', operator: 'lessThanInclusive', value: 5_500 }] };
    const planted = plan({
      facts: { income: { money: null, default: 'none' } },
      standards: { ratio: share(0.5) },
      rules: [rule('half', half, { conditions: poor })],
    });
    const { found } = await asked(planted, 'gaps');
    expect(found).toHaveLength(1);
    expect(found[0]?.facts).toEqual([
      {
        fact: 'income',
        values: [
          { kind: 'value', value: null },
          { kind: 'money', low: 550_001, high: 10 ** 12 - 1 },
        ],
      },
    ]);
  });
});

describe('a double payment', () => {
  const second = (of: string) => rule('second', { type: 'reimburse', params: { of: [of], ratio: '$ratio' } });
  const twice = (of: string, conditions?: unknown) =>
    plan({
      facts: { 'cost.outOfScope': { money: null, default: 0 } },
      standards: { ratio: share(0.5) },
      layers: [{ name: 'cover', combine: 'sum' }],
      rules: [
        rule('half', half, conditions === undefined ? {} : { conditions }),
        { ...second(of), ...(conditions === undefined ? {} : { conditions: level(2) }) },
      ],
    });

  it('is found where two rules of a layer pay of one pot', async () => {
    const planted = twice('inScope');
    const { found } = await asked(planted, 'doublePayments');
    expect(found).toMatchObject([{ layer: 'cover', rules: ['half', 'second'], pots: ['inScope'] }]);
    expect(found.every(({ example }) => naivelySame(planted, example))).toBe(true);
  });

  it.each([
    ['pay of two pots', twice('outOfScope')],
    ['never apply together', twice('inScope', level(1))],
  ])('is not where they %s', async (_, cured) => {
    expect(await asked(cured, 'doublePayments')).toMatchObject({ found: [], rest: new Set(['proved']) });
  });
});

describe('a payment above cost', () => {
  const lump = (params: Record<string, unknown>) =>
    plan({ standards: { lump: 500 }, rules: [rule('lump', { type: 'sum', params: { sum: '$lump', ...params } })] });

  it('is found where a sum is paid beside the bill, and not where it is drawn from it', async () => {
    const { found } = await asked(lump({}), 'aboveCost');
    expect(found).toMatchObject([{ rules: ['lump'], layer: 'cover' }]);
    const [{ example, over } = { example: null, over: 0 }] = found;
    expect([over > 0, over]).toEqual([true, (example?.paid ?? 0) - (example?.bill ?? 0)]);
    expect(await asked(lump({ of: ['inScope'] }), 'aboveCost')).toMatchObject({ found: [], rest: new Set(['proved']) });
  });
});

describe('a cap', () => {
  const capped = (cap: number) =>
    plan({
      standards: { ratio: share(0.5), cap },
      limits: [{ name: 'year', over: ['cover'], per: 'year', atMost: '$cap' }],
      rules: [rule('half', half)],
    });

  it('begins to cut at the smallest bill that it leaves a fen of unpaid', async () => {
    const { caps } = (await asked(capped(1_000), 'cliffs')).all;
    expect(caps).toMatchObject([{ limit: 'year', bill: 200_001, rule: 'half', layer: 'cover' }]);
    expect(caps[0]?.example).toMatchObject({ paid: 100_000 });
  });

  it('that no bill reaches has none', async () => {
    const { caps } = (await asked(capped(9_999_999_999), 'cliffs')).all;
    expect(caps).toMatchObject([{ limit: 'year', bill: null, example: null }]);
  });
});
