import { expect, it } from 'vitest';
import { readFigure } from '../../editor/standards/text/figure-reading.ts';
import { meantFigure, tenThousandsMeant } from '../../editor/standards/text/meant-figure.ts';

it.each([
  ['1e5', '100000'],
  ['3E+05', '300000'],
  ['1.5e4', '15000'],
  ['3万5', '35000'],
  ['３万５千', '35000'],
  ['3万5000元', '35000'],
  ['1亿2', '120000000'],
  ['1万2千', '12000'],
  ['六千', '6000'],
  ['陆仟元', '6000'],
  ['陆仟元整', '6000'],
  ['6千元', '6000'],
  ['三十万', '300000'],
  ['二点五万', '25000'],
  ['35万5千', '355000'],
])('what %s was meant to be is told in plain digits, which are understood', (typed, meant) => {
  expect(readFigure(typed, 'CNY')).toEqual({ problem: 'notAFigure' });
  expect(meantFigure(typed, 'CNY')).toBe(meant);
  expect(readFigure(meant, 'CNY')).toEqual({ value: Number(meant) });
});

it.each([
  ['百分之八十', '80%'],
  ['百分之80', '80%'],
  ['百分之八十二点五', '82.5%'],
  ['百分之百', '100%'],
  ['千分之五', '0.5%'],
  ['八成', '80%'],
  ['8成', '80%'],
  ['8.5成', '85%'],
  ['八成五', '85%'],
  ['八成半', '85%'],
  ['十成', '100%'],
  ['八十%', '80%'],
  ['零点八', '0.8'],
])('what %s was meant to be as a share is told in per cent', (typed, meant) => {
  expect(readFigure(typed, 'share')).toEqual({ problem: 'notAFigure' });
  expect(meantFigure(typed, 'share')).toBe(meant);
  expect(readFigure(meant, 'share')).toHaveProperty('value');
});

it.each([
  ['十五天', 'days', '15天'],
  ['三个月', 'months', '3个月'],
  ['三万五千人', 'persons', '35000人'],
  ['五个百分点', 'points', '5个百分点'],
  ['百分之五', 'points', '5%'],
] as const)('%s is told with its unit', (typed, unit, meant) => expect(meantFigure(typed, unit)).toBe(meant));

it.each(['', '3万50', '3万5百', '1亿2千', '1e-5', 'e5', '5万5万', '3,5万', '六千多', '负六千', '六千天', '六千八成'])(
  'of %s nothing is likely',
  (typed) => expect(meantFigure(typed, 'CNY')).toBeNull(),
);

it.each([
  ['85', 'share', '85%'],
  ['85％。', 'share', '85%'],
  ['40w', 'CNY', '400000'],
  ['２个工作日', 'days', '2日'],
] as const)('what %s was meant to be of a %s is told as %s', (typed, unit, meant) => {
  expect('problem' in readFigure(typed, unit)).toBe(true);
  expect(meantFigure(typed, unit)).toBe(meant);
});

it('a few yuan where the city has hundreds of thousands were most likely ten thousands of them', () => {
  expect(tenThousandsMeant(40, 300_000)).toBe('40');
  expect(tenThousandsMeant(20, 300_000)).toBeNull();
  expect(tenThousandsMeant(250_000, 300_000)).toBeNull();
  expect(tenThousandsMeant(5, 8)).toBeNull();
});

it('nothing is told that the field would not take either', () => {
  const told = (['share', 'days', 'CNY'] as const).map((unit) => meantFigure('八成', unit));
  expect(told).toEqual(['80%', null, null]);
  expect(meantFigure('1e5', 'share')).toBeNull();
  expect(meantFigure('八十', 'share')).toBeNull();
  expect(meantFigure('二点五天', 'days')).toBeNull();
  expect(meantFigure('十二成', 'share')).toBeNull();
  expect(meantFigure('一千亿', 'CNY')).toBeNull();
});
