import { Candidates } from '../../engine/candidates.ts';
import { buildPlan, type ChainInput } from '../../engine/chain.ts';
import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import { type Facts, factsOf } from '../../engine/facts.ts';
import type { Plan } from '../../engine/plan.ts';
import { selectRules } from '../../engine/select-rules.ts';
import type { Claim } from '../../engine/settlement.ts';
import { countersOf } from '../../rulesets/counters.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';

/** Makes the plans of one rule set for claims of one type. */
export class SidePlans {
  readonly #input: ChainInput;
  readonly #candidates: Candidates;

  constructor(ruleSet: EffectiveRuleSet, claimType: ClaimTypeRules) {
    this.#input = { ruleSet, claimType, counters: countersOf(ruleSet, claimType.type), carried: [] };
    this.#candidates = new Candidates(claimType.rules);
  }

  /**
   * The plan by which a claim is settled.
   * @throws Refusal where the claim lacks what its facts make necessary, or a key has no figure
   */
  async planOf(claim: Claim, date: string): Promise<Plan> {
    return (await this.wayOf(claim, date)).plan;
  }

  /** {@link planOf} with the facts that it follows from, and the rules that fire. */
  async wayOf(
    claim: Claim,
    date: string,
  ): Promise<{ readonly facts: Facts; readonly fired: ReadonlySet<string>; readonly plan: Plan }> {
    const { ruleSet, claimType } = this.#input;
    const facts = factsOf(claimType, claim, date);
    const fired = await selectRules(ruleSet, this.#candidates, facts);
    const plan = buildPlan(this.#input, {
      facts,
      date,
      fired,
      settled: namesIn(claim.settled),
      elsewhere: namesIn(claim.paidElsewhere),
      counters: new Set(),
    });
    return { facts, fired, plan };
  }
}

function namesIn(amounts: unknown): ReadonlySet<string> {
  return new Set(typeof amounts === 'object' && amounts !== null ? Object.keys(amounts) : []);
}
