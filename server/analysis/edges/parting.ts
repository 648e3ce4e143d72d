import type { PlanLayer } from '../../engine/plan.ts';
import type { PairGauge } from './pair-gauge.ts';
import type { PlanPair } from './plan-pair.ts';

/** One layer of either plan, by its place in each; -1 where a plan has none of that name. */
export interface PairedLayer {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Where the two sides of a claim part. */
export interface Parting {
  /** The first layer that pays differently; null where only the bill is divided differently. */
  readonly layer: string | null;
  /** What the second rule set pays more, in all layers; negative: less. In fen. */
  readonly gain: number;
}

/** Compares what two plans paid in their last run. */
export class Partings {
  readonly #gauge: PairGauge;
  readonly #layers: readonly PairedLayer[];
  readonly #pots: readonly PairedLayer[];

  constructor(gauge: PairGauge, { plans: { from, to } }: PlanPair) {
    this.#gauge = gauge;
    const names = (layers: readonly PlanLayer[]) => layers.map(({ layer }) => layer);
    this.#layers = pairedNames(names(from.layers), names(to.layers));
    this.#pots = pairedNames(
      from.selfPay.map(({ pot }) => pot),
      to.selfPay.map(({ pot }) => pot),
    );
  }

  /** Null where both pay the same and leave the same of every pot. */
  last(): Parting | null {
    const { from, to } = this.#gauge;
    let layer: string | null = null;
    let gain = 0;
    for (const paired of this.#layers) {
      const change = (to.paid[paired.to] ?? 0) - (from.paid[paired.from] ?? 0);
      if (change !== 0) layer ??= paired.name;
      gain += change;
    }
    if (layer !== null) return { layer, gain };
    const moved = this.#pots.some(
      (pot) => (pot.to < 0 ? 0 : to.left(pot.to)) !== (pot.from < 0 ? 0 : from.left(pot.from)),
    );
    return moved ? { layer: null, gain } : null;
  }
}

/** Names in the order of the first list, those only in the second each after the one that it follows there. */
export function pairedNames(from: readonly string[], to: readonly string[]): readonly PairedLayer[] {
  const names = [...from];
  to.forEach((name, at) => {
    if (names.includes(name)) return;
    const before = at === 0 ? -1 : names.indexOf(to[at - 1] ?? '');
    names.splice(before + 1, 0, name);
  });
  return names.map((name) => ({ name, from: from.indexOf(name), to: to.indexOf(name) }));
}
