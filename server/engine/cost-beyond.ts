import { compareRatios, ONE, reduce, ZERO } from '../domain/ratio.ts';
import type { FormTree } from './forms/form.ts';
import type { Bound } from './plan.ts';
import type { Expression } from './tree/expression.ts';
import {
  add,
  combine,
  fixed,
  min,
  positiveQuantity,
  type Quantity,
  subtract,
  type Term,
  total,
  whole,
} from './tree/quantity.ts';

/** What limits cut off from a claim's payments, told as the cost that went without: what a rule with `beyond` works on. */
export class CostBeyond {
  readonly #asked: ReadonlySet<string>;
  readonly #cut: { readonly limit: string; readonly pot: string; readonly cost: Quantity }[] = [];

  /** @param asked names of the limits that rules of the claim type ask for */
  constructor(asked: ReadonlySet<string>) {
    this.#asked = asked;
  }

  /** Remembers what limits cut off from a payment of one pot, each of what those before it have left. */
  note({ of, portions }: FormTree, bounds: readonly Bound[]): void {
    const [pot] = of ?? [];
    if (portions === undefined || pot === undefined || of?.length !== 1) return;
    if (!bounds.some(({ limit }) => limit !== null && this.#asked.has(limit.name))) return;
    // Of shares no more is owed than is left.
    const areShares = portions.every(({ ratio }) => compareRatios(ratio, ONE) <= 0);
    let least: Expression | null = null;
    let before = fixed(ZERO);
    for (const { limit, room } of bounds) {
      if (limit === null && areShares) continue;
      least = least === null ? room : min(least, room);
      const cost = costBeyond(portions, least);
      if (limit !== null && this.#asked.has(limit.name))
        this.#cut.push({ limit: limit.name, pot, cost: combine(subtract, cost, before) });
      before = cost;
    }
  }

  /** The cost of a pot that a limit has left without payment so far, in fen, not rounded. */
  of(limit: string, pot: string): Quantity {
    return this.#cut
      .filter((one) => one.limit === limit && one.pot === pot)
      .map(({ cost }) => cost)
      .reduce((all, cost) => combine(add, all, cost), fixed(ZERO));
  }
}

/**
 * The cost whose payment no longer fits: of portions of the cost, from the first fen to the last, those at the end.
 * A portion that is paid nothing has lost nothing.
 * @param room how much there is for all of them, in fen
 */
function costBeyond(portions: readonly Term[], room: Expression): Quantity {
  const paying = portions.filter(({ ratio }) => ratio.n > 0n);
  let cut = positiveQuantity(combine(subtract, total(paying), whole(room)));
  const cost: Term[] = [];
  for (const [at, portion] of [...paying.entries()].reverse()) {
    const of = at === 0 ? cut : combine(min, cut, total([portion]));
    cost.push({ ratio: reduce(portion.ratio.d, portion.ratio.n), of });
    cut = combine(subtract, cut, of);
  }
  return total(cost);
}
