import { ONE } from '../domain/ratio.ts';
import type { EffectiveRuleSet, Fact } from '../rulesets/effective-rule-set.ts';
import { placesOf } from '../rulesets/fact-places.ts';
import type { Figure } from '../rulesets/language.ts';
import { evenFact } from './even-fact.ts';
import { type Facts, standInOf } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Source } from './plan.ts';
import type { Expression } from './tree/expression.ts';
import { fixed, positive, type Quantity, type Term } from './tree/quantity.ts';

/** The numbers of days, mu or other units that claims of a profile bring, each its own: what is paid for them is no constant. */
export class Counts {
  readonly #ruleSet: Pick<EffectiveRuleSet, 'standards'>;
  readonly #declared: ReadonlyMap<string, Fact>;
  readonly #facts: Facts;
  readonly #source: (name: string, source: Source) => Expression;

  constructor(
    ruleSet: Pick<EffectiveRuleSet, 'standards'>,
    declared: ReadonlyMap<string, Fact>,
    facts: Facts,
    source: (name: string, source: Source) => Expression,
  ) {
    this.#ruleSet = ruleSet;
    this.#declared = declared;
    this.#facts = facts;
    this.#source = source;
  }

  /** A number that claims send, not below 0; null of one that is worked out of others, which is the same for the whole profile. */
  sent(id: string): Quantity | null {
    const fact = this.#declared.get(id);
    if (fact === undefined || (fact.type.kind !== 'integer' && fact.type.kind !== 'decimal')) return null;
    const places = placesOf(fact.type);
    const otherwise = Math.round(Number(standInOf(fact, this.#facts) ?? 0) * 10 ** places);
    return {
      of: positive(this.#source(id, { kind: 'count', fact: id, places, otherwise })),
      per: 10n ** BigInt(places),
    };
  }

  /** The number that a figure of money grows evenly with; null of any other. */
  even(figure: Figure): Fact | null {
    return evenFact(figure, this.#ruleSet, this.#declared);
  }

  /** A figure of unit CNY as what it is made of, in fen, not rounded; null where it is unlimited. */
  amount(figure: Figure, figures: Figures): readonly Term[] | null {
    const fact = this.even(figure);
    const sent = fact === null ? null : this.sent(fact.id);
    if (fact === null || sent === null) {
      const amount = figures.money(figure);
      return amount === null ? null : [{ ratio: ONE, of: fixed(amount) }];
    }
    const growing = figures.growing(figure, fact.id);
    if (growing === null) return null;
    const each: Term = { ratio: growing.each, of: sent };
    return growing.fixed.n === 0n ? [each] : [each, { ratio: ONE, of: fixed(growing.fixed) }];
  }
}
