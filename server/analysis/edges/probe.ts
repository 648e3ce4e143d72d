import { inRanges, leastAmounts } from './amount-ranges.ts';
import { amountMet } from './comparison-meaning.ts';
import { PairGauge } from './pair-gauge.ts';
import { type Parting, Partings } from './parting.ts';
import type { PlanPair } from './plan-pair.ts';
import type { RefusedClaim } from './refused-claim.ts';
import { gridOf, meaningOf, type Scan, Scans, turnsOf } from './scan.ts';
import { sentClaim } from './settled-edge.ts';
import type { SharedClaim } from './shared-claim.ts';
import { nameOf, type Threshold } from './threshold.ts';

/** A claim at an edge whose two sides part. */
export interface Found {
  readonly probe: Probe;
  /** By the gauge's inputs. */
  readonly amounts: Float64Array;
  readonly parting: Parting;
  readonly meets: readonly Threshold[];
}

/** What became of the claims of one scan. */
export interface Probed {
  readonly considered: number;
  readonly refused: readonly RefusedClaim[];
  readonly found: readonly Found[];
}

/** Looks for edges among the claims of one situation. */
export class Probe {
  readonly shared: SharedClaim;
  readonly pair: PlanPair;
  readonly gauge: PairGauge;
  readonly scans: Iterator<Scan>;
  readonly #partings: Partings;
  readonly #seen = new Set<string>();
  readonly #least: ReadonlyMap<string, number> | null;

  constructor(shared: SharedClaim, pair: PlanPair, largestFigure: number) {
    this.shared = shared;
    this.pair = pair;
    this.gauge = new PairGauge(shared, pair);
    this.#least = leastAmounts(shared, pair.situation);
    this.#partings = new Partings(this.gauge, pair);
    this.scans = new Scans(shared, pair, this.gauge, largestFigure).all();
  }

  /** Settles the claims of a scan, at most so many: one fen below, at and above every turn, and round amounts. */
  settle(scan: Scan, most: number): Probed {
    const points = this.#points(scan);
    const found: Found[] = [];
    const refused: RefusedClaim[] = [];
    let considered = 0;
    for (const [point, turned] of [...points].sort(([a], [b]) => a - b)) {
      const amounts = scan.amounts.slice();
      amounts[scan.axis] = point;
      const key = amounts.join();
      if (this.#seen.has(key)) continue;
      if (considered >= most) break;
      if (!this.#inRanges(amounts)) continue;
      this.#seen.add(key);
      considered += 1;
      if (!this.gauge.run(amounts)) {
        const { from, to } = this.gauge;
        refused.push({
          claim: () => sentClaim({ probe: this, amounts }),
          dates: this.pair.situation.dates,
          refusals: { from: from.refusal, to: to.refusal },
        });
        continue;
      }
      const parting = this.#partings.last();
      if (parting !== null) found.push({ probe: this, amounts, parting, meets: this.#meets(scan, point, turned) });
    }
    return { considered, refused, found };
  }

  #inRanges(amounts: Float64Array): boolean {
    const { situation } = this.pair;
    if (situation.ranges.size === 0) return true;
    return inRanges(this.shared, situation, this.gauge.amountsBy(amounts, this.#least));
  }

  #points(scan: Scan): ReadonlyMap<number, ReadonlySet<number>> {
    const { low, high } = scan.range;
    const points = new Map<number, Set<number>>();
    if (scan.round) for (const point of gridOf(scan.range)) points.set(point, new Set());
    for (const { at, comparisons } of turnsOf(this.gauge, scan)) {
      for (const point of [at - 1, at, at + 1]) {
        if (point < low || point > high) continue;
        const turned = points.get(point) ?? new Set();
        points.set(point, turned);
        for (const comparison of comparisons) turned.add(comparison);
      }
    }
    return points;
  }

  /** The bounds that a claim meets, told from how the comparisons that turn there came out. */
  #meets(scan: Scan, point: number, turned: ReadonlySet<number>): readonly Threshold[] {
    const meets = [...turned].map((index) => meaningOf(this.gauge, index)).filter((one) => one !== null);
    const input = this.gauge.inputs[scan.axis];
    const fact = this.shared.facts.get(input?.path ?? '')?.from;
    const own = { id: input?.path ?? '', label: fact?.label ?? { zh: input?.path ?? '', en: input?.path ?? '' } };
    const isPlain = meets.length === 0 && input !== undefined;
    const amount = isPlain ? [amountMet(own, point, input.units ? input.parts : null)] : [];
    const named = new Map([...meets, ...scan.meets, ...amount].map((one) => [nameOf(one), one]));
    return [...named.values()].sort(byWeight);
  }
}

const WEIGHT = ['standard', 'limit', 'rule', 'left', 'amount', 'date', 'fact'] as const;

function byWeight(one: Threshold, other: Threshold): number {
  const weight = WEIGHT.indexOf(one.kind) - WEIGHT.indexOf(other.kind);
  return weight !== 0 ? weight : nameOf(one) < nameOf(other) ? -1 : 1;
}
