import type { ClaimSchemaAnswer, EffectiveAnswer } from '../../schemas/generated/documents.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import { publishedClaimSchema } from '../rulesets/published-claim-schema.ts';
import { didYouMean, inShort, listed } from '../rulesets/words.ts';
import { chooseDate } from './choose-date.ts';
import { claimForm } from './claim-form.ts';
import type { RuleBook } from './rule-book.ts';
import { type RuleWords, show } from './show.ts';

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
  words: RuleWords,
): Promise<EffectiveAnswer> {
  const chosen = await chooseDate(book, code, date, now);
  return show(await book.inForce(code, chosen.date), chosen, words);
}

/**
 * The schema of claims of a type and what a form shows beside it, by the rules in force in a jurisdiction.
 * @param asked the type; else the first that the rules know
 * @param date else the nearest to `now` on which some are
 * @throws Refusal `claimTypeUnknown` with the types there are; `unknownJurisdiction`, `noRuleSets`, `noRuleSetInForce`,
 *   `ruleSetUnusable`
 */
export async function claimSchemaOf(
  book: RuleBook,
  code: string,
  asked: string | undefined,
  date: CalendarDate | undefined,
  now: Date,
): Promise<ClaimSchemaAnswer> {
  const chosen = await chooseDate(book, code, date, now);
  const { effective: rules, name } = await book.inForce(code, chosen.date);
  const type = asked ?? [...rules.claims.keys()][0] ?? '';
  if (!rules.claims.has(type)) {
    const types = [...rules.claims.keys()];
    const given = inShort(type);
    refuse('claimTypeUnknown', { given, known: listed(types), meant: didYouMean(type, types) }, { pointer: '/type' });
  }
  return {
    ...chosen,
    ruleSet: name,
    type,
    types: [...rules.claims.values()].map((one) => ({ type: one.type, label: one.label })),
    schema: publishedClaimSchema(rules, type),
    form: claimForm(rules, type),
  };
}
