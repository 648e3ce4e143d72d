import type { CalendarDate } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import { runPlan } from '../../engine/run-plan.ts';
import type { Claim } from '../../engine/settlement.ts';
import { claimCheck } from '../../rulesets/claim-check.ts';
import { leastAmounts } from './amount-ranges.ts';
import type { Both } from './both.ts';
import type { RefusedSituation } from './plan-pair.ts';
import type { SharedClaim } from './shared-claim.ts';
import { SidePlans } from './side-plans.ts';
import { claimOf } from './situation.ts';

/** A claim that one of the two sides refuses, or both. */
export interface RefusedClaim {
  /** Made only of those that are told. */
  readonly claim: () => Claim;
  readonly dates: Both<CalendarDate>;
  /** Null of a side that settles it. */
  readonly refusals: Both<Finding | null>;
}

/** The claim with the least amounts of a situation whose every claim is refused. */
export function claimOfRefused(shared: SharedClaim, { situation, refusals }: RefusedSituation): RefusedClaim {
  const claim = () => claimOf(shared, situation, leastAmounts(shared, situation) ?? new Map());
  return { claim, dates: situation.dates, refusals };
}

/** Says why a rule set refuses a claim, as the evaluation would; null where it settles it. */
export class RefusalOf {
  readonly #check;
  readonly #plans: SidePlans;

  constructor({ ruleSet, claimType }: SharedClaim['sides']['from']) {
    // Nothing is generated for the few claims that are asked about.
    this.#check = claimCheck(ruleSet, false);
    this.#plans = new SidePlans(ruleSet, claimType);
  }

  async of(claim: Claim, date: CalendarDate): Promise<Finding | null> {
    const [wrong] = this.#check(claim);
    if (wrong !== undefined) return wrong;
    try {
      runPlan(await this.#plans.planOf(claim, date), claim);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.findings[0] ?? null;
      throw error;
    }
  }
}
