import type { Rule } from '../rulesets/effective-rule-set.ts';
import type { StandardReading } from './figures.ts';
import type { UnappliedRule, UsedStandard } from './settlement.ts';

/** At most so many of a kind are kept; then they are begun anew. */
const MOST = 4096;

/**
 * Parts of reasons that many profiles of one claim type have in common. The same part is the same object, so that it takes
 * its memory once, and its words are made once.
 */
export class KeptReasons {
  readonly #unapplied = new Map<string, UnappliedRule>();
  readonly #standards = new Map<string, readonly UsedStandard[]>();

  /** That a rule did not apply, and why. */
  unapplied({ layer, name, label, clause }: Rule, failed: UnappliedRule['failed']): UnappliedRule {
    return kept(this.#unapplied, `${name} ${JSON.stringify(failed)}`, () => ({
      ...{ layer, rule: name, applied: false, label, clause, failed },
    }));
  }

  /** The standards that a rule read, by what they are and the keys they were read under. */
  standards(
    { name }: Rule,
    readings: readonly StandardReading[],
    make: () => readonly UsedStandard[],
  ): readonly UsedStandard[] {
    const read = readings.map(({ standard, key, value }) => [standard.id, key, value]);
    return kept(this.#standards, `${name} ${JSON.stringify(read)}`, make);
  }
}

function kept<Part>(parts: Map<string, Part>, key: string, make: () => Part): Part {
  let found = parts.get(key);
  if (found === undefined) {
    if (parts.size >= MOST) parts.clear();
    found = make();
    parts.set(key, found);
  }
  return found;
}
