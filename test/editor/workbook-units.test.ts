import { describe, expect, it } from 'vitest';
import type { FigureUnit } from '../../editor/standards/text/figure-reading.ts';
import { readOwnCell } from '../../editor/standards/workbook/own-cell.ts';
import { lineTexts, ownContent } from '../../editor/standards/workbook/sheets.ts';

const carried = (unit: FigureUnit) => ({ kind: 'figure', unit }) as const;
const number = (digits: string, isPercent = false) =>
  ({ kind: 'number', digits, isPercent, isDate: false, day: null }) as const;

describe('a cell of percentage points', () => {
  it('holds them as people say them', () => {
    expect(ownContent({ carried: carried('points'), own: 0.075 }, 'zh')).toBe(7.5);
    expect(ownContent({ carried: carried('share'), own: 0.075 }, 'zh')).toBe(0.075);
  });

  it('is read as they are said, and as per cent', () => {
    expect(readOwnCell(number('7.5'), carried('points'))).toEqual({ value: 0.075 });
    expect(readOwnCell(number('0.075', true), carried('points'))).toEqual({ value: 0.075 });
    expect(readOwnCell({ kind: 'text', text: '7.5个百分点', computed: false }, carried('points'))).toEqual({
      value: 0.075,
    });
  });
});

describe('a cell of another unit', () => {
  it.each([
    ['months', '个月', '12', 12],
    ['mu', '亩', '0.25', 0.25],
    ['visits', '次就诊', '6', 6],
    ['count', '', '6', 6],
  ] as const)('of %s says so, and is read', (unit, words, digits, value) => {
    const row = { mark: '', path: [], product: '', label: '', part: '', city: '', clause: '', county: '', better: '' };
    expect(lineTexts({ ...row, carried: carried(unit), own: value }, 'zh').F).toBe(words);
    expect(readOwnCell(number(digits), carried(unit))).toEqual({ value });
  });

  it('takes no part of what is whole', () => {
    expect(readOwnCell(number('6.5'), carried('visits'))).toEqual({ problem: 'wholeOnly' });
  });
});
