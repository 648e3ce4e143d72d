import type { Period } from '../domain/dates.ts';
import { effectiveDigest } from './digest.ts';
import type { PublicationRecord } from './publication.ts';
import { type Codes, indexOf } from './record-index.ts';

/** Two texts that can be resolved together: a city's, and an override of one of its counties or none. */
export interface EffectivePair {
  readonly base: PublicationRecord;
  readonly override: PublicationRecord | null;
}

/**
 * Every pair of published texts, those an answer is most likely made of first: the cities' texts alone, overrides with the
 * texts of their city whose stated period they share a day with, and at last overrides with the other texts of their city,
 * which no date brings together but a pair of version numbers can. In each part the last published first.
 * @param cityOf the codes of the city that a county's code belongs to
 */
export function* effectivePairs(
  records: readonly PublicationRecord[],
  cityOf: (code: string) => Codes,
): Generator<EffectivePair> {
  const index = indexOf(records);
  const overrides: PublicationRecord[] = [];
  for (const record of records.toReversed()) {
    if (record.kind === 'Override') overrides.push(record);
    else yield { base: record, override: null };
  }
  const cities = new Map(
    [...new Set(overrides.map(({ jurisdiction }) => jurisdiction))].map((code) => [code, cityOf(code)]),
  );
  for (const together of [true, false]) {
    for (const override of overrides) {
      for (const base of index.latestFirst(cities.get(override.jurisdiction) ?? [])) {
        if (shareADay(base.effective, override.effective) === together) yield { base, override };
      }
    }
  }
}

/** The effective digest of a pair. */
export function digestOfPair({ base, override }: EffectivePair): string {
  return effectiveDigest(base.digest, override?.digest ?? null);
}

function shareADay(one: Period, other: Period): boolean {
  return (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to);
}
