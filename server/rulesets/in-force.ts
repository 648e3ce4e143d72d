import { type CalendarDate, covers, daysBetween } from '../domain/dates.ts';
import { type InForcePeriod, periodsOf } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import { type Codes, indexOf } from './record-index.ts';
import { counts } from './standing.ts';

/**
 * The publication in force on a date: the last published among those whose stated period covers it, and that are neither
 * suspended nor revoked.
 * @param asOf an instant (ISO 8601, UTC): what was in force as known then, so that publishing backwards, suspending and
 *   revoking never change what an earlier answer was; now, where it is left out
 */
export function inForce(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  date: CalendarDate,
  asOf?: string,
): PublicationRecord | null {
  const index = indexOf(records);
  if (asOf === undefined) return recordOn(index.inForcePeriods(jurisdiction), date);
  const known = Date.parse(asOf);
  const covering = (record: PublicationRecord) => covers(record.effective, date);
  return index.latestFirst(jurisdiction).find((record) => covering(record) && counts(record, known)) ?? null;
}

/**
 * The publication of a version number; null where the jurisdiction never published it. Where several of its codes have
 * published the number, the last of them.
 */
export function byVersion(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  version: string,
): PublicationRecord | null {
  return indexOf(records).version(jurisdiction, version);
}

/** The last publication of a text with this digest; the same text may be published again under another number. */
export function byDigest(records: readonly PublicationRecord[], digest: string): PublicationRecord | null {
  return indexOf(records).digest(digest);
}

/**
 * The date nearest to another on which one of these jurisdictions has something in force; the other date itself where it
 * has, and null where nothing that counts was ever published. Of two equally near the later. For a county give its city's codes as
 * well: what the city has in force applies there.
 */
export function nearestDate(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  today: CalendarDate,
): CalendarDate | null {
  const away = (date: CalendarDate) => Math.abs(daysBetween(today, date));
  let nearest: CalendarDate | null = null;
  for (const record of indexOf(records).latestFirst(jurisdiction)) {
    if (!counts(record)) continue;
    const { from, to } = record.effective;
    const date = today < from ? from : to !== undefined && to < today ? to : today;
    if (nearest === null || away(date) < away(nearest) || (away(date) === away(nearest) && date > nearest))
      nearest = date;
  }
  return nearest;
}

/** When each publication is in force, by date; in the order of time, neighbouring stretches of one publication made one. */
export function inForcePeriods(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  asOf?: string,
): readonly InForcePeriod[] {
  const index = indexOf(records);
  if (asOf === undefined) return index.inForcePeriods(jurisdiction);
  const known = Date.parse(asOf);
  return periodsOf(index.latestFirst(jurisdiction).filter((record) => counts(record, known)));
}

/** The record whose stretch holds a date: they stand in the order of time, so that a few steps find it among thousands. */
function recordOn(periods: readonly InForcePeriod[], date: CalendarDate): PublicationRecord | null {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = periods[middle];
    if (found === undefined) return null;
    if (covers(found.period, date)) return found.record;
    if (date < found.period.from) high = middle;
    else low = middle + 1;
  }
  return null;
}
