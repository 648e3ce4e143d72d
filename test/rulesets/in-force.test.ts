import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, covers, addDays as daysAfter } from '../../server/domain/dates.ts';
import { byDigest, byVersion, inForce, inForcePeriods, nearestDate } from '../../server/rulesets/in-force.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';

const addDays = (date: CalendarDate, days: number) => daysAfter(date, days) as CalendarDate;

const record = (sequence: number, from: string, to: string | undefined, of: Partial<PublicationRecord> = {}) => ({
  jurisdiction: '371500',
  version: `${sequence}.0.0`,
  sequence,
  kind: 'RuleSet' as const,
  effective: to === undefined ? { from } : { from, to },
  digest: `sha256:${sequence}`,
  publishedAt: `2019-0${Math.min(9, sequence)}-01T00:00:00Z`,
  publishedBy: 'li',
  sample: false,
  ...of,
});

const records = [
  record(1, '2019-01-01', '2019-12-31'),
  record(2, '2020-01-01', '2020-12-31'),
  record(3, '2019-07-01', '2019-09-30'),
  record(4, '2019-03-01', '2019-12-31', { jurisdiction: '371523', kind: 'Override' }),
  record(5, '2020-01-01', undefined, { jurisdiction: '371503', kind: 'Override' }),
];

describe('what is in force', () => {
  it.each([
    ['2018-12-31', null],
    ['2019-01-01', '1.0.0'],
    ['2019-06-30', '1.0.0'],
    ['2019-07-01', '3.0.0'],
    ['2019-09-30', '3.0.0'],
    ['2019-10-01', '1.0.0'],
    ['2019-12-31', '1.0.0'],
    ['2020-01-01', '2.0.0'],
    ['2021-01-01', null],
  ])('on %s is the last published of those that cover it: %s', (date, version) => {
    expect(inForce(records, '371500', date)?.version ?? null).toBe(version);
  });

  it('as known at an instant leaves out what was published later', () => {
    expect(inForce(records, '371500', '2019-08-01', '2019-02-28T23:59:59Z')?.version).toBe('1.0.0');
    expect(inForce(records, '371500', '2019-08-01', '2019-03-01T08:00:00+08:00')?.version).toBe('3.0.0');
    expect(inForce(records, '371500', '2019-08-01', '2018-01-01T00:00:00Z')).toBeNull();
  });

  it('counts the records of every code of a jurisdiction', () => {
    const chain = ['371523', '371503'];
    expect(inForce(records, chain, '2019-06-01')?.jurisdiction).toBe('371523');
    expect(inForce(records, chain, '2030-01-01')?.jurisdiction).toBe('371503');
    expect(inForce(records, '371503', '2019-06-01')).toBeNull();
  });

  it('is found by version and by digest', () => {
    expect(byVersion(records, '371500', '2.0.0')?.sequence).toBe(2);
    expect(byVersion(records, '371500', '9.0.0')).toBeNull();
    expect(byDigest(records, 'sha256:3')?.sequence).toBe(3);
  });

  it('of a text published again is the last, and so of a number that two codes of a jurisdiction have used', () => {
    const again = [...records, record(6, '2019-01-01', '2019-12-31', { digest: 'sha256:3' })];
    expect(byDigest(again, 'sha256:3')?.sequence).toBe(6);
    const both = [...records, record(6, '2020-01-01', undefined, { jurisdiction: '371503', version: '4.0.0' })];
    expect(byVersion(both, ['371523', '371503'], '4.0.0')?.sequence).toBe(6);
    expect(byVersion(both, '371523', '4.0.0')?.sequence).toBe(4);
  });

  it.each([
    ['2019-06-01', '2019-06-01'],
    ['2026-01-01', '2020-12-31'],
    ['2001-01-01', '2019-01-01'],
  ])('nearest to %s is on %s', (today, date) => {
    expect(nearestDate(records, '371500', today)).toBe(date);
  });

  it('is nowhere where nothing was published', () => {
    expect(nearestDate(records, '371599', '2019-06-01')).toBeNull();
  });
});

describe('INVARIANT (one in force): derived periods do not overlap', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2019-01-01', days));
  const stated = fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }) });

  it('and say on every day what inForce says', () => {
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 8 }), (periods) => {
        const all = periods.map(({ from, length }, index) =>
          record(index + 1, from, length === undefined ? undefined : addDays(from, length)),
        );
        const derived = inForcePeriods(all, '371500');
        for (let date = '2018-12-30'; date < '2019-04-10'; date = addDays(date, 1)) {
          const found = derived.filter(({ period }) => covers(period, date));
          expect(found.length).toBeLessThan(2);
          const last = all.findLast(({ effective }) => covers(effective, date)) ?? null;
          expect(found[0]?.record ?? null).toBe(last);
          expect(inForce(all, '371500', date)).toBe(last);
          expect(inForce(all, '371500', date, '2100-01-01')).toBe(last);
        }
        derived.slice(1).forEach(({ record: next, period }, index) => {
          const before = derived[index];
          expect(before?.record === next && before.period.to === addDays(period.from, -1)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('among 10,000 records', () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      record(index + 1, addDays('1990-01-01', index), addDays('1990-01-01', index + 400), {
        jurisdiction: String(100_000 + (index % 10)),
      }),
    );
    expect(inForce(many, '100003', '2010-01-01')?.sequence).toBe(7304);
    expect(inForcePeriods(many, '100003')).toHaveLength(1000);
  });
});
