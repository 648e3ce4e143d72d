import { shanghaiDate } from '../../domain/dates.ts';
import { claimSchema } from '../../rulesets/claim-schema.ts';
import type { RuleBook } from '../../usecases/rule-book.ts';
import type { JsonSchema } from './components.ts';

/**
 * The schemas of the claims that each city's rules declare on the date nearest to today, by component name. What holds for
 * another date or county is asked for by itself.
 */
export async function claimComponents(book: RuleBook, now: Date): Promise<ReadonlyMap<string, JsonSchema>> {
  const found = new Map<string, JsonSchema>();
  for (const { code, city } of (await book.registry()).all) {
    if (city !== null) continue;
    const date = await book.nearestDate(code, shanghaiDate(now));
    if (date === null) continue;
    const { effective } = await book.inForce(code, date);
    for (const type of effective.claims.keys()) {
      found.set(`Claim${code}${type.charAt(0).toUpperCase()}${type.slice(1)}`, { ...claimSchema(effective, type) });
    }
  }
  return found;
}
