import { Refusal } from '../../domain/refusal.ts';
import type { Plan } from '../../engine/plan.ts';
import { settledPath } from '../../rulesets/claim-paths.ts';
import { leastAmounts } from './amount-ranges.ts';
import type { Both } from './both.ts';
import { planText } from './plan-text.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { SidePlans } from './side-plans.ts';
import { claimOf, type Situation, sayingAlso } from './situation.ts';

/** The plans of both rule sets for one situation. */
export interface PlanPair {
  readonly situation: Situation;
  readonly plans: Both<Plan>;
  /** Both plans and the ranges of amounts as text: pairs of one text differ on the same claims. */
  readonly text: string;
  /** Whether both plans pay every claim alike. */
  readonly alike: boolean;
}

const MOST_NEEDS = 8;

/**
 * The plans of a situation. What a rule set finds missing – amounts that other systems settle, a fact that others make
 * necessary – is added to the situation, the same for both.
 * @returns null where one of the two refuses every claim of the situation
 */
export async function planPair(
  shared: SharedClaim,
  sides: Both<SidePlans>,
  situation: Situation,
): Promise<PlanPair | null> {
  let asked: Situation | null = situation;
  for (let needs = 0; asked !== null && needs < MOST_NEEDS; needs += 1) {
    const least: ReadonlyMap<string, number> | null = leastAmounts(shared, asked);
    if (least === null) return null;
    const claim = claimOf(shared, asked, least);
    try {
      const plans = {
        from: await sides.from.planOf(claim, asked.dates.from),
        to: await sides.to.planOf(claim, asked.dates.to),
      };
      const [from, to] = [planText(plans.from), planText(plans.to)];
      const text = [from, to, JSON.stringify([...asked.ranges])].join('\n\n');
      return { situation: asked, plans, text, alike: from === to };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      asked = withNeeds(shared, asked, error);
    }
  }
  return null;
}

/** The situation with what a refusal asks for; null where it asks for nothing that can be given. */
function withNeeds(shared: SharedClaim, situation: Situation, { findings }: Refusal): Situation | null {
  let asked: Situation | null = situation;
  for (const { code, args } of findings) {
    if (asked === null) return null;
    if (code === 'settledMissing') {
      const path = settledPath(String(args.layer));
      asked = shared.taken.has(path) ? { ...asked, brings: new Set([...asked.brings, path]) } : null;
    } else if (code === 'factNeeded' || code === 'keyNeeded') asked = sayingAlso(shared, asked, String(args.fact));
    else return null;
  }
  return asked;
}
