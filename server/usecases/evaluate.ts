import { refuse } from '../domain/refusal.ts';
import type { DraftRules } from './draft-rules.ts';
import type { Evaluation } from './evaluation.ts';
import { checkEvaluationRequest, type EvaluationRequest, instantOf } from './evaluation-request.ts';
import { foreignOwner } from './named-rules.ts';
import { placedInRequest } from './placed-in-request.ts';
import type { RuleBook } from './rule-book.ts';
import type { RuleSetChoice } from './rule-set-choice.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { settle } from './settle.ts';

/**
 * Settles the claim of an evaluation request. Answers at once where its rules and its profile have been met before.
 * @throws Refusal with everything wrong, each with its pointer; `noRuleSetInForce` where no rules cover the date,
 *   `publishedLater` where they were published after the instant as of which they are asked for
 */
export type Evaluate = (request: unknown) => Evaluation | Promise<Evaluation>;

/**
 * Evaluates against the rules of a book.
 * @param drafts makes rules of unpublished texts; without it a request that brings one is refused
 */
export function evaluator(book: RuleBook, drafts?: DraftRules): Evaluate {
  return (value) => {
    const request = checkEvaluationRequest(value);
    const { jurisdiction, date, asOf, ruleSet } = request;
    const by = (rules: Promise<RulesInForce>) => placed(rules).then((found) => settle(request, found));
    if (ruleSet !== undefined) return by(chosen(book, drafts, request, ruleSet));
    if (asOf !== undefined) return by(book.inForce(jurisdiction, date, instantOf(asOf) ?? undefined));
    const known = book.known(jurisdiction, date);
    return known === undefined ? by(book.inForce(jurisdiction, date)) : settle(request, known);
  };
}

/** Rules, or what finding them was refused with at its place in the request. */
function placed(rules: Promise<RulesInForce>): Promise<RulesInForce> {
  return rules.catch((error: unknown) => {
    throw placedInRequest(error);
  });
}

/** The rules that a request names instead of those in force. */
async function chosen(
  book: RuleBook,
  drafts: DraftRules | undefined,
  { jurisdiction: code, date }: EvaluationRequest,
  choice: RuleSetChoice,
): Promise<RulesInForce> {
  if ('text' in choice) {
    if (drafts === undefined) return refuse('draftsNotTaken', {}, { pointer: '/ruleSet/text' });
    return drafts(choice.text, code, date);
  }
  const place = await book.placeOf(code, date);
  const { jurisdiction } = place;
  if ('version' in choice) return book.byVersion(jurisdiction.code, choice.version, choice.baseVersion ?? null);
  const { effective } = await book.byEffectiveDigest(choice.effectiveDigest);
  const given = foreignOwner(place, effective);
  if (given !== null) refuse('digestOtherJurisdiction', { given, code }, { pointer: '/ruleSet/effectiveDigest' });
  const { override, base } = effective;
  // Under the code of the date, so that the answer is the one that was given when these rules were in force.
  const version = jurisdiction.city === null ? base.version : (override?.version ?? null);
  return book.byVersion(jurisdiction.code, version, base.version);
}
