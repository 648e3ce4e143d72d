import { SidePlans } from '../analysis/edges/side-plans.ts';
import { type ClaimTypeRules, rulesOfClaimType } from '../engine/claim-type.ts';
import type { Facts } from '../engine/facts.ts';
import type { Plan } from '../engine/plan.ts';
import { type PlanRun, runPlan } from '../engine/run-plan.ts';
import type { Claim } from '../engine/settlement.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';

/** One claim's way through a rule set, with everything that was decided and every amount on the way. */
export interface Trace {
  readonly claimType: ClaimTypeRules;
  readonly facts: Facts;
  readonly fired: ReadonlySet<string>;
  readonly plan: Plan;
  readonly done: PlanRun;
}

/**
 * Settles a claim step by step for who wants to look inside; nothing is remembered.
 * @throws Refusal where the claim contradicts itself or lacks something
 */
export async function traceClaim(ruleSet: EffectiveRuleSet, claim: Claim, date: string): Promise<Trace> {
  const claimType = rulesOfClaimType(ruleSet, claim.type);
  const way = await new SidePlans(ruleSet, claimType).wayOf(claim, date);
  return { claimType, ...way, done: runPlan(way.plan, claim) };
}
