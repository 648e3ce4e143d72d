import { type CalendarDate, covers, dayAfter } from '../domain/dates.ts';
import type { EffectiveStandard } from '../rulesets/effective-rule-set.ts';
import { type PairInForce, pairsInForce } from '../rulesets/pairs-in-force.ts';
import { sameValue } from '../rulesets/same-value.ts';
import type { RuleBook } from './rule-book.ts';
import type { RulesInForce } from './rules-in-force.ts';

/**
 * Since when a county's figures have held without a break, within the time in which its version is in force: as far back as
 * the same override is, and under earlier texts of the city as long as the figure that came out was the same.
 * @returns the first day, by the id of one of the standards
 */
export async function heldSince(
  book: RuleBook,
  { jurisdiction, effective }: RulesInForce,
  standards: readonly EffectiveStandard[],
  date: CalendarDate,
): Promise<(id: string) => CalendarDate> {
  const registry = await book.registry();
  const city = registry.sameAs(jurisdiction.city ?? jurisdiction.code);
  const pairs = pairsInForce(book.records(), city, registry.sameAs(jurisdiction.code));
  const at = pairs.findIndex(({ period }) => covers(period, date));
  const since = new Map(standards.map(({ id }) => [id, pairs[at]?.period.from ?? date]));
  let holding = standards;
  for (let before = at - 1; before >= 0 && holding.length > 0; before -= 1) {
    const [earlier, later] = [pairs[before], pairs[before + 1]];
    if (earlier === undefined || later === undefined || !follows(earlier, later)) break;
    if (earlier.override?.digest !== effective.override?.digest) break;
    const then = (await book.inForce(jurisdiction.code, earlier.period.from)).effective.standards;
    holding = holding.filter(({ id, value }) => {
      const held = then.get(id)?.value;
      return held !== undefined && sameValue(held, value);
    });
    for (const { id } of holding) since.set(id, earlier.period.from);
  }
  return (id) => since.get(id) ?? date;
}

/** Whether a stretch begins on the day after another ends. */
function follows(earlier: PairInForce, later: PairInForce): boolean {
  return dayAfter(earlier.period) === later.period.from;
}
