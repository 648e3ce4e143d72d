import { expect, it } from 'vitest';
import { readFigure } from '../../editor/standards/text/figure-reading.ts';
import { meantFigure } from '../../editor/standards/text/meant-figure.ts';

it.each([
  ['1e5', '100000'],
  ['3E+05', '300000'],
  ['1.5e4', '15000'],
  ['3万5', '35000'],
  ['３万５千', '35000'],
  ['3万5000元', '35000'],
  ['1亿2', '120000000'],
])('what %s was meant to be is told in plain digits, which are understood', (typed, meant) => {
  expect(readFigure(typed, 'CNY')).toEqual({ problem: 'notAFigure' });
  expect(meantFigure(typed, 'CNY')).toBe(meant);
  expect(readFigure(meant, 'CNY')).toEqual({ value: Number(meant) });
});

it.each(['', '三十万', '3万50', '3万5百', '1亿2千', '1e-5', 'e5', '5万5万'])('of %s nothing is likely', (typed) => {
  expect(meantFigure(typed, 'CNY')).toBeNull();
});

it('of a share and of days no amount is meant', () => {
  expect([meantFigure('1e5', 'share'), meantFigure('3万5', 'days')]).toEqual([null, null]);
});
