import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnyText, cnyWords, fenOf, groupedDecimal, isMoney, MONEY_LIMIT_CNY } from '../../server/domain/money.ts';
import { percentWords, plus, ratioOf, ratioText, times } from '../../server/domain/ratio.ts';

describe('money', () => {
  it('is every amount of whole fen below the limit, and comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MONEY_LIMIT_CNY * 100 - 1 }), (fen) => {
        const written = Number(cnyText(fen));
        expect(isMoney(written)).toBe(true);
        expect(fenOf(written)).toBe(fen);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is nothing else', () => {
    for (const no of [-0.01, 0.001, 0.015, 1e10, Number.NaN, Number.POSITIVE_INFINITY, 123.456]) {
      expect(isMoney(no), String(no)).toBe(false);
    }
    for (const yes of [0, -0, 0.01, 0.29, 1.1, 4.35, 9_999_999_999.99]) expect(isMoney(yes), String(yes)).toBe(true);
  });

  it('is written with exactly two decimals, for people with separators', () => {
    expect([0, 1, 10, 100, 1_584_000].map(cnyText)).toEqual(['0.00', '0.01', '0.10', '1.00', '15840.00']);
    expect(cnyWords(123_456_789)).toBe('1,234,567.89');
    expect(cnyWords(-1_234)).toBe('-12.34');
    expect(['20766.75', '1000', '999', '-1234567.5', '2019-07-01', 'level1000'].map(groupedDecimal)).toEqual([
      '20,766.75',
      '1,000',
      '999',
      '-1,234,567.5',
      '2019-07-01',
      'level1000',
    ]);
  });
});

describe('ratios', () => {
  it('are the decimals that were written', () => {
    expect(ratioOf(0.1)).toEqual({ n: 1n, d: 10n });
    expect(ratioOf(0.55)).toEqual({ n: 11n, d: 20n });
    expect(ratioOf(1e-7)).toEqual({ n: 1n, d: 10_000_000n });
    expect(ratioOf(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
    expect(ratioText(plus(ratioOf(0.1), ratioOf(0.2)))).toBe('0.3');
    expect(percentWords(times(ratioOf(0.7), ratioOf(0.1)))).toBe('7%');
  });
});
