import type { CalendarDate } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import type { Schema } from '../rulesets/floor-of-standard.ts';
import { floorSchema } from '../rulesets/floor-schema.ts';
import type { RuleBook } from './rule-book.ts';

/**
 * The JSON Schema that a county's override must meet on a date: the city's figures as minimums and maximums.
 * @throws Refusal `cliNeedsCounty` for a city, `unknownJurisdiction`, `noRuleSetInForce`
 */
export async function floor(book: RuleBook, code: string, date: CalendarDate): Promise<Schema> {
  const { jurisdiction, effective } = await book.cityInForce(code, date);
  const registry = await book.registry();
  const county = registry.lookup(code, date);
  if (county === null || county.city === null) {
    const example = registry.all.find(({ city }) => city === jurisdiction.code)?.code ?? null;
    return refuse('cliNeedsCounty', { code, example });
  }
  return floorSchema(effective, county.code);
}
