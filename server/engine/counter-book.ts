import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import { counterId } from './counter-source.ts';
import type { FormTree } from './forms/form.ts';
import { type Plan, paidOf, type Source, type Step } from './plan.ts';
import type { Expression } from './tree/expression.ts';
import { add, sum, variable } from './tree/quantity.ts';

/** The counters of one plan: what the history brings of each, and what each stands at after the claim. */
export class CounterBook {
  readonly #counters: readonly Counter[];
  readonly #steps: Step[];
  readonly #source: (name: string, source: Source) => Expression;
  readonly #layers: ReadonlySet<string>;
  readonly #after = new Map<string, Expression>();
  readonly #paid: { readonly line: number; readonly rule: Rule }[] = [];

  constructor(
    ruleSet: EffectiveRuleSet,
    counters: readonly Counter[],
    steps: Step[],
    source: (name: string, source: Source) => Expression,
  ) {
    this.#layers = new Set(ruleSet.layers.map(({ name }) => name));
    this.#counters = counters;
    this.#steps = steps;
    this.#source = source;
  }

  /** What was paid in the period under a name of a layer or rule; null where the history keeps nothing of it. */
  paidBefore(period: string, name: string): Expression | null {
    const known = this.#counters.find((one) => one.kind === 'paid' && one.period === period && one.name === name);
    return known === undefined ? null : this.#before(known);
  }

  /** A form's own counter before the claim; null where the claim type has none. */
  before(rule: Rule, kind: 'base' | 'count', period: string, name: string | null): Expression | null {
    const counter = this.#counterOf(rule, kind, period, name);
    return counter === null ? null : this.#before(counter);
  }

  /** Whether a rule's form keeps a base: what was left of the bill over the period. */
  keepsBase({ name }: Rule): boolean {
    return this.#counters.some(({ kind, rules }) => kind === 'base' && rules.includes(name));
  }

  /** A line has paid. */
  pay(line: number, rule: Rule): void {
    this.#paid.push({ line, rule });
  }

  /** Σ of what this claim has paid so far under these names of layers or rules. */
  paidFor(names: readonly string[]): Expression {
    const named = ({ rule }: { readonly rule: Rule }) =>
      names.some((name) => name === (this.#layers.has(name) ? rule.layer : rule.name));
    return sum(this.#paid.filter(named).map(({ line }) => variable(paidOf(line))));
  }

  /** Remembers what a form's own counter stands at after the claim, before later payments lower what the pots hold. */
  grow(rule: Rule, { counter }: FormTree): void {
    if (counter === undefined) return;
    const known = this.#counterOf(rule, counter.kind, counter.period, counter.name);
    if (known === null || this.#after.has(counterId(known))) return;
    const name = `after.${counterId(known)}`;
    this.#steps.push({ kind: 'let', name, value: counter.after });
    this.#after.set(counterId(known), variable(name, unitOf(known)));
  }

  /**
   * Every counter with its value before and after.
   * @param carried counters that claims of the type do not need and the history brings all the same
   */
  all(carried: readonly Counter[]): Plan['counters'] {
    return [...this.#counters, ...carried].map((counter) => {
      const before = this.#before(counter);
      const paid = counter.kind === 'paid' ? add(before, this.paidFor([counter.name])) : null;
      return { counter, before: historyName(counter), after: paid ?? this.#after.get(counterId(counter)) ?? before };
    });
  }

  #before(counter: Counter): Expression {
    return this.#source(historyName(counter), { kind: 'counter', counter });
  }

  #counterOf(rule: Rule, kind: 'base' | 'count', period: string, name: string | null): Counter | null {
    const fitting = this.#counters.filter((one) => one.kind === kind && one.period === period);
    return fitting.find((one) => one.name === name) ?? fitting.find((one) => one.rules.includes(rule.name)) ?? null;
  }
}

const historyName = (counter: Counter): string => `history.${counterId(counter)}`;

function unitOf({ kind }: Counter): 'fen' | 'count' {
  return kind === 'count' ? 'count' : 'fen';
}
