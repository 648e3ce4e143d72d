import { Refusal } from '../../domain/refusal.ts';
import { historyPath } from '../../engine/counter-source.ts';
import { inputLimit } from '../../engine/input-limit.ts';
import type { Plan, Source } from '../../engine/plan.ts';
import { leastAmounts } from './amount-ranges.ts';
import { Gauge } from './gauge.ts';
import { Influence } from './influence.ts';
import { planText } from './plan-text.ts';
import type { Both, SharedClaim } from './shared-claim.ts';
import type { SidePlans } from './side-plans.ts';
import { claimOf, type Situation, sayingAlso } from './situation.ts';

/** An amount that a claim may bring, and how it is counted. */
export interface Input {
  readonly path: string;
  readonly kind: Source['kind'];
  /** Whether it counts days or other units, not fen. */
  readonly units: boolean;
}

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
      const path = `settled.${String(args.layer)}`;
      asked = shared.taken.has(path) ? { ...asked, brings: new Set([...asked.brings, path]) } : null;
    } else if (code === 'factNeeded' || code === 'keyNeeded') asked = sayingAlso(shared, asked, String(args.fact));
    else return null;
  }
  return asked;
}

/** Both plans of a situation made ready to be run on amounts. */
export class PairGauge {
  readonly inputs: readonly Input[];
  readonly from: Gauge;
  readonly to: Gauge;
  readonly influence: Influence;
  /** The largest amount, in fen or units, up to which the gauges are exact. */
  readonly largest: number;

  constructor(shared: SharedClaim, { plans }: Pick<PlanPair, 'plans'>) {
    const sources = [...plans.from.variables, ...plans.to.variables].map(({ source }) => source);
    const inputs = new Map<string, Input>();
    for (const source of sources) {
      const path = pathOf(source);
      const known = shared.facts.has(path) || shared.taken.has(path);
      if (known) inputs.set(path, { path, kind: source.kind, units: isUnits(source) });
    }
    this.inputs = [...inputs.values()];
    const places = new Map(this.inputs.map(({ path }, at) => [path, at]));
    const paths = (plan: Plan) => plan.variables.map(({ source }) => pathOf(source));
    const gauge = (plan: Plan) => new Gauge(plan, paths(plan), places);
    [this.from, this.to] = [gauge(plans.from), gauge(plans.to)];
    this.influence = new Influence([plans.from, plans.to].map((plan) => ({ plan, paths: paths(plan) })));
    const least = [inputLimit(plans.from), inputLimit(plans.to)].reduce((a, b) => (a < b ? a : b));
    this.largest = least === 0n ? 10 ** 7 : Number(least) - 1;
  }

  /** Runs both; false where one of the two would refuse the claim. */
  run(amounts: Float64Array): boolean {
    const from = this.from.run(amounts);
    return this.to.run(amounts) && from;
  }
}

function pathOf(source: Source): string {
  switch (source.kind) {
    case 'money':
    case 'count':
      return source.fact;
    case 'counter':
      return historyPath(source.counter);
    case 'settled':
      return `settled.${source.layer}`;
    default:
      return `paidElsewhere.${source.pot}`;
  }
}

function isUnits(source: Source): boolean {
  return source.kind === 'count' || (source.kind === 'counter' && source.counter.kind === 'count');
}
