import { baseOf, baseStatedBy, CLAIM, feeding } from '../rulesets/bases.ts';
import { historyPath } from '../rulesets/claim-paths.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import { nameRule } from '../rulesets/named-in.ts';
import { counterId } from './counter-source.ts';
import type { FormTree, GrownCounter } from './forms/form.ts';
import { layerPots } from './layer-pots.ts';
import type { Plan, Step } from './plan.ts';
import type { Source } from './source.ts';
import type { Expression } from './tree/expression.ts';
import { add, constant, sum, variable } from './tree/quantity.ts';
import { afterOf, grownOf, paidOf } from './variable-names.ts';

/**
 * The counters of one plan: what the history brings of each, and what each stands at after the claim. Where several rules of a claim
 * let one base grow, each pot counts once, as it was left when the first of them came to it; a rule's own base before is that of
 * the history and what the others have added from other pots, so that two kinds of cost have one deductible between them.
 */
export class CounterBook {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #counters: readonly Counter[];
  readonly #steps: Step[];
  readonly #source: (source: Source) => Expression;
  readonly #layers: ReadonlySet<string>;
  readonly #fired: ReadonlySet<string>;
  /** By counter, what each pot has added to a base that several rules let grow. */
  readonly #grown = new Map<string, Map<string, Expression>>();
  readonly #after = new Map<string, Expression>();
  readonly #paid: { readonly line: number; readonly rule: Rule }[] = [];

  constructor(
    ruleSet: EffectiveRuleSet,
    counters: readonly Counter[],
    fired: ReadonlySet<string>,
    steps: Step[],
    source: (source: Source) => Expression,
  ) {
    this.#ruleSet = ruleSet;
    this.#layers = new Set(ruleSet.layers.map(({ name }) => name));
    this.#counters = counters;
    this.#fired = fired;
    this.#steps = steps;
    this.#source = source;
  }

  /** What was paid in the period under a name of a layer or rule; null where the history keeps nothing of it. */
  paidBefore(period: string, name: string): Expression | null {
    const known = this.#counters.find((one) => one.kind === 'paid' && one.period === period && one.name === name);
    return known === undefined ? null : this.#before(known);
  }

  /** A form's own counter before the rule; null where the claim type has none. */
  before(rule: Rule, kind: GrownCounter['kind'], period: string, name: string | null): Expression | null {
    const counter = this.#counterOf(rule, kind, period, name);
    if (counter?.kind === 'deductible') return this.#after.get(counterId(counter)) ?? this.#before(counter);
    return counter === null ? null : sum([this.#before(counter), ...this.#addedByOthers(rule, counter)]);
  }

  /** Whether a rule's base, or what deductibles took, holds more before it than the history brings. */
  standsOnGrowth(rule: Rule): boolean {
    // Mostly nothing is shared, and to find a base goes through all rules.
    if (this.#grown.size === 0 && this.#after.size === 0) return false;
    const base = baseOf(this.#ruleSet, rule);
    if (base === null) return false;
    const taken = this.#counterOf(rule, 'deductible', base.period, base.name);
    if (taken !== null && this.#after.has(counterId(taken))) return true;
    const counter = this.#counterOf(rule, 'base', base.period, base.name);
    return counter !== null && this.#addedByOthers(rule, counter).length > 0;
  }

  /** Whether a rule's form keeps a base: what was left of the bill over the period. */
  keepsBase(rule: Rule): boolean {
    return baseStatedBy(rule.event) !== null;
  }

  /** A line has paid. */
  pay(line: number, rule: Rule): void {
    this.#paid.push({ line, rule });
  }

  /** Σ of what this claim has paid so far under these names of layers or rules. */
  paidFor(names: readonly string[]): Expression {
    return sum(
      this.#paid.filter(({ rule }) => nameRule(names, this.#layers, rule)).map(({ line }) => variable(paidOf(line))),
    );
  }

  /**
   * Remembers what a form's own counters stand at after the rule. To be called before the rule draws from its pots.
   * @param left what is left of pots
   */
  grow(rule: Rule, { counters = [] }: FormTree, left: (pots: readonly string[]) => Expression): void {
    for (const counter of counters) {
      const known = this.#counterOf(rule, counter.kind, counter.period, counter.name);
      if (known !== null) this.#growOne(rule, known, counter, left);
    }
  }

  #growOne(
    rule: Rule,
    known: Counter,
    { after, grows }: GrownCounter,
    left: (pots: readonly string[]) => Expression,
  ): void {
    const id = counterId(known);
    if (this.#isShared(known)) this.#growShared(rule, known, grows, left);
    else if (known.kind === 'deductible') this.#after.set(id, this.#hold(afterOf(id, rule.name), after, 'fen'));
    else if (!this.#after.has(id)) this.#after.set(id, this.#hold(afterOf(id, null), after, unitOf(known)));
  }

  /**
   * Every counter with its value before and after.
   * @param carried counters that claims of the type do not need and the history brings all the same
   */
  all(carried: readonly Counter[]): Plan['counters'] {
    return [...this.#counters, ...carried].map((counter) => {
      const before = this.#before(counter);
      const paid = counter.kind === 'paid' ? add(before, this.paidFor([counter.name])) : null;
      return { counter, before: historyPath(counter), after: paid ?? this.#after.get(counterId(counter)) ?? before };
    });
  }

  /** Whether several rules that apply let a base grow. */
  #isShared({ kind, rules }: Counter): boolean {
    return kind === 'base' && rules.filter((rule) => this.#fired.has(rule)).length > 1;
  }

  /** @param grows what the rule adds in all, where that is not what is left of its pots: it then stands under the first of them */
  #growShared(
    rule: Rule,
    counter: Counter,
    grows: Expression | undefined,
    left: (pots: readonly string[]) => Expression,
  ): void {
    const id = counterId(counter);
    const grown = this.#grown.get(id) ?? new Map<string, Expression>();
    this.#grown.set(id, grown);
    const fresh = layerPots([rule]).filter((pot) => !grown.has(pot));
    for (const [at, pot] of fresh.entries()) {
      const added = grows === undefined ? left([pot]) : at === 0 ? grows : constant(0n);
      grown.set(pot, this.#hold(grownOf(id, pot), added, 'fen'));
    }
    this.#after.set(id, sum([this.#before(counter), ...grown.values()]));
  }

  /** What other pots than a rule's own have added to a counter. */
  #addedByOthers(rule: Rule, counter: Counter): readonly Expression[] {
    const own = layerPots([rule]);
    return [...(this.#grown.get(counterId(counter)) ?? [])]
      .filter(([pot]) => !own.includes(pot))
      .map(([, added]) => added);
  }

  /** An amount under a name of its own, as it is now. */
  #hold(name: string, value: Expression, unit: 'fen' | 'count'): Expression {
    this.#steps.push({ kind: 'let', name, value });
    return variable(name, unit);
  }

  #before(counter: Counter): Expression {
    if (counter.period === CLAIM) return constant(0n);
    return this.#source({ kind: 'counter', counter });
  }

  #counterOf(rule: Rule, kind: GrownCounter['kind'], period: string, name: string | null): Counter | null {
    if (kind === 'base' && period === CLAIM) return this.#ofClaim(rule);
    const fitting = this.#counters.filter((one) => one.kind === kind && one.period === period);
    return fitting.find((one) => one.name === name) ?? fitting.find((one) => one.rules.includes(rule.name)) ?? null;
  }

  /** A base that rules of one claim share: it begins at 0, and no history knows of it. */
  #ofClaim(rule: Rule): Counter | null {
    const base = baseOf(this.#ruleSet, rule);
    return base === null ? null : { ...base, kind: 'base', nameIs: 'rule', rules: feeding(this.#ruleSet, base) };
  }
}

function unitOf({ kind }: Counter): 'fen' | 'count' {
  return kind === 'count' ? 'count' : 'fen';
}
