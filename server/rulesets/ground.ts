import { addDays, type Period } from '../domain/dates.ts';
import { inForcePeriods } from './in-force.ts';
import type { InForcePeriod } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import type { Codes } from './record-index.ts';

/** The days that two periods share; null where there are none. */
export function shared(one: Period, other: Period): Period | null {
  const from = one.from > other.from ? one.from : other.from;
  const [to] = [one.to, other.to].filter((end) => end !== undefined).sort();
  if (to === undefined) return { from };
  return from <= to ? { from, to } : null;
}

/**
 * What of a jurisdiction is in force within a period, in the order of time.
 * @param asOf an instant (ISO 8601, UTC): as known then; now, where it is left out
 */
export function inForceWithin(
  records: readonly PublicationRecord[],
  codes: Codes,
  period: Period,
  asOf?: string,
): readonly InForcePeriod[] {
  return inForcePeriods(records, codes, asOf).flatMap(({ period: own, record }) => {
    const within = shared(own, period);
    return within === null ? [] : [{ record, period: within }];
  });
}

/** The parts of a period in which a jurisdiction has nothing in force. */
export function uncovered(records: readonly PublicationRecord[], codes: Codes, period: Period): readonly Period[] {
  const gaps: Period[] = [];
  let from: string | null = period.from;
  for (const { period: own } of inForceWithin(records, codes, period)) {
    if (from !== null && own.from > from) gaps.push({ from, to: addDays(own.from, -1) });
    from = own.to === undefined ? null : addDays(own.to, 1);
  }
  if (from !== null && (period.to === undefined || from <= period.to)) {
    gaps.push(period.to === undefined ? { from } : { from, to: period.to });
  }
  return gaps;
}

/** The days between what a jurisdiction has in force before a period and the period, and between it and what follows. */
export function gapsAround(
  records: readonly PublicationRecord[],
  codes: Codes,
  { from, to }: Period,
): readonly Period[] {
  const stretches = inForcePeriods(records, codes).map(({ period }) => period);
  const gaps: Period[] = [];
  const before = stretches.findLast((one) => one.from < from);
  if (before?.to !== undefined && addDays(before.to, 1) < from)
    gaps.push({ from: addDays(before.to, 1), to: addDays(from, -1) });
  const after = to === undefined ? undefined : stretches.find((one) => (one.to ?? one.from) > to);
  if (to !== undefined && after !== undefined && addDays(to, 1) < after.from)
    gaps.push({ from: addDays(to, 1), to: addDays(after.from, -1) });
  return gaps;
}
