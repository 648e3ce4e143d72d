import { Refusal } from '../domain/refusal.ts';
import { runPlan } from '../engine/run-plan.ts';
import type { Claim, CompiledRuleSet, ExplainedSettlement, Explanation, Settlement } from '../engine/settlement.ts';
import type { Tallied } from '../engine/tally.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Evaluation, RuleSetName } from './evaluation.ts';
import type { EvaluationRequest } from './evaluation-request.ts';
import type { RulesInForce } from './rules-in-force.ts';
import { settlementDigest, tallyDigest } from './settlement-digest.ts';

/** What of rules in force settles a claim. */
export type SettlingRules = Pick<RulesInForce, 'name' | 'effective' | 'compiled' | 'checkClaim'>;

/**
 * Settles the claim of a checked request by the rules that it chose. Of a claim whose profile has been met its tally is
 * enough, and the settlement itself is made only for who asks for it.
 * @throws Refusal with everything wrong with the claim
 */
export function settle(request: EvaluationRequest, rules: SettlingRules): Evaluation | Promise<Evaluation> {
  const claim = checkedClaim(request, rules);
  const tallied = rules.compiled.tally(claim, request.date);
  const digest = tallied === undefined ? null : tallyDigest(tallied);
  if (tallied === undefined || digest === null) return settleChecked(request, claim, rules);
  if (request.explain !== true) return new TalliedEvaluation(request, claim, rules, tallied, digest, null);
  const explained = rules.compiled.explain(claim, request.date);
  return explained instanceof Promise
    ? explained.then(({ explanation }) => new TalliedEvaluation(request, claim, rules, tallied, digest, explanation))
    : new TalliedEvaluation(request, claim, rules, tallied, digest, explained.explanation);
}

class TalliedEvaluation implements Evaluation {
  readonly id: string;
  readonly jurisdiction: string;
  readonly date: string;
  readonly ruleSet: RuleSetName;
  readonly explanation: Explanation | null;
  readonly draft: boolean;
  readonly effective: EffectiveRuleSet;
  readonly tallied: Tallied;
  readonly settlementDigest: string;
  readonly #claim: Claim;
  readonly #compiled: CompiledRuleSet;

  constructor(
    request: EvaluationRequest,
    claim: Claim,
    { name, effective, compiled }: SettlingRules,
    tallied: Tallied,
    digest: string,
    explanation: Explanation | null,
  ) {
    this.id = request.id;
    this.jurisdiction = request.jurisdiction;
    this.date = request.date;
    this.draft = isOfText(request);
    this.ruleSet = name;
    this.effective = effective;
    this.tallied = tallied;
    this.settlementDigest = digest;
    this.explanation = explanation;
    this.#claim = claim;
    this.#compiled = compiled;
  }

  get settlement(): Settlement {
    const settled = this.#compiled.settle(this.#claim, this.date);
    // A promise where the profile has been forgotten since.
    return settled instanceof Promise ? runPlan(this.tallied.plan, this.#claim).settlement : settled;
  }
}

function checkedClaim(request: EvaluationRequest, rules: SettlingRules): Claim {
  const found = rules.checkClaim(request.claim);
  if (found.length > 0) {
    const findings = found.filter(({ severity }) => severity === 'error');
    if (findings.length > 0) throw new Refusal(findings);
  }
  return request.claim as Claim;
}

function settleChecked(
  request: EvaluationRequest,
  claim: Claim,
  rules: SettlingRules,
): Evaluation | Promise<Evaluation> {
  if (request.explain === true) {
    const explained = rules.compiled.explain(claim, request.date);
    const told = ({ settlement, explanation }: ExplainedSettlement) =>
      evaluationOf(request, rules, settlement, explanation);
    return explained instanceof Promise ? explained.then(told) : told(explained);
  }
  const settlement = rules.compiled.settle(claim, request.date);
  if (settlement instanceof Promise) return settlement.then((settled) => evaluationOf(request, rules, settled, null));
  return evaluationOf(request, rules, settlement, null);
}

function evaluationOf(
  request: EvaluationRequest,
  { name, effective }: SettlingRules,
  settlement: Settlement,
  explanation: Explanation | null,
): Evaluation {
  return {
    id: request.id,
    jurisdiction: request.jurisdiction,
    date: request.date,
    ruleSet: name,
    settlement,
    explanation,
    settlementDigest: settlementDigest(settlement),
    draft: isOfText(request),
    effective,
  };
}

function isOfText({ ruleSet }: EvaluationRequest): boolean {
  return ruleSet !== undefined && 'text' in ruleSet;
}
