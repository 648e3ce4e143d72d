import type { Finding } from '../domain/finding.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { Limit, Rule } from '../rulesets/effective-rule-set.ts';
import type { StandardReading } from './figures.ts';
import type { Notice, Reason } from './settlement.ts';
import type { Term } from './terms.ts';
import type { Expression } from './tree/expression.ts';

/** Where a variable of a plan comes from. */
export type Source =
  /** A money fact of the claim, in CNY there; `otherwise` in fen where it is left out. */
  | { readonly kind: 'money'; readonly fact: string; readonly otherwise: number }
  /** A number of units, of which so many decimals are told apart: `otherwise` in the last of them. */
  | { readonly kind: 'count'; readonly fact: string; readonly places: number; readonly otherwise: number }
  | { readonly kind: 'elsewhere'; readonly pot: string }
  | { readonly kind: 'settled'; readonly layer: string }
  | { readonly kind: 'counter'; readonly counter: Counter };

/** One bound of a payment, in the order they are tried; the tightest names what bound it. */
export interface Bound {
  /** `left`, or the limit's name. */
  readonly name: string;
  readonly room: Expression;
  readonly limit: Limit | null;
}

/** What a plan does, in order; every later step may read the names of earlier ones. */
export type Step =
  | { readonly kind: 'let'; readonly name: string; readonly value: Expression }
  /** paid = the least of owed and every room; `by` remembers which. */
  | { readonly kind: 'pay'; readonly line: number; readonly owed: Expression; readonly bounds: readonly Bound[] }
  /** Refuses the claim where `smaller` is more than `larger`. */
  | { readonly kind: 'require'; readonly smaller: string; readonly larger: Expression; readonly refusal: Finding };

/** One rule's part in a layer. Its amounts are the variables `owed.N`, `paid.N` of its line number. */
export interface PlanLine {
  readonly line: number;
  readonly rule: Rule;
  /** The terms under which the figures were read; `settled` where another system brought the amount. */
  readonly term: Term;
  readonly owed: Expression;
  /** Whether it is owed by a base of the year to which this claim has added before: what is owed then hangs on other pots, too. */
  readonly standsOnGrowth: boolean;
  /** The pots it is drawn from, in order; none where it pays no bill. */
  readonly of: readonly string[];
  readonly bounds: readonly Bound[];
  readonly funding: readonly { readonly name: string; readonly variable: string }[] | null;
  /** Standards that the form and its limits read. */
  readonly readings: readonly StandardReading[];
}

/** One layer of the chain, with the lines of the rules that pay in it. */
export interface PlanLayer {
  readonly layer: string;
  readonly payer: string | null;
  readonly channel: string | null;
  /** Why it pays nothing, where that is the same for every claim of the profile. */
  readonly reason: Reason | null;
  /** The claim brought what another system paid. */
  readonly settled: boolean;
  readonly lines: readonly PlanLine[];
}

/**
 * The arithmetic of one profile: all conditions, keys and look-ups are decided, what is left are amounts and counters.
 * It is what is run, explained, compared, proved and priced.
 */
export interface Plan {
  readonly claimType: string;
  readonly eligible: boolean;
  readonly variables: readonly { readonly name: string; readonly source: Source }[];
  readonly steps: readonly Step[];
  readonly layers: readonly PlanLayer[];
  /** What is left of each pot, by the variable that holds it. */
  readonly selfPay: readonly { readonly pot: string; readonly variable: string }[];
  readonly counters: readonly { readonly counter: Counter; readonly before: string; readonly after: Expression }[];
  readonly notices: readonly Notice[];
}

/** Name of a line's owed amount among a plan's variables. */
export const owedOf = (line: number): string => `owed.${line}`;

/** Name of a line's paid amount among a plan's variables. */
export const paidOf = (line: number): string => `paid.${line}`;

/** Names of all pots drawn from, costs first: how a plan calls what is left of a pot after so many payments. */
export const leftOf = (pot: string, after: number): string => `left.${pot}.${after}`;
