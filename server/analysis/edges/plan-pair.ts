import type { Finding } from '../../domain/finding.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Plan } from '../../engine/plan.ts';
import type { Claim } from '../../engine/settlement.ts';
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

/** A situation that one of the two rule sets refuses every claim of, or both. */
export interface RefusedSituation {
  readonly situation: Situation;
  /** Null of a side that has a plan for it. */
  readonly refusals: Both<Finding | null>;
}

/** Whether both rule sets have a plan for a situation. */
export function isPair(made: PlanPair | RefusedSituation | null): made is PlanPair {
  return made !== null && 'plans' in made;
}

const MOST_NEEDS = 8;

/**
 * The plans of a situation. What a rule set finds missing – amounts that other systems settle, a fact that others make
 * necessary – is added to the situation, the same for both.
 * @returns who refuses every claim of the situation and why; null where no bill lies in its ranges
 */
export async function planPair(
  shared: SharedClaim,
  sides: Both<SidePlans>,
  situation: Situation,
): Promise<PlanPair | RefusedSituation | null> {
  let asked = situation;
  for (let needs = 0; ; needs += 1) {
    const least: ReadonlyMap<string, number> | null = leastAmounts(shared, asked);
    if (least === null) return null;
    const claim = claimOf(shared, asked, least);
    const from = await planOrRefusal(sides.from, claim, asked.dates.from);
    const to = await planOrRefusal(sides.to, claim, asked.dates.to);
    if (!(from instanceof Refusal) && !(to instanceof Refusal)) {
      const plans = { from, to };
      const texts = [planText(from), planText(to)] as const;
      const text = [...texts, JSON.stringify([...asked.ranges])].join('\n\n');
      return { situation: asked, plans, text, alike: texts[0] === texts[1] };
    }
    const more: Situation | null = needs < MOST_NEEDS ? withNeedsOf(shared, asked, [from, to]) : null;
    if (more === null) return { situation: asked, refusals: { from: findingOf(from), to: findingOf(to) } };
    asked = more;
  }
}

async function planOrRefusal(side: SidePlans, claim: Claim, date: string): Promise<Plan | Refusal> {
  try {
    return await side.planOf(claim, date);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function findingOf(answer: Plan | Refusal): Finding | null {
  return answer instanceof Refusal ? (answer.findings[0] ?? null) : null;
}

/** The situation with what the first refusal asks for that can be given; null where none of them can. */
function withNeedsOf(
  shared: SharedClaim,
  situation: Situation,
  answers: readonly (Plan | Refusal)[],
): Situation | null {
  for (const answer of answers) {
    const more = answer instanceof Refusal ? withNeeds(shared, situation, answer) : null;
    if (more !== null) return more;
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
