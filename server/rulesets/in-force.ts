import { addDays, type CalendarDate, covers, daysBetween, type Period } from '../domain/dates.ts';
import { effectiveDigest } from './digest.ts';
import type { PublicationRecord } from './publication.ts';

/** The last date four digits of a year can name; a text whose period ends on it means an open one. */
const LAST_DATE = '9999-12-31';

/** One code, or all codes that a jurisdiction has had (`sameAs` of the registry): records of any of them count. */
export type Codes = string | readonly string[];

/** A stretch of time in which one publication is in force; these never overlap, as stated periods may. */
export interface InForcePeriod {
  readonly period: Period;
  readonly record: PublicationRecord;
}

/**
 * The publication in force on a date: the last published among those whose stated period covers it.
 * @param asOf an instant (ISO 8601, UTC): what was in force as known then, so that publishing backwards never changes what
 *   an earlier answer was; now, where it is left out
 */
export function inForce(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  date: CalendarDate,
  asOf?: string,
): PublicationRecord | null {
  return (
    latestFirst(records, jurisdiction).find((record) => covers(record.effective, date) && isKnown(record, asOf)) ?? null
  );
}

/** The publication of a version number; null where the jurisdiction never published it. */
export function byVersion(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  version: string,
): PublicationRecord | null {
  return latestFirst(records, jurisdiction).find((record) => record.version === version) ?? null;
}

/** The last publication of a text with this digest; the same text may be published again under another number. */
export function byDigest(records: readonly PublicationRecord[], digest: string): PublicationRecord | null {
  return records.findLast((record) => record.digest === digest) ?? null;
}

/** Which texts an effective digest was made from. */
export interface EffectivePair {
  readonly base: PublicationRecord;
  readonly override: PublicationRecord | null;
}

/**
 * The texts whose resolution has an effective digest: a city's alone, or with an override of one of its counties.
 * @param cityOf the codes of the city that a county's code belongs to
 */
export function byEffectiveDigest(
  records: readonly PublicationRecord[],
  cityOf: (code: string) => Codes,
  digest: string,
): EffectivePair | null {
  for (const override of [null, ...records.filter(({ kind }) => kind === 'Override')].reverse()) {
    const bases =
      override === null
        ? records.filter(({ kind }) => kind === 'RuleSet')
        : latestFirst(records, cityOf(override.jurisdiction));
    const base = bases.find((one) => effectiveDigest(one.digest, override?.digest ?? null) === digest);
    if (base !== undefined) return { base, override };
  }
  return null;
}

/**
 * The date nearest to another on which one of these jurisdictions has something in force; the other date itself where it
 * has, and null where nothing was ever published. Of two equally near the later. For a county give its city's codes as
 * well: what the city has in force applies there.
 */
export function nearestDate(
  records: readonly PublicationRecord[],
  jurisdiction: Codes,
  today: CalendarDate,
): CalendarDate | null {
  const away = (date: CalendarDate) => Math.abs(daysBetween(today, date));
  let nearest: CalendarDate | null = null;
  for (const { effective } of latestFirst(records, jurisdiction)) {
    const { from, to } = effective;
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
  const known = latestFirst(records, jurisdiction).filter((record) => isKnown(record, asOf));
  const cuts = [...new Set(known.flatMap(({ effective }) => [effective.from, ...dayAfter(effective)]))].sort();
  const owners = paint(known, cuts);
  const stretches: InForcePeriod[] = [];
  cuts.forEach((from, index) => {
    const record = owners[index];
    if (record === undefined) return;
    const next = cuts[index + 1];
    const last = stretches.at(-1);
    const joined = last?.record === record && last.period.to === addDays(from, -1);
    if (joined) stretches.pop();
    const begins = joined && last !== undefined ? last.period.from : from;
    stretches.push({ record, period: next === undefined ? { from: begins } : { from: begins, to: addDays(next, -1) } });
  });
  return stretches;
}

/** Whose each stretch between cuts is: records given latest first take what is still free. */
function paint(
  latest: readonly PublicationRecord[],
  cuts: readonly CalendarDate[],
): readonly (PublicationRecord | undefined)[] {
  const at = new Map(cuts.map((cut, index) => [cut, index]));
  const owners: (PublicationRecord | undefined)[] = cuts.map(() => undefined);
  for (const record of latest) {
    const [after] = dayAfter(record.effective);
    const end = after === undefined ? cuts.length : (at.get(after) ?? cuts.length);
    for (let index = at.get(record.effective.from) ?? end; index < end; index += 1) owners[index] ??= record;
  }
  return owners;
}

/** The first day after a period; none where it is open, or ends with the last date there is. */
function dayAfter({ to }: Period): readonly CalendarDate[] {
  return to === undefined || to >= LAST_DATE ? [] : [addDays(to, 1)];
}

function isKnown(record: PublicationRecord, asOf: string | undefined): boolean {
  return asOf === undefined || Date.parse(record.publishedAt) <= Date.parse(asOf);
}

const indexes = new WeakMap<readonly PublicationRecord[], ReadonlyMap<string, readonly PublicationRecord[]>>();

/** Records of a jurisdiction, the last published first. The index is made once for an array of records. */
function latestFirst(records: readonly PublicationRecord[], codes: Codes): readonly PublicationRecord[] {
  const index = indexes.get(records) ?? indexOf(records);
  if (typeof codes === 'string') return index.get(codes) ?? [];
  const [only, ...more] = codes;
  if (only !== undefined && more.length === 0) return index.get(only) ?? [];
  return codes.flatMap((code) => index.get(code) ?? []).sort((a, b) => b.sequence - a.sequence);
}

function indexOf(records: readonly PublicationRecord[]): ReadonlyMap<string, readonly PublicationRecord[]> {
  const index = new Map<string, PublicationRecord[]>();
  for (const record of [...records].sort((a, b) => b.sequence - a.sequence)) {
    const own = index.get(record.jurisdiction);
    if (own === undefined) index.set(record.jurisdiction, [record]);
    else own.push(record);
  }
  indexes.set(records, index);
  return index;
}
