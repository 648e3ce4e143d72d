import type { EffectiveAnswer } from '../../schemas/generated/documents.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import { claimSchema } from '../rulesets/claim-schema.ts';
import type { SchemaObject } from '../rulesets/schema-registry.ts';
import { didYouMean, listed } from '../rulesets/words.ts';
import { type ChosenDate, chooseDate } from './choose-date.ts';
import type { RuleSetName } from './evaluation.ts';
import type { RuleBook } from './rule-book.ts';
import { show } from './show.ts';

/**
 * The rules in force in a jurisdiction.
 * @param date else the nearest to `now` on which some are
 * @throws Refusal `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`, `ruleSetUnusable`
 */
export async function effective(
  book: RuleBook,
  code: string,
  date: CalendarDate | undefined,
  now: Date,
): Promise<EffectiveAnswer> {
  const chosen = await chooseDate(book, code, date, now);
  return show(await book.inForce(code, chosen.date), chosen);
}

/** The JSON Schema that claims of one type must meet, and by which rules. */
export interface ClaimSchemaAnswer extends ChosenDate {
  readonly ruleSet: RuleSetName;
  readonly type: string;
  readonly schema: SchemaObject;
}

/**
 * The schema of claims of a type, by the rules in force in a jurisdiction.
 * @param date else the nearest to `now` on which some are
 * @throws Refusal `claimTypeUnknown` with the types there are; `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`,
 *   `ruleSetUnusable`
 */
export async function claimSchemaOf(
  book: RuleBook,
  code: string,
  type: string,
  date: CalendarDate | undefined,
  now: Date,
): Promise<ClaimSchemaAnswer> {
  const chosen = await chooseDate(book, code, date, now);
  const { effective: rules, name } = await book.inForce(code, chosen.date);
  if (!rules.claims.has(type)) {
    const types = [...rules.claims.keys()];
    const given = type.slice(0, 60);
    refuse('claimTypeUnknown', { given, known: listed(types), meant: didYouMean(type, types) }, { pointer: '/type' });
  }
  return { ...chosen, ruleSet: name, type, schema: claimSchema(rules, type) };
}
