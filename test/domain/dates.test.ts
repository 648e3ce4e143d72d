import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  covers,
  dayAfter,
  daysBetween,
  isDate,
  isInstant,
  MOST_DAYS_APART,
  shanghaiDate,
  shared,
} from '../../server/domain/dates.ts';

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
      '0000-12-31',
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

  it('keep to the calendar', () => {
    expect(addDays('0001-01-01', MOST_DAYS_APART)).toBe('9999-12-31');
    expect(addDays('9999-12-31', -MOST_DAYS_APART)).toBe('0001-01-01');
    for (const days of [1, 4_000_000, 200_000_000, 1e300]) {
      expect(addDays('9999-12-31', days)).toBeNull();
      expect(addDays('0001-01-01', -days)).toBeNull();
    }
    expect(dayAfter({ from: '2019-01-01', to: '2019-12-31' })).toBe('2020-01-01');
    expect(dayAfter({ from: '2019-01-01', to: '9999-12-31' })).toBeNull();
    expect(dayAfter({ from: '2019-01-01' })).toBeNull();
  });

  it('are instants with a time of a day and a zone', () => {
    for (const text of ['2019-01-01', '2019-01-01T00:00Z', '2019-01-01T23:59:59.999+08:00'])
      expect(isInstant(text), text).toBe(true);
    const others = ['T24:00Z', 'T24:00:00+08:00', 'T25:00Z', 'T12:60Z', 'T12:00', 'T23:59:60Z'];
    for (const time of others) expect(isInstant(`2016-12-31${time}`), time).toBe(false);
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

  it('are shared by two periods from the later beginning to the earlier end', () => {
    expect(shared({ from: '2019-01-01', to: '2019-01-31' }, { from: '2019-02-01' })).toBeNull();
    expect(shared({ from: '2019-01-01' }, { from: '2019-02-01' })).toEqual({ from: '2019-02-01' });
    const year = { from: '2019-01-01', to: '2019-12-31' };
    expect(shared(year, { from: '2018-01-01' })).toEqual(year);
  });
});
