import { Candidates } from '../../engine/candidates.ts';
import { buildPlan, type ChainInput } from '../../engine/chain.ts';
import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import { factsOf } from '../../engine/facts.ts';
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
    const { ruleSet, claimType } = this.#input;
    const facts = factsOf(claimType, claim, date);
    const fired = await selectRules(ruleSet, this.#candidates, facts);
    return buildPlan(this.#input, {
      facts,
      date,
      fired,
      settled: namesIn(claim.settled),
      elsewhere: namesIn(claim.paidElsewhere),
      counters: new Set(),
    });
  }
}

function namesIn(amounts: unknown): ReadonlySet<string> {
  return new Set(typeof amounts === 'object' && amounts !== null ? Object.keys(amounts) : []);
}
