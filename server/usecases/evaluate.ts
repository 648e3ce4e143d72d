import { Refusal } from '../domain/refusal.ts';
import type { Claim, Explanation, Settlement } from '../engine/settlement.ts';
import type { Evaluation } from './evaluation.ts';
import { checkEvaluationRequest, type EvaluationRequest, instantOf } from './evaluation-request.ts';
import type { RuleBook, RulesInForce } from './rule-book.ts';
import { settlementDigest } from './settlement-digest.ts';

/**
 * Settles the claim of an evaluation request. Answers at once where its rules and its profile have been met before.
 * @throws Refusal with everything wrong, each with its pointer; `noRuleSetInForce` where no rules cover the date
 */
export type Evaluate = (request: unknown) => Evaluation | Promise<Evaluation>;

/** Evaluates against the rules of a book. */
export function evaluator(book: RuleBook): Evaluate {
  return (value) => {
    const request = checkEvaluationRequest(value);
    const { jurisdiction, date } = request;
    if (request.asOf !== undefined) {
      return book
        .inForce(jurisdiction, date, instantOf(request.asOf) ?? undefined)
        .then((rules) => settle(request, rules));
    }
    const known = book.known(jurisdiction, date);
    return known === undefined
      ? book.inForce(jurisdiction, date).then((rules) => settle(request, rules))
      : settle(request, known);
  };
}

/** What of rules in force settles a claim. */
export type SettlingRules = Pick<RulesInForce, 'name' | 'effective' | 'compiled' | 'checkClaim'>;

/**
 * Settles the claim of a checked request by the rules of its jurisdiction and date.
 * @throws Refusal with everything wrong with the claim
 */
export function settle(request: EvaluationRequest, rules: SettlingRules): Evaluation | Promise<Evaluation> {
  const findings = rules.checkClaim(request.claim).filter(({ severity }) => severity === 'error');
  if (findings.length > 0) throw new Refusal(findings);
  const claim = request.claim as Claim;
  if (request.explain === true) {
    return rules.compiled
      .explain(claim, request.date)
      .then(({ settlement, explanation }) => evaluationOf(request, rules, settlement, explanation));
  }
  const settlement = rules.compiled.settle(claim, request.date);
  if (settlement instanceof Promise) return settlement.then((settled) => evaluationOf(request, rules, settled, null));
  return evaluationOf(request, rules, settlement, null);
}

function evaluationOf(
  { id, jurisdiction, date }: EvaluationRequest,
  { name, effective }: SettlingRules,
  settlement: Settlement,
  explanation: Explanation | null,
): Evaluation {
  const digest = settlementDigest(settlement);
  return { id, jurisdiction, date, ruleSet: name, settlement, explanation, settlementDigest: digest, effective };
}
