import { Refusal } from '../domain/refusal.ts';
import type { Claim, Explanation, Settlement } from '../engine/settlement.ts';
import type { Evaluation } from './evaluation.ts';
import type { EvaluationRequest } from './evaluation-request.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { settlementDigest } from './settlement-digest.ts';

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
  { id, jurisdiction, date, ruleSet }: EvaluationRequest,
  { name, effective }: SettlingRules,
  settlement: Settlement,
  explanation: Explanation | null,
): Evaluation {
  return {
    id,
    jurisdiction,
    date,
    ruleSet: name,
    settlement,
    explanation,
    settlementDigest: settlementDigest(settlement),
    draft: ruleSet !== undefined && 'text' in ruleSet,
    effective,
  };
}
