import { fenOf } from '../domain/money.ts';
import { ONE, type Ratio, reduce, ZERO } from '../domain/ratio.ts';
import type { Fact } from '../rulesets/effective-rule-set.ts';
import { placesOf } from '../rulesets/fact-places.ts';
import type { Figure } from '../rulesets/language.ts';
import { evenFact } from './even-fact.ts';
import { type Facts, standInOf } from './facts.ts';
import type { Figures } from './figures.ts';
import type { Bounds } from './growth.ts';
import type { Source } from './source.ts';
import type { Expression } from './tree/expression.ts';
import { combine, fixed, max, min, positive, type Quantity, type Term, total, whole } from './tree/quantity.ts';

/** The numbers of days, mu or other units that claims of a profile bring, and amounts that a figure is a part of, each its own: no constants. */
export class Counts {
  readonly #declared: ReadonlyMap<string, Fact>;
  readonly #facts: Facts;
  readonly #source: (source: Source) => Expression;

  constructor(declared: ReadonlyMap<string, Fact>, facts: Facts, source: (source: Source) => Expression) {
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
      of: positive(this.#source({ kind: 'count', fact: id, places, otherwise })),
      per: 10n ** BigInt(places),
    };
  }

  /** An amount that claims send, in fen. */
  money(id: string): Expression {
    const fact = this.#declared.get(id);
    const standIn = fact === undefined ? 0 : Number(standInOf(fact, this.#facts) ?? 0);
    return this.#source({ kind: 'money', fact: id, otherwise: fenOf(standIn) });
  }

  /** The number or amount that a figure of money grows evenly with; null of any other. */
  even(figure: Figure): Fact | null {
    return evenFact(figure, this.#declared);
  }

  /** A figure of unit CNY as what it is made of, in fen, not rounded; null where it is unlimited. */
  amount(figure: Figure, figures: Figures): readonly Term[] | null {
    const fact = this.even(figure);
    if (fact === null) {
      const amount = figures.money(figure);
      return amount === null ? null : [{ ratio: ONE, of: fixed(amount) }];
    }
    const growing = figures.growing(figure, fact.id);
    if (growing === null) return null;
    const each = this.#each(fact, growing.each);
    const terms = growing.fixed.n === 0n ? [each] : [each, { ratio: ONE, of: fixed(growing.fixed) }];
    // What takes something off brings no figure below 0.
    const isSigned = growing.each.n < 0n || growing.fixed.n < 0n;
    const isFree = !isSigned && growing.atLeast.n === 0n && growing.atMost === null;
    return isFree ? terms : [{ ratio: ONE, of: within(total(terms), growing) }];
  }

  /** So many fen for each of a number, or for each yuan of an amount. */
  #each(fact: Fact, fen: Ratio): Term {
    if (fact.type.kind !== 'money') return { ratio: fen, of: this.sent(fact.id) ?? fixed(ZERO) };
    return { ratio: reduce(fen.n, fen.d * 100n), of: whole(this.money(fact.id)) };
  }
}

function within(amount: Quantity, { atLeast, atMost }: Bounds): Quantity {
  const raised = combine(max, amount, fixed(atLeast));
  return atMost === null ? raised : combine(min, raised, fixed(atMost));
}
