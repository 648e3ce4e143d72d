import { addDays, type CalendarDate, dayAfter, type Period, shared } from '../domain/dates.ts';
import { inForcePeriods } from './in-force.ts';
import type { InForcePeriod } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import type { Codes } from './record-index.ts';

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
    if (from !== null) gaps.push(...between(from, own.from));
    from = dayAfter(own);
  }
  if (from !== null && (period.to === undefined || from <= period.to)) {
    gaps.push(period.to === undefined ? { from } : { from, to: period.to });
  }
  return gaps;
}

/** The days between what a jurisdiction has in force before a period and the period, and between it and what follows. */
export function gapsAround(records: readonly PublicationRecord[], codes: Codes, period: Period): readonly Period[] {
  const { from, to } = period;
  const stretches = inForcePeriods(records, codes).map(({ period }) => period);
  const before = stretches.findLast((one) => one.from < from);
  const after = to === undefined ? undefined : stretches.find((one) => (one.to ?? one.from) > to);
  const [first, next] = [before === undefined ? null : dayAfter(before), dayAfter(period)];
  return [
    ...(first === null ? [] : between(first, from)),
    ...(next === null || after === undefined ? [] : between(next, after.from)),
  ];
}

/** The days from one on to the last before another, if there are any. */
function between(from: CalendarDate, next: CalendarDate): readonly Period[] {
  const to = addDays(next, -1);
  return to === null || to < from ? [] : [{ from, to }];
}
