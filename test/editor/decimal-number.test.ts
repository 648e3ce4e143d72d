import { describe, expect, it } from 'vitest';
import { decimalNumber } from '../../editor/calculator/decimal-number.ts';

describe('a number with decimals in the calculator', () => {
  it.each([
    ['3.5', 3.5],
    ['３．５', 3.5],
    [' 0.25 ', 0.25],
    ['12', 12],
    ['0', 0],
    ['50%', 0.5],
  ])('%s is read', (typed, value) => {
    expect(decimalNumber(typed, 2)).toBe(value);
  });

  it('a part may be said as per cent, with as many decimals as it has', () => {
    expect(decimalNumber('32.55%', 4)).toBe(0.3255);
    expect(decimalNumber('32.5%', 2)).toBeUndefined();
  });

  it.each(['3.125', '-1', '3,5', '三亩', '1e3', '.5', '3.', '3.5亩', '12345678901', ''])('%s is not', (typed) => {
    expect(decimalNumber(typed, 2)).toBeUndefined();
  });
});
