import { shanghaiDate } from '../../domain/dates.ts';
import { publishedClaimSchema } from '../../rulesets/published-claim-schema.ts';
import type { RuleBook } from '../../usecases/rule-book.ts';
import type { RulesInForce } from '../../usecases/rules-in-force.ts';
import type { JsonSchema } from './components.ts';

/** The rules of each city on the date nearest to today. @throws Refusal where a city's texts cannot be used */
export async function citiesRules(book: RuleBook, now: Date): Promise<readonly RulesInForce[]> {
  const found: RulesInForce[] = [];
  for (const { code, city } of (await book.registry()).all) {
    if (city !== null) continue;
    const date = await book.nearestDate(code, shanghaiDate(now));
    if (date !== null) found.push(await book.inForce(code, date));
  }
  return found;
}

/** The schemas of the claims that rules declare, by component name. What holds for another date or county is asked for by itself. */
export function claimComponents(cities: readonly RulesInForce[]): ReadonlyMap<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  for (const { jurisdiction, effective } of cities) {
    for (const type of effective.claims.keys()) {
      const name = `Claim${jurisdiction.code}${type.charAt(0).toUpperCase()}${type.slice(1)}`;
      found.set(name, publishedClaimSchema(effective, type));
    }
  }
  return found;
}
