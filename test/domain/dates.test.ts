import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, covers, daysBetween, isDate, shanghaiDate } from '../../server/domain/dates.ts';

const day = fc
  .integer({ min: -300_000, max: 500_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('dates', () => {
  it('are real calendar dates', () => {
    for (const text of ['2019-02-28', '2020-02-29', '2000-02-29', '2019-12-31']) expect(isDate(text), text).toBe(true);
    for (const text of [
      '2019-02-29',
      '1900-02-29',
      '2019-13-01',
      '2019-00-10',
      '2019-1-1',
      '2019-04-31',
      '',
      '2019-01-01T00:00:00Z',
    ]) {
      expect(isDate(text), text).toBe(false);
    }
  });

  it('are so many days apart as the clock says', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
      { numRuns: 5000 },
    );
    expect(daysBetween('2019-05-20', '2019-05-23')).toBe(3);
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(daysBetween('2019-12-31', '2020-01-01')).toBe(1);
  });

  it('turn at midnight in Shanghai', () => {
    expect(shanghaiDate(new Date('2019-06-30T15:59:59Z'))).toBe('2019-06-30');
    expect(shanghaiDate(new Date('2019-06-30T16:00:00Z'))).toBe('2019-07-01');
  });

  it('lie in a period with both its ends, and in an open one for ever', () => {
    const year = { from: '2019-01-01', to: '2019-12-31' };
    expect(['2018-12-31', '2019-01-01', '2019-12-31', '2020-01-01'].map((date) => covers(year, date))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(covers({ from: '2019-01-01' }, '2999-01-01')).toBe(true);
  });
});
