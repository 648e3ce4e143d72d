import type { CalendarDate } from '../domain/dates.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { BoundedCache } from './bounded-cache.ts';
import type { RulesInForce } from './rules-in-force.ts';

const DATES = 8192;

interface Known {
  readonly rules: RulesInForce;
  /** All codes whose publications decided it: the city's and the county's own. */
  readonly codes: readonly string[];
  /** Up to which list of records it is known to hold. */
  edition: number;
}

/**
 * The rules in force that have been found, by jurisdiction and date. A publication makes those unknown that it can have
 * changed, its own county's or its city's: all other counties go on without being looked up anew.
 */
export class KnownDates {
  readonly #known = new BoundedCache<string, Known>(DATES);
  /** The list in which a code's publications last changed. */
  readonly #changed = new Map<string, number>();
  #edition = 0;
  #records: readonly PublicationRecord[] = [];
  #places: unknown;

  /**
   * Tells of a new list of records.
   * @param places what tells the texts of jurisdictions apart; undefined where they may be others each time
   */
  follow(records: readonly PublicationRecord[], places: unknown): void {
    this.#edition += 1;
    if (places === undefined || places !== this.#places) this.#known.clear();
    else for (const code of changedIn(this.#records, records)) this.#changed.set(code, this.#edition);
    this.#records = records;
    this.#places = places;
  }

  get(code: string, date: CalendarDate): RulesInForce | undefined {
    const known = this.#known.get(keyOf(code, date));
    if (known === undefined) return undefined;
    if (known.edition !== this.#edition) {
      const { codes, edition } = known;
      if (codes.some((one) => (this.#changed.get(one) ?? 0) > edition)) return undefined;
      known.edition = this.#edition;
    }
    return known.rules;
  }

  /** @param codes all codes whose publications decide it */
  set(code: string, date: CalendarDate, codes: readonly string[], rules: RulesInForce): void {
    this.#known.set(keyOf(code, date), { rules, codes, edition: this.#edition });
  }
}

/** Codes of publications that stand in one list alone: a record that is suspended or revoked is another object. */
function changedIn(before: readonly PublicationRecord[], after: readonly PublicationRecord[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    if (before[index] === after[index]) continue;
    for (const record of [before[index], after[index]]) if (record !== undefined) codes.add(record.jurisdiction);
  }
  return codes;
}

const keyOf = (code: string, date: CalendarDate): string => `${code} ${date}`;
