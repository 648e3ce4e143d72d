import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, covers } from '../../server/domain/dates.ts';
import { byDigest, byVersion, inForce, inForcePeriods, nearestDate } from '../../server/rulesets/in-force.ts';
import type { PublicationEvent, PublicationRecord } from '../../server/rulesets/publication.ts';
import { standingOf } from '../../server/rulesets/standing.ts';

const event = (kind: PublicationEvent['kind'], sequence: number, at: string): PublicationEvent => ({
  kind,
  sequence,
  at,
  by: 'dixian',
  reason: '',
});

const record = (sequence: number, from: string, events?: readonly PublicationEvent[]): PublicationRecord => ({
  jurisdiction: '371525',
  version: `${sequence}.0.0`,
  sequence,
  kind: 'Override',
  effective: { from },
  digest: `sha256:${sequence}`,
  publishedAt: `2019-0${sequence}-01T00:00:00Z`,
  publishedBy: 'li',
  sample: false,
  ...(events === undefined ? {} : { events }),
});

describe('a version that does not stand', () => {
  const suspended = record(2, '2019-07-01', [event('suspended', 3, '2019-03-01T00:00:00Z')]);
  const records = [record(1, '2019-01-01'), suspended];

  it('is in force nowhere; what it would have taken the place of goes on', () => {
    expect(inForce(records, '371525', '2019-08-01')?.version).toBe('1.0.0');
    expect(inForcePeriods(records, '371525').map(({ record: one }) => one.version)).toEqual(['1.0.0']);
    expect(nearestDate([suspended], '371525', '2019-08-01')).toBeNull();
  });

  it('can still be read by its number and digest', () => {
    expect(byVersion(records, '371525', '2.0.0')).toBe(suspended);
    expect(byDigest(records, 'sha256:2')).toBe(suspended);
  });

  it('was in force as known before it was suspended', () => {
    expect(inForce(records, '371525', '2019-08-01', '2019-02-28T23:59:59Z')?.version).toBe('2.0.0');
    expect(inForce(records, '371525', '2019-08-01', '2019-03-01T00:00:00Z')?.version).toBe('1.0.0');
  });

  it('counts again once it is resumed, and never again once it is revoked', () => {
    const resumed = [...(suspended.events ?? []), event('resumed', 4, '2019-04-01T00:00:00Z')];
    expect(inForce([record(2, '2019-07-01', resumed)], '371525', '2019-08-01')?.version).toBe('2.0.0');
    const revoked = [...resumed, event('revoked', 5, '2019-05-01T00:00:00Z')];
    const gone = record(2, '2019-07-01', revoked);
    expect(inForce([gone], '371525', '2019-08-01')).toBeNull();
    expect(standingOf(gone)).toBe('revoked');
    expect(standingOf(gone, Date.parse('2019-04-15T00:00:00Z'))).toBe('standing');
  });

  it('is told by the order of its events, not by a clock that was set back', () => {
    const set = record(2, '2019-07-01', [
      event('suspended', 3, '2019-05-01T00:00:00Z'),
      event('resumed', 4, '2019-04-01T00:00:00Z'),
    ]);
    expect(standingOf(set)).toBe('standing');
  });
});

/** What happens next in a history: a publication from a day on, or something that happens to one of those there are. */
type Happening =
  | { readonly kind: 'published'; readonly from: number; readonly days: number | null }
  | { readonly kind: PublicationEvent['kind']; readonly of: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('published' as const),
    from: fc.integer({ min: 0, max: 40 }),
    days: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
  fc.record({ kind: fc.constantFrom('suspended', 'resumed', 'revoked'), of: fc.nat({ max: 20 }) }),
);

const at = (minute: number) => new Date(Date.parse('2019-01-01T00:00:00Z') + minute * 60_000).toISOString();

function happened(records: readonly PublicationRecord[], one: Happening, minute: number): readonly PublicationRecord[] {
  const sequence = minute + 1;
  if (one.kind === 'published') {
    const from = addDays('2019-02-01', one.from) as string;
    const effective = one.days === null ? { from } : { from, to: addDays(from, one.days) as string };
    return [
      ...records,
      { ...record(1, from), version: `${sequence}.0.0`, sequence, effective, publishedAt: at(minute) },
    ];
  }
  const target = records[one.of % Math.max(1, records.length)];
  if (target === undefined) return records;
  const changed = { ...target, events: [...(target.events ?? []), event(one.kind, sequence, at(minute))] };
  return records.map((other) => (other === target ? changed : other));
}

describe('a history of publications, suspensions and revocations', () => {
  it('never changes what was in force as known at an earlier moment', () => {
    const dates = Array.from({ length: 64 }, (_, day) => addDays('2019-01-31', day) as string);
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 24 }), (history) => {
        const states: (readonly PublicationRecord[])[] = [];
        for (const [minute, one] of history.entries()) states.push(happened(states.at(-1) ?? [], one, minute));
        const last = states.at(-1) ?? [];
        for (const [minute, then] of states.entries()) {
          const stretches = inForcePeriods(last, '371525', at(minute));
          const known = dates.map((date) => inForce(then, '371525', date)?.version);
          expect(dates.map((date) => inForce(last, '371525', date, at(minute))?.version)).toEqual(known);
          const derived = dates.map((date) => stretches.find(({ period }) => covers(period, date))?.record.version);
          expect(derived).toEqual(known);
        }
      }),
      { numRuns: 40 },
    );
  });
});
