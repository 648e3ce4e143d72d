import type { Finding } from '../domain/finding.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { Limit, Rule } from '../rulesets/effective-rule-set.ts';
import type { StandardReading } from './figures.ts';
import type { Notice, Reason } from './settlement.ts';
import type { Source } from './source.ts';
import type { Term } from './terms.ts';
import type { Expression } from './tree/expression.ts';
import { owedOf, paidOf } from './variable-names.ts';

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

/** One rule's part in a layer. Its amounts are the variables `owedOf`, `paidOf` of its line number. */
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

/**
 * Whether each variable of a plan is defined once: of two under one name the one's amount would be the other's.
 * @throws Error where one is defined again
 */
export function requireDefinedOnce({ variables, steps }: Pick<Plan, 'variables' | 'steps'>): void {
  const defined = new Set(variables.map(({ name }) => name));
  for (const step of steps) {
    const names = step.kind === 'let' ? [step.name] : step.kind === 'pay' ? [owedOf(step.line), paidOf(step.line)] : [];
    for (const name of names) {
      if (defined.has(name)) throw new Error(`a plan defines ${name} twice`);
      defined.add(name);
    }
  }
}
