import { Candidates } from '../engine/candidates.ts';
import { buildPlan } from '../engine/chain.ts';
import { type ClaimTypeRules, rulesOfClaimType } from '../engine/claim-type.ts';
import { type Facts, factsOf } from '../engine/facts.ts';
import type { Plan } from '../engine/plan.ts';
import { type PlanRun, runPlan } from '../engine/run-plan.ts';
import { selectRules } from '../engine/select-rules.ts';
import type { Claim } from '../engine/settlement.ts';
import { countersOf } from '../rulesets/counters.ts';
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
  const facts = factsOf(claimType, claim, date);
  const fired = await selectRules(ruleSet, new Candidates(claimType.rules), facts);
  const input = { ruleSet, claimType, counters: countersOf(ruleSet, claim.type), carried: [] };
  const plan = buildPlan(input, {
    facts,
    date,
    fired,
    settled: namesIn(claim.settled),
    elsewhere: namesIn(claim.paidElsewhere),
    counters: new Set(),
  });
  return { claimType, facts, fired, plan, done: runPlan(plan, claim) };
}

function namesIn(amounts: unknown): ReadonlySet<string> {
  return new Set(typeof amounts === 'object' && amounts !== null ? Object.keys(amounts) : []);
}
