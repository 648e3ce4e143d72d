import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureUnit, readFigure } from '../../editor/standards/text/figure-reading.ts';

const read = (typed: string, unit: FigureUnit = 'CNY') => {
  const told = readFigure(typed, unit);
  return 'value' in told ? told.value : told.problem;
};

describe('a figure as officials type it', () => {
  it.each([
    ['350000', 350000],
    ['350,000', 350000],
    [' 350,000.00 元', 350000],
    ['３５０，０００', 350000],
    ['35万', 350000],
    ['３５ 万元', 350000],
    ['1.5万', 15000],
    ['0.01', 0.01],
    ['¥1,234.50', 1234.5],
    ['1 234 567', 1234567],
    ['1.2亿', 120_000_000],
    ['不封顶', 'unlimited'],
    ['0', 0],
  ])('as an amount: %s', (typed, value) => expect(read(typed)).toBe(value));

  it.each([
    ['8%', 0.08],
    ['８％', 0.08],
    ['0.5 %', 0.005],
    ['12.5%', 0.125],
    ['0.08', 0.08],
    ['100%', 1],
    ['0', 0],
  ])('as a share: %s', (typed, value) => expect(read(typed, 'share')).toBe(value));

  it.each([
    ['5', 'points', 0.05],
    ['2.5 个百分点', 'points', 0.025],
    ['5%', 'points', 0.05],
    ['10 points', 'points', 0.1],
    ['18个月', 'months', 18],
    ['1.5', 'years', 1.5],
    ['6 周', 'weeks', 6],
    ['24小时', 'hours', 24],
    ['3次', 'times', 3],
    ['2', 'visits', 2],
    ['4 stays', 'stays', 4],
    ['10 头', 'heads', 10],
    ['3.75亩', 'mu', 3.75],
    ['1.2万人', 'persons', 12_000],
    ['3万', 'households', 30_000],
    ['2.5', 'persons', 'wholeOnly'],
    ['0.333', 'mu', 'tooManyDecimals'],
    ['1.25', 'number', 1.25],
    ['3', 'whole', 3],
    ['3.5', 'whole', 'wholeOnly'],
    ['12', 'count', 12],
  ] as const)('%s as %s', (typed, unit, value) => expect(read(typed, unit)).toBe(value));

  it('as days and factors', () => {
    expect(['3', '10天', '３ 日', '2.5'].map((typed) => read(typed, 'days'))).toEqual([3, 10, 3, 'wholeOnly']);
    expect(['0.5', '1倍'].map((typed) => read(typed, 'factor'))).toEqual([0.5, 1]);
  });
});

describe('what is not understood', () => {
  it.each([
    ['', 'notAFigure'],
    ['三十万', 'notAFigure'],
    ['3,5', 'notAFigure'],
    ['35,00,00', 'notAFigure'],
    ['1.234.567', 'notAFigure'],
    ['3E+05', 'notAFigure'],
    ['30%', 'notAFigure'],
    ['(300)', 'notAFigure'],
    ['#REF!', 'notAFigure'],
    ['-5', 'negative'],
    ['0.001', 'tooManyDecimals'],
    ['10000000000', 'tooLarge'],
  ])('is named and never guessed: %s', (typed, problem) => expect(read(typed)).toBe(problem));

  it('is a share that could be meant in two ways', () => {
    expect(['8', '1', '80', '8万', '0.0812345678'].map((typed) => read(typed, 'share'))).toEqual([
      'percentOrShare',
      'percentOrShare',
      'percentOrShare',
      'notAFigure',
      'tooManyDecimals',
    ]);
  });
});

describe('any amount', () => {
  it('is read to the fen in each way it can be written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => {
        const yuan = Math.floor(fen / 100);
        const part = String(fen % 100).padStart(2, '0');
        const grouped = String(yuan).replaceAll(/\B(?=(\d{3})+$)/g, ',');
        const wide = `${grouped}.${part}`.replaceAll(/[0-9,.]/g, (one) =>
          String.fromCharCode(one.charCodeAt(0) + 0xfee0),
        );
        for (const typed of [`${yuan}.${part}`, `${grouped}.${part}`, wide]) {
          const told = readFigure(typed, 'CNY');
          expect('value' in told && Math.round(Number(told.value) * 100)).toBe(fen);
        }
      }),
    );
  });

  it('is never read as another than per cent says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(read(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`, 'share')).toBe(
          hundredths / 10_000,
        );
      }),
    );
  });
});
