import type { Ratio } from '../../domain/ratio.ts';
import type { Figure } from '../../rulesets/language.ts';
import type { Growth } from '../growth.ts';
import type { Expression } from '../tree/expression.ts';
import type { Quantity, Term } from '../tree/quantity.ts';

/** One row of a banded standard: bounds in fen, `to` null for the open last row, the rate that is paid in it. */
export interface Band {
  readonly from: Ratio;
  readonly to: Ratio | null;
  readonly ratio: Ratio;
}

/**
 * What a form may ask about the claim at hand. Figures, keys and exact facts are constants of the claim's profile; money
 * and counters are variables.
 */
export interface FormContext {
  /** A figure of unit CNY, in fen; not rounded. Throws {@link Unset} where a standard it needs is `none`. */
  money(figure: Figure): Ratio;
  /** The same where the form's schema says `even`: what it grows by with a number or amount of the claim is a term of its own. */
  amount(figure: Figure): readonly Term[];
  /** How it grows with a number or amount of the claim: in fen, with nothing but `fixed` where it does not. */
  growth(figure: Figure): Growth;
  /** A figure of any other unit: a share, a factor, days. */
  plain(figure: Figure): Ratio;
  /** The bands of a standard made of rows, each at its ratio with what a figure adds to it; from 0 to 1. */
  bands(figure: Figure): readonly Band[];
  /** A share by grade: `grade` is the key under which the standard's last map is read, found from `fact`. */
  shareByGrade(standard: string, grade: string, fact: string): Ratio | null;
  /** What the claim leaves of these pots, in fen. */
  left(pots: readonly string[]): Expression;
  /** These pots before any payment, in fen. */
  cost(pots: readonly string[]): Expression;
  /** The cost of a pot that a limit on payments before has left without payment, in fen; not rounded. */
  beyond(limit: string, pot: string): Quantity;
  /** A money fact that is no pot of its own (a part of one, or an income), in fen. */
  moneyFact(fact: string): Expression;
  /** A whole number of days or other units, not below 0. */
  count(fact: string): Expression;
  /** A number of units with its decimals, not below 0. */
  quantity(fact: string): Quantity;
  /** The same as a constant of the profile. */
  exactQuantity(fact: string): Ratio;
  /** The items of a list of whole numbers as constants of the profile, smallest first, at most the first two. */
  smallest(fact: string): readonly number[];
  /** This rule's counter of the history before the rule: `name` chooses another layer's or rule's. */
  counter(kind: 'base' | 'deductible' | 'count', period: string, name: string | null): Expression;
}

/** What of a {@link FormContext} is the same for every claim of a profile. */
export type FormFigures = Pick<
  FormContext,
  'money' | 'growth' | 'plain' | 'bands' | 'shareByGrade' | 'exactQuantity' | 'smallest'
>;

/** A rule's params, and the figures that they come to in one profile. */
export interface FormReading<P> {
  readonly params: P;
  readonly figures: FormFigures;
}

/** A counter with what it stands at after a rule. */
export interface GrownCounter {
  readonly kind: 'base' | 'deductible' | 'count';
  readonly period: string;
  readonly name: string | null;
  readonly after: Expression;
  /** What a base grows by, where that is not what is left of the rule's pots. */
  readonly grows?: Expression;
}

/** What a form says of one claim. */
export interface FormTree {
  /** Owed before anything binds it, in fen. */
  readonly owed: Expression;
  /** The pots it is drawn from, in order; null: from none, it does not pay a bill. */
  readonly of: readonly string[] | null;
  /** The cost it is owed for, from the first fen to the last, each part with what is paid of it; left out where the order cannot be told. */
  readonly portions?: readonly Term[];
  /** What the counters asked for by `counter` stand at after the rule. */
  readonly counters?: readonly GrownCounter[];
  /** Shares of a premium by who brings them, in fen; the form then pays nothing. */
  readonly funding?: readonly { readonly name: string; readonly amount: Expression }[];
}

/** A payment form: one file, its schema and its expression tree. */
export interface Form<P> {
  readonly type: string;
  /** What its rules do for a person: pay, tell who brings a premium, or bound what layers give. */
  readonly role: 'pays' | 'funds' | 'bounds';
  /** What it is for, for people and the generated schema. */
  readonly description: string;
  /** JSON Schema of its params, with `unit` and `names` annotations for the cross-checks. */
  readonly params: Readonly<Record<string, unknown>>;
  tree(params: P, context: FormContext): FormTree;
  /**
   * Whether the newer reading serves every claim at least as well. A form that draws from pots: with the same cost, counters
   * and facts, and no more left of the pots than under the older one, it leaves no more (left' ≤ left gives left' − owed' ≤
   * left − owed). A form that draws from none: it owes no less. Both in whole fen, rounding included.
   * @returns null where it cannot tell; the solver is asked then
   */
  dominates(older: FormReading<P>, newer: FormReading<P>): true | null;
  /**
   * Whether a fen more of its one pot moves what is left of it by that fen at most, and never down: with c ≤ c' ≤ c + 1 of
   * cost and left ≤ left' ≤ left + (c' − c) before, so again after. Rounding included; parts of the pot may rise with it. A
   * form that draws from no pot moves none.
   * @returns null where it cannot tell; the solver is asked then
   */
  steady(reading: FormReading<P>): true | null;
}

/** Thrown while a tree is built where a standard it needs is unset: the rule is then off. */
export class Unset extends Error {
  readonly standard: string;

  constructor(standard: string) {
    super(`standard ${standard} is unset`);
    this.name = 'Unset';
    this.standard = standard;
  }
}

/** What `read` answers; null where a standard it needs is unset. */
export function ifSet<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unset) return null;
    throw error;
  }
}
