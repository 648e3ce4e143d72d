import { inputLimit } from '../../engine/input-limit.ts';
import type { Plan } from '../../engine/plan.ts';
import { isUnits, pathOf, type Source } from '../../engine/source.ts';
import { Gauge } from './gauge.ts';
import { Influence } from './influence.ts';
import type { PlanPair } from './plan-pair.ts';
import type { SharedClaim } from './shared-claim.ts';
import { partsOf, type Situation } from './situation.ts';

/** An amount that a claim may bring, and how it is counted. */
export interface Input {
  readonly path: string;
  readonly kind: Source['kind'];
  /** Whether it counts days or other units, not fen. */
  readonly units: boolean;
  /** In how many parts one of them is told. */
  readonly parts: number;
}

/** Both plans of a situation made ready to be run on amounts. */
export class PairGauge {
  readonly inputs: readonly Input[];
  readonly from: Gauge;
  readonly to: Gauge;
  readonly influence: Influence;
  /** The largest amount, in fen or units, up to which the gauges are exact. */
  readonly largest: number;
  readonly #places: ReadonlyMap<string, number>;

  constructor(shared: SharedClaim, { plans }: Pick<PlanPair, 'plans'>) {
    const sources = [...plans.from.variables, ...plans.to.variables].map(({ source }) => source);
    const inputs = new Map<string, Input>();
    for (const source of sources) {
      const path = pathOf(source);
      const known = shared.facts.has(path) || shared.taken.has(path);
      if (known) inputs.set(path, { path, kind: source.kind, units: isUnits(source), parts: partsOf(shared, path) });
    }
    this.inputs = [...inputs.values()];
    const places = new Map(this.inputs.map(({ path }, at) => [path, at]));
    this.#places = places;
    const paths = (plan: Plan) => plan.variables.map(({ source }) => pathOf(source));
    const gauge = (plan: Plan) => new Gauge(plan, paths(plan), places);
    [this.from, this.to] = [gauge(plans.from), gauge(plans.to)];
    this.influence = new Influence([plans.from, plans.to].map((plan) => ({ plan, paths: paths(plan) })));
    const least = [inputLimit(plans.from), inputLimit(plans.to)].reduce((a, b) => (a < b ? a : b));
    this.largest = least === 0n ? 10 ** 7 : Number(least) - 1;
  }

  /**
   * The amounts of a claim by what they are of: its own, else what its situation brings at least.
   * @param amounts by the inputs
   */
  amountsBy(amounts: Float64Array, least: ReadonlyMap<string, number> | null): (path: string) => number | undefined {
    return (path) => {
      const amount = amounts[this.#places.get(path) ?? -1] ?? Number.NaN;
      return Number.isNaN(amount) ? least?.get(path) : amount;
    };
  }

  /** Runs both; false where one of the two would refuse the claim. */
  run(amounts: Float64Array): boolean {
    const from = this.from.run(amounts);
    return this.to.run(amounts) && from;
  }
}

/** The number that a situation says of an input that counts, in its parts; NaN where it says none. */
export function countSaid({ path, parts }: Input, { facts }: Pick<Situation, 'facts'>): number {
  return Math.round(Number(facts.get(path) ?? Number.NaN) * parts);
}
