import type { CalendarDate } from '../domain/dates.ts';
import { inForcePeriods } from './in-force.ts';
import { pairsInForce } from './pairs-in-force.ts';
import type { PublicationEvent, PublicationRecord } from './publication.ts';
import { indexOf } from './record-index.ts';
import { standingOf } from './standing.ts';

/** Who is who, as far as grounds need it: every code of a place, and of a county those of its city. */
export interface Places {
  sameAs(code: string): readonly string[];
  /** Null for a city. */
  cityOf(code: string): readonly string[] | null;
}

/** A version by the code and number that it was published under. */
export type VersionOf = Pick<PublicationRecord, 'jurisdiction' | 'version'>;

/**
 * Versions that have not begun and whose ground is no longer what it was: they would apply on other days than before, or, of a
 * county's, on other texts of the city. Those that are set aside thereby move the ground of others, so that all are found.
 * @param before publications as they stood
 * @param after the same with what is about to happen
 * @param today versions that begin on it or earlier have begun
 */
export function movedVersions(
  before: readonly PublicationRecord[],
  after: readonly PublicationRecord[],
  places: Places,
  today: CalendarDate,
): readonly PublicationRecord[] {
  const scheduled = versionsOnAny(before, differing(before, after), places).filter(
    (one) => one.effective.from > today && standingOf(one) === 'standing',
  );
  const grounds = new Map(scheduled.map((one) => [one, groundOf(before, one, places)]));
  const moved = new Set<PublicationRecord>();
  let current = after;
  for (let found = true; found; ) {
    found = false;
    for (const [one, ground] of grounds) {
      if (moved.has(one) || !stands(current, one) || groundOf(current, one, places) === ground) continue;
      moved.add(one);
      found = true;
    }
    if (found) current = withoutThose(after, moved);
  }
  return [...moved];
}

/** Whether two names are one version's. */
export function isVersionOf(one: VersionOf, other: VersionOf): boolean {
  return one.jurisdiction === other.jurisdiction && one.version === other.version;
}

/** Publications as though some were not. */
export function withoutThose(
  records: readonly PublicationRecord[],
  those: Iterable<VersionOf>,
): readonly PublicationRecord[] {
  const named = [...those];
  return named.length === 0 ? records : records.filter((one) => !named.some((other) => isVersionOf(one, other)));
}

/** Publications with one more event of one of them. */
export function withEvent(
  records: readonly PublicationRecord[],
  of: VersionOf,
  event: PublicationEvent,
): readonly PublicationRecord[] {
  return records.map((one) => (isVersionOf(one, of) ? { ...one, events: [...(one.events ?? []), event] } : one));
}

function stands(records: readonly PublicationRecord[], of: VersionOf): boolean {
  const own = records.find((one) => isVersionOf(one, of));
  return own !== undefined && standingOf(own) === 'standing';
}

/** The codes whose publications are not the same in two lists; whoever is set aside later stands on some of them too. */
function differing(before: readonly PublicationRecord[], after: readonly PublicationRecord[]): ReadonlySet<string> {
  // Most often the one is the other with something at its end.
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return otherCodes(before.slice(same), after.slice(same));
}

function otherCodes(before: readonly PublicationRecord[], after: readonly PublicationRecord[]): ReadonlySet<string> {
  const [old, now] = [new Set(before), new Set(after)];
  const changed = [...before.filter((one) => !now.has(one)), ...after.filter((one) => !old.has(one))];
  return new Set(changed.map(({ jurisdiction }) => jurisdiction));
}

/** The versions whose ground could be moved by publications under some codes: no others' is. In the order of their sequence. */
function versionsOnAny(
  records: readonly PublicationRecord[],
  codes: ReadonlySet<string>,
  places: Places,
): readonly PublicationRecord[] {
  const index = indexOf(records);
  return [...index.codes()]
    .filter((code) => [...places.sameAs(code), ...(places.cityOf(code) ?? [])].some((one) => codes.has(one)))
    .flatMap((code) => index.latestFirst(code))
    .sort((a, b) => a.sequence - b.sequence);
}

/** When a version applies, and on which texts of the city, as one text that is compared. */
function groundOf(records: readonly PublicationRecord[], of: PublicationRecord, places: Places): string {
  const own = places.sameAs(of.jurisdiction);
  const city = places.cityOf(of.jurisdiction);
  if (city === null) {
    const stretches = inForcePeriods(records, own).filter(({ record }) => isVersionOf(record, of));
    return JSON.stringify(stretches.map(({ period }) => period));
  }
  const pairs = pairsInForce(records, city, own).filter(
    ({ override }) => override !== null && isVersionOf(override, of),
  );
  return JSON.stringify(pairs.map(({ period, base }) => [period, base.digest]));
}
