import { CLAIM } from '../rulesets/bases.ts';
import type { EffectiveRuleSet, Limit, Rule } from '../rulesets/effective-rule-set.ts';
import { nameRule } from '../rulesets/named-in.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { holds, type LookUp } from './conditions.ts';
import type { CounterBook } from './counter-book.ts';
import type { Counts } from './counts.ts';
import type { Figures } from './figures.ts';
import { ifSet } from './forms/form.ts';
import type { Bound } from './plan.ts';
import type { Kept, Pots } from './pots.ts';
import type { Expression } from './tree/expression.ts';
import { floor, positive, subtract, sum, whole } from './tree/quantity.ts';

/** What the limits of a rule set say of one profile. */
export class Limits {
  readonly #active: readonly Limit[];
  readonly #layers: ReadonlySet<string>;
  readonly #layerOf: ReadonlyMap<string, string | null>;
  readonly #counts: Counts;

  constructor(ruleSet: EffectiveRuleSet, { limits, layerOf }: ClaimTypeRules, look: LookUp, counts: Counts) {
    this.#counts = counts;
    this.#layers = new Set(ruleSet.layers.map(({ name }) => name));
    this.#layerOf = layerOf;
    this.#active = limits.filter(({ conditions }) => conditions === null || holds(conditions, look));
  }

  /** The bounds of a rule's payment by sums over a period, with what is left of each. */
  bounds(rule: Rule, figures: Figures, pots: Pots, book: CounterBook): readonly Bound[] {
    const bounds: Bound[] = [];
    for (const limit of this.#active) {
      if (limit.kind !== 'atMost' || !nameRule(limit.binds, this.#layers, rule)) continue;
      const most = ifSet(() => this.#most(limit, figures, pots));
      if (most === null) continue;
      const used =
        limit.per === CLAIM ? [] : this.#distinct(limit.over).map((name) => book.paidBefore(limit.per, name));
      const spent = sum([...used.filter((one) => one !== null), book.paidFor(limit.over)]);
      bounds.push({ name: limit.name, limit, room: positive(subtract(most, spent)) });
    }
    return bounds;
  }

  /** What must stay of pots that a rule draws from, with the limit that says so. */
  kept(of: readonly string[], figures: Figures): readonly (Kept & { readonly limit: Limit })[] {
    return this.#active.flatMap((limit) => {
      if (limit.kind !== 'leave' || !limit.of.some((pot) => of.includes(pot))) return [];
      const amount = ifSet(() => this.#counts.amount(limit.leave, figures));
      return amount === null ? [] : [{ limit, of: limit.of, amount: floor(amount) }];
    });
  }

  /** How much there is in all; null where it is unlimited, or unset and the limit off. */
  #most({ atMost }: Limit & { kind: 'atMost' }, figures: Figures, pots: Pots): Expression | null {
    if (typeof atMost === 'object' && 'share' in atMost) {
      return floor([{ ratio: figures.plain(atMost.share), of: whole(pots.cost(atMost.of)) }]);
    }
    const amount = this.#counts.amount(atMost, figures);
    return amount === null ? null : floor(amount);
  }

  /** A rule's own counter is already within its layer's. */
  #distinct(names: readonly string[]): readonly string[] {
    return names.filter((name) => this.#layers.has(name) || !names.includes(this.#layerOf.get(name) ?? ''));
  }
}
