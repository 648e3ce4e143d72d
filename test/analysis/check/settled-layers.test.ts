import { describe, expect, it } from 'vitest';
import { asked, half, naivelySame, plan, rule, share, stays } from './planted.ts';

/** The fund settles `fund` before: claims must bring the amount. What is left of the bill is paid half. */
const behindTheFund = (cap: number) =>
  plan({
    standards: { ratio: share(0.5), cap, first: { value: { fund: 'settled' } as never, unit: 'terms' } },
    layers: [{ name: 'fund', combine: 'one' }, { name: 'cover' }],
    limits: [{ name: 'year', over: ['cover'], per: 'year', atMost: '$cap' }],
    rules: [
      {
        name: 'first',
        label: 'first',
        conditions: { all: [stays] },
        event: { type: 'terms', params: { terms: '$first' } },
      },
      rule('booked', { type: 'reimburse', params: { of: ['inScope'] } }, { layer: 'fund' }),
      rule('never', { type: 'reimburse', params: { of: ['inScope'] } }, { layer: 'fund' }),
      rule('half', half),
    ],
  });

describe('where another system must have settled a layer', () => {
  it('a cap begins to cut at the smallest bill of which nothing was settled', async () => {
    const ruleSet = behindTheFund(1_000);
    const { caps } = (await asked(ruleSet, 'cliffs')).all;
    expect(caps).toMatchObject([{ limit: 'year', bill: 200_001, rule: 'half', layer: 'cover' }]);
    const example = caps[0]?.example;
    expect(example).toMatchObject({ paid: 100_000, claim: { settled: { fund: 0 } } });
    if (example) expect(naivelySame(ruleSet, example)).toBe(true);
  });

  it('a cap that no bill reaches is not told to be reached', async () => {
    const { caps } = (await asked(behindTheFund(9_999_999_999), 'cliffs')).all;
    expect(caps).toMatchObject([{ limit: 'year', bill: null, example: null }]);
  });

  it('the rule that the settled amount is booked to is alive, and another of its layer is not', async () => {
    const { found } = await asked(behindTheFund(1_000), 'deadRules');
    expect(found.map(({ rules }) => rules)).toEqual([['never']]);
  });
});
