import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Band,
  bandsOf,
  bandsValue,
  splitBand,
  withBorder,
  withoutBand,
} from '../../editor/standards/form/bands.ts';
import { readCells } from '../../editor/standards/form/cells.ts';
import { figureText, figureWords } from '../../editor/standards/form/figure-words.ts';
import { readFigure } from '../../editor/standards/text/figure-reading.ts';

describe('a range copied from a spreadsheet', () => {
  it('fills the fields from its last column, whatever way its figures are written', () => {
    expect(readCells('一级\t100\r\n二级\t"4,00"\r\n三级\t８００\r\n', 'CNY', 3)).toEqual({
      figures: [100, null, 800],
      notRead: [{ row: 2, column: 2, text: '4,00' }],
    });
    expect(readCells('85%\n0.75\n65', 'share', 3)).toEqual({
      figures: [0.85, 0.75, null],
      notRead: [{ row: 3, column: 1, text: '65' }],
    });
  });

  it('names figures beside the last column, which nobody is to think taken; names and row numbers are none', () => {
    expect(readCells('100\t400\nabc\t1\n3\t500', 'CNY', 3)).toEqual({
      figures: [400, 1, 500],
      notRead: [{ row: 1, column: 1, text: '100' }],
    });
  });

  it('may lie, and names every cell that there is no field for', () => {
    expect(readCells('100\t200\t1万', 'CNY', 2)).toEqual({
      figures: [100, 200],
      notRead: [{ row: 1, column: 3, text: '1万' }],
    });
    expect(readCells('#DIV/0!\t\t100', 'CNY', 3)).toEqual({
      figures: [null, null, 100],
      notRead: [
        { row: 1, column: 1, text: '#DIV/0!' },
        { row: 1, column: 2, text: '' },
      ],
    });
  });
});

describe('bands', () => {
  const bands: readonly Band[] = [
    { from: 0, to: 100_000, value: 0.55 },
    { from: 100_000, to: 200_000, value: 0.65 },
    { from: 200_000, value: 0.7 },
  ];
  const valueFor = (all: readonly Band[], x: number) =>
    all.find(({ from, to }) => x >= from && (to === undefined || x < to))?.value;

  it('are cut where the value stays, and joined to the one before', () => {
    expect(splitBand(bands, 0, 'CNY')[0]).toEqual({ from: 0, to: 50_000, value: 0.55 });
    expect(splitBand(bands, 2, 'CNY').slice(2)).toEqual([
      { from: 200_000, to: 400_000, value: 0.7 },
      { from: 400_000, value: 0.7 },
    ]);
    expect(withoutBand(bands, 2)).toEqual([bands[0], { from: 100_000, value: 0.65 }]);
    expect(withoutBand(bands, 0)[0]).toEqual({ from: 0, to: 200_000, value: 0.65 });
    expect(withBorder(bands, 0, 80_000).slice(0, 2)).toEqual([
      { from: 0, to: 80_000, value: 0.55 },
      { from: 80_000, to: 200_000, value: 0.65 },
    ]);
    expect(bandsOf(bandsValue(bands))).toEqual(bands);
    expect(bandsOf([{ from: 'x' }])).toBe(null);
  });

  it('stay without gap or overlap, whatever is cut and joined; cutting changes nobody’s figure', () => {
    const act = fc.record({ cut: fc.boolean(), at: fc.nat({ max: 6 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), fc.nat({ max: 500_000 }), (acts, x) => {
        let all = bands;
        for (const { cut, at } of acts) {
          const before = valueFor(all, x);
          const index = at % all.length;
          // A band of one yuan is not cut any further.
          const { from = 0, to } = all[index] ?? {};
          if (cut && to !== undefined && to - from < 2) continue;
          all = cut ? splitBand(all, index, 'CNY') : withoutBand(all, index);
          if (cut) expect(valueFor(all, x)).toBe(before);
          for (const [place, band] of all.entries()) expect(band.to).toBe(all[place + 1]?.from);
          expect(all[0]?.from).toBe(0);
        }
      }),
    );
  });
});

describe('a figure in words', () => {
  it('is read again as the same figure', () => {
    const amount = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => fen / 100);
    fc.assert(
      fc.property(amount, (cny) => {
        expect(readFigure(figureText(cny, 'CNY', 'zh'), 'CNY')).toEqual({ value: cny });
      }),
    );
    const share = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1_000_000);
    fc.assert(
      fc.property(share, (one) => {
        expect(readFigure(figureText(one, 'share', 'zh'), 'share')).toEqual({ value: one });
      }),
    );
  });

  it('has its unit', () => {
    const told = (value: number | string, unit: 'CNY' | 'share' | 'days' | 'factor') => [
      figureWords(value, unit, 'zh'),
      figureWords(value, unit, 'en'),
    ];
    expect([
      told(300_000, 'CNY'),
      told(0.08, 'share'),
      told(3, 'days'),
      told(0.5, 'factor'),
      told('unlimited', 'CNY'),
    ]).toEqual([
      ['300,000 元', 'CNY 300,000'],
      ['8%', '8%'],
      ['3 天', '3 days'],
      ['0.5 倍', '× 0.5'],
      ['不封顶', 'no limit'],
    ]);
  });
});
