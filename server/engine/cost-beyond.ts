import { compareRatios, gcd, ONE, type Ratio, reduce, ZERO } from '../domain/ratio.ts';
import type { Limit } from '../rulesets/effective-rule-set.ts';
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
  scale,
  subtract,
  type Term,
  whole,
} from './tree/quantity.ts';

/** What limits cut off from a claim's payments, told as the cost that went without: what a rule with `beyond` works on. */
export class CostBeyond {
  readonly #asked: ReadonlySet<string>;
  readonly #cut: { readonly limit: Limit; readonly pot: string; readonly cost: Quantity }[] = [];

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
        this.#cut.push({ limit, pot, cost: combine(subtract, cost, before) });
      before = cost;
    }
  }

  /** The cost of a pot that a limit has left without payment so far, in fen, not rounded. */
  of(limit: string, pot: string): Quantity {
    return this.#cut
      .filter((one) => one.limit.name === limit && one.pot === pot)
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
  const owed = paying.map(({ ratio, of }) => times(of, ratio));
  const all = owed.reduce((sum, one) => combine(add, sum, one), fixed(ZERO));
  let cut = positiveQuantity(combine(subtract, all, whole(room)));
  let cost = fixed(ZERO);
  for (const [at, { ratio }] of [...paying.entries()].reverse()) {
    const taken = at === 0 ? cut : combine(min, cut, owed[at] ?? fixed(ZERO));
    cost = combine(add, cost, times(taken, reduce(ratio.d, ratio.n)));
    cut = combine(subtract, cut, taken);
  }
  return cost;
}

function times({ of, per }: Quantity, ratio: Ratio): Quantity {
  const common = gcd(ratio.n, per);
  return { of: scale(ratio.n / common, of), per: (per / common) * ratio.d };
}
