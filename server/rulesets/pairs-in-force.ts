import { addDays, covers, dayAfter, type Period } from '../domain/dates.ts';
import { inForcePeriods } from './in-force.ts';
import type { InForcePeriod } from './in-force-periods.ts';
import type { PublicationRecord } from './publication.ts';
import type { Codes } from './record-index.ts';

/** A stretch of time in which one city's text and one override of a county, or none, apply together. */
export interface PairInForce {
  readonly period: Period;
  readonly base: PublicationRecord;
  readonly override: PublicationRecord | null;
}

/**
 * What applies when, in the order of time; stretches never overlap. Where the city has nothing in force, nothing applies,
 * also where the county has an override.
 * @param county null for the city itself
 */
export function pairsInForce(
  records: readonly PublicationRecord[],
  city: Codes,
  county: Codes | null,
): readonly PairInForce[] {
  const overrides = county === null ? [] : inForcePeriods(records, county);
  return inForcePeriods(records, city).flatMap((base) => divided(base, overrides));
}

/** A stretch of the city's, cut where an override begins or ends. */
function divided({ period, record: base }: InForcePeriod, overrides: readonly InForcePeriod[]): readonly PairInForce[] {
  const cuts = [period.from];
  for (const { period: own } of overrides) {
    for (const cut of [own.from, dayAfter(own)]) {
      if (cut !== null && cut > period.from && covers(period, cut)) cuts.push(cut);
    }
  }
  const starts = [...new Set(cuts)].sort();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const to = next === undefined ? period.to : addDays(next, -1);
    const override = overrides.find((one) => covers(one.period, from))?.record ?? null;
    return { period: to == null ? { from } : { from, to }, base, override };
  });
}
