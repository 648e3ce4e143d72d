import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { ruleSetOf } from '../rule-set-of.ts';

const DATE = '2019-06-01';

/** Half up, written down a second time: of ratio = n / d. */
function share(fen: bigint, n: bigint, d: bigint): bigint {
  return (2n * fen * n + d) / (2n * d);
}

describe('amounts too large for doubles', () => {
  // Ratios of seven decimals: fen × 9,999,999 passes 2⁵³ from about 9 million CNY on.
  const ruleSet = ruleSetOf({
    standards: { 'cover.ratio': { unit: 'share', value: 0.9999999 } },
    rules: [
      {
        name: 'cover',
        layer: 'cover',
        conditions: { all: [] },
        event: { type: 'reimburse', params: { of: ['inScope'], ratio: '$cover.ratio' } },
      },
    ],
  });

  it('are settled exactly all the same, by generated code and by the plain run', async () => {
    const [generated, plain] = [compile(ruleSet), compile(ruleSet, { generate: false })];
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 999_999_999_999n }), async (fen) => {
        const claim = { type: 'stay', cost: { inScope: Number(fen) / 100 } };
        const settlement = await generated.settle(claim, DATE);
        expect(settlement).toEqual(await plain.settle(claim, DATE));
        expect(BigInt(settlement.paid)).toBe(share(fen, 9_999_999n, 10_000_000n));
      }),
      { numRuns: 2000, examples: [[999_999_999_999n], [0n], [1n], [900_719_925n], [900_719_926n]] },
    );
  });
});

describe('a fractional deductible', () => {
  it('stays exact until the form rounds: half of 0.01 is not rounded first', async () => {
    const ruleSet = ruleSetOf({
      standards: {
        'cover.deductible': { unit: 'CNY', value: 0.01 },
        'cover.half': { unit: 'factor', value: 0.5 },
        'cover.ratio': { unit: 'share', value: 0.5 },
      },
      rules: [
        {
          name: 'cover',
          layer: 'cover',
          conditions: { all: [] },
          event: {
            type: 'reimburse',
            params: {
              of: ['inScope'],
              deductible: { amount: '$cover.deductible', times: '$cover.half' },
              ratio: '$cover.ratio',
            },
          },
        },
      ],
    });
    // (0.02 − 0.005) × 0.5 = 0.0075 → 0.01; with the deductible rounded to 0.01 first it would be 0.005 → 0.01; at 0.01:
    // (0.01 − 0.005) × 0.5 = 0.0025 → 0.00, and at 0.04: 0.0175 → 0.02 where the other gives 0.015 → 0.02.
    const paid = async (inScope: number) =>
      (await compile(ruleSet).settle({ type: 'stay', cost: { inScope } }, DATE)).paid;
    expect(await paid(0.01)).toBe(0);
    expect(await paid(0.02)).toBe(1);
    expect(await paid(0.04)).toBe(2);
    // 0.03: (0.03 − 0.005) × 0.5 = 0.0125 → 0.01
    expect(await paid(0.03)).toBe(1);
  });
});
