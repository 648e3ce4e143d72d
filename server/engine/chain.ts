import { covers } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Layer, Rule } from '../rulesets/effective-rule-set.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import type { Operand } from './conditions.ts';
import { counterId } from './counter-source.ts';
import { Figures, type StandardReading } from './figures.ts';
import { formContext } from './form-context.ts';
import { type FormTree, Unset } from './forms/form.ts';
import { formOf } from './forms/index.ts';
import { counterNamed, Limits } from './limits.ts';
import { noticesOf } from './notices.ts';
import { type Bound, type Plan, type PlanLayer, type PlanLine, paidOf, type Source, type Step } from './plan.ts';
import { Pots } from './pots.ts';
import type { Profile } from './profile.ts';
import type { Reason } from './settlement.ts';
import { type LayerTerms, layerTerms, type Term } from './terms.ts';
import type { Expression } from './tree/expression.ts';
import { add, constant, subtract, sum, variable } from './tree/quantity.ts';

/** What the chain is built from: a rule set, what of it bears on a claim type, and the counters that type needs. */
export interface ChainInput {
  readonly ruleSet: EffectiveRuleSet;
  readonly claimType: ClaimTypeRules;
  readonly counters: readonly Counter[];
}

/**
 * The plan of a profile: layers in paying order, each rule's payment bounded by what is left and by every limit, drawn
 * from the pots in their order.
 * @throws Refusal where the claim brings no amount for a layer that another system settles, or a key has no figure
 */
export function buildPlan(input: ChainInput, profile: Profile): Plan {
  return new Chain(input, profile).plan();
}

class Chain {
  readonly #input: ChainInput;
  readonly #profile: Profile;
  readonly #steps: Step[] = [];
  readonly #variables = new Map<string, Source>();
  readonly #lines: PlanLine[] = [];
  readonly #after = new Map<string, Expression>();
  readonly #terms: LayerTerms;
  readonly #pots: Pots;
  readonly #limits: Limits;

  constructor(input: ChainInput, profile: Profile) {
    this.#input = input;
    this.#profile = profile;
    const { ruleSet, claimType } = input;
    const figures = this.#figures('full', () => {});
    this.#terms = layerTerms(claimType, profile.fired, figures);
    this.#pots = new Pots(claimType, ruleSet, profile, figures, this.#steps, (name, source) =>
      this.#source(name, source),
    );
    this.#limits = new Limits(ruleSet, claimType.limits, (name) => this.#look(name, figures));
  }

  plan(): Plan {
    const { claimType, ruleSet } = this.#input;
    const layers = claimType.layers.map((layer) => this.#layer(layer));
    const counters = this.#input.counters.map((counter) => ({
      counter,
      before: this.#before(counter),
      after: this.#afterOf(counter),
    }));
    return {
      claimType: claimType.type,
      eligible: this.#terms.eligible,
      variables: [...this.#variables].map(([name, source]) => ({ name, source })),
      steps: this.#steps,
      layers,
      selfPay: this.#pots.names().map((pot) => ({ pot, variable: this.#leftVariable(pot) })),
      counters,
      notices: noticesOf({
        ruleSet,
        profile: this.#profile,
        terms: this.#terms,
        layers,
        counters: this.#input.counters,
        claimLayers: claimType.layers,
      }),
    };
  }

  #layer(layer: Layer): PlanLayer {
    const rules = this.#input.claimType.rules.filter((rule) => rule.layer === layer.name);
    const fired = rules.filter(({ name }) => this.#profile.fired.has(name));
    const term = this.#terms.of(layer.name);
    const channel = layer.channel === null ? null : this.#channel(layer.channel);
    const shape = (reason: Reason | null, lines: readonly PlanLine[], settled = false): PlanLayer => ({
      layer: layer.name,
      payer: layer.payer?.id ?? null,
      channel,
      reason,
      settled,
      lines,
    });
    if (!this.#terms.eligible) return shape('notEligible', []);
    if (this.#profile.settled.has(layer.name)) return shape(null, this.#given(layer, rules, fired), true);
    if (!covers(layer.period, this.#profile.date)) return shape('outsidePeriod', []);
    if (term === 'settled' && fired.length > 0) {
      refuse('settledMissing', { layer: layer.label, name: layer.name }, { pointer: `/claim/settled/${layer.name}` });
    }
    if (term === 'none' || term === 'settled') {
      for (const rule of fired) this.#form(rule, 'ordinary', (tree) => this.#count(rule, tree));
      return shape(term === 'none' ? 'withheld' : 'noRuleApplies', []);
    }
    if (fired.length === 0) return shape('noRuleApplies', []);
    const lines = this.#pay(layer, fired, term);
    if (lines.length === 0) return shape('standardUnset', []);
    return shape(lines.every(({ funding }) => funding !== null) ? 'paysNobody' : null, lines);
  }

  /** The lines of a layer that pays by its rules; a layer that takes one rule takes the first that can pay. */
  #pay(layer: Layer, fired: readonly Rule[], term: Term): readonly PlanLine[] {
    const lines: PlanLine[] = [];
    for (const rule of fired) {
      if (layer.combine === 'one' && lines.length > 0) break;
      const readings: StandardReading[] = [];
      const line = this.#form(rule, term, (tree, figures) => this.#line(rule, tree, figures, readings), readings);
      if (line !== null) lines.push(line);
    }
    return lines;
  }

  #line(rule: Rule, tree: FormTree, figures: Figures, readings: readonly StandardReading[]): PlanLine {
    const number = this.#lines.length;
    const counter = (period: string, name: string) => {
      const known = counterNamed(this.#input.counters, period, name);
      return known === null ? null : variable(this.#before(known), 'fen');
    };
    const bounds: Bound[] = [];
    const kept = tree.of === null ? [] : this.#limits.kept(tree.of, figures);
    if (tree.of !== null) bounds.push({ name: 'left', limit: null, room: this.#pots.left(tree.of) });
    for (const one of kept)
      bounds.push({ name: one.limit.name, limit: one.limit, room: this.#pots.roomOf(tree.of ?? [], one) });
    bounds.push(...this.#limits.bounds(rule, figures, this.#pots, counter, (names) => this.#paidFor(names)));
    this.#steps.push({ kind: 'pay', line: number, owed: tree.owed, bounds });
    if (tree.of !== null) this.#pots.draw(tree.of, variable(paidOf(number)), kept);
    this.#count(rule, tree);
    const funding = tree.funding?.map(({ name, amount }) => {
      const held = `funding.${number}.${name}`;
      this.#steps.push({ kind: 'let', name: held, value: amount });
      return { name, variable: held };
    });
    return this.#keep({ line: number, rule, owed: tree.owed, bounds, funding: funding ?? null, readings });
  }

  /** What another system paid is taken as paid: it is drawn from the layer's pots and feeds its counters, and no limit cuts it. */
  #given(layer: Layer, rules: readonly Rule[], fired: readonly Rule[]): readonly PlanLine[] {
    const paying = fired.length > 0 ? fired : rules;
    const first = paying[0];
    if (first === undefined) return [];
    for (const rule of fired) this.#form(rule, 'full', (tree) => this.#count(rule, tree));
    const pots = [...new Set(paying.flatMap(({ event }) => ('of' in event.params ? (event.params.of ?? []) : [])))];
    const number = this.#lines.length;
    const name = `settled.${layer.name}`;
    const amount = this.#source(name, { kind: 'settled', layer: layer.name });
    if (pots.length > 0) {
      const refusal = {
        code: 'settledAboveLeft',
        severity: 'error',
        args: { layer: layer.label },
        at: { pointer: `/claim/settled/${layer.name}` },
      } as const;
      this.#steps.push({ kind: 'require', smaller: name, larger: this.#pots.left(pots), refusal });
    }
    this.#steps.push({ kind: 'pay', line: number, owed: amount, bounds: [] });
    if (pots.length > 0) this.#pots.draw(pots, variable(paidOf(number)), []);
    return [this.#keep({ line: number, rule: first, owed: amount, bounds: [], funding: null, readings: [] })];
  }

  #keep(line: PlanLine): PlanLine {
    this.#lines.push(line);
    return line;
  }

  /** Builds a rule's tree and hands it on; null where a standard it needs is unset. */
  #form<T>(
    rule: Rule,
    term: Term,
    use: (tree: FormTree, figures: Figures) => T,
    readings: StandardReading[] = [],
  ): T | null {
    const figures = this.#figures(term, (reading) => readings.push(reading));
    const context = formContext(
      figures,
      this.#pots,
      this.#profile.facts,
      (kind, period, name) => {
        const counter = this.#counterOf(rule, kind, period, name);
        return counter === null ? constant(0n) : variable(this.#before(counter), kind === 'count' ? 'count' : 'fen');
      },
      (name, source) => this.#source(name, source),
    );
    try {
      return use(formOf(rule.event.type).tree(rule.event.params as never, context), figures);
    } catch (error) {
      if (error instanceof Unset) return null;
      throw error;
    }
  }

  /** Remembers what a form's own counter stands at after the claim. */
  #count(rule: Rule, { counter }: FormTree): void {
    if (counter === undefined) return;
    const known = this.#counterOf(rule, counter.kind, counter.period, counter.name);
    if (known !== null && !this.#after.has(counterId(known)))
      this.#after.set(counterId(known), this.#hold(known, counter.after));
  }

  /** The counter's new value, computed where it is asked for: later payments lower what the pots hold. */
  #hold(counter: Counter, value: Expression): Expression {
    const name = `after.${counterId(counter)}`;
    this.#steps.push({ kind: 'let', name, value });
    return variable(name, counter.kind === 'count' ? 'count' : 'fen');
  }

  #counterOf(rule: Rule, kind: 'base' | 'count', period: string, name: string | null): Counter | null {
    const fitting = this.#input.counters.filter((one) => one.kind === kind && one.period === period);
    return fitting.find((one) => one.name === name) ?? fitting.find((one) => one.rules.includes(rule.name)) ?? null;
  }

  #before(counter: Counter): string {
    const name = `history.${counterId(counter)}`;
    this.#source(name, { kind: 'counter', counter });
    return name;
  }

  #afterOf(counter: Counter): Expression {
    const unit = counter.kind === 'count' ? 'count' : 'fen';
    const before = variable(this.#before(counter), unit);
    if (counter.kind === 'paid') return add(before, this.#paidFor([counter.name]));
    return this.#after.get(counterId(counter)) ?? before;
  }

  /** Σ of what this claim has paid so far under these names of layers or rules. */
  #paidFor(names: readonly string[]): Expression {
    const layers = new Set(this.#input.ruleSet.layers.map(({ name }) => name));
    const counted = this.#lines.filter(({ rule }) =>
      names.some((name) => (layers.has(name) ? name === rule.layer : name === rule.name)),
    );
    return sum(counted.map(({ line }) => variable(paidOf(line))));
  }

  #leftVariable(pot: string): string {
    const left = this.#pots.left([pot]);
    if (left.op === 'variable') return left.name;
    const name = `selfPay.${pot}`;
    this.#steps.push({ kind: 'let', name, value: subtract(left, constant(0n)) });
    return name;
  }

  #channel(standard: string): string | null {
    try {
      return String(this.#figures('full', () => {}).read(`$${standard}`));
    } catch (error) {
      if (error instanceof Unset) return null;
      throw error;
    }
  }

  #figures(term: Term, used: (reading: StandardReading) => void): Figures {
    const fact = (id: string): Operand => (id === 'terms' ? term : this.#profile.facts.get(id));
    return new Figures(this.#input.ruleSet, fact, used);
  }

  #look(name: string, figures: Figures): Operand {
    return name.startsWith('$') ? (figures.read(name) as Operand) : this.#profile.facts.get(name);
  }

  #source(name: string, source: Source): Expression {
    if (!this.#variables.has(name)) this.#variables.set(name, source);
    const count = source.kind === 'count' || (source.kind === 'counter' && source.counter.kind === 'count');
    return variable(name, count ? 'count' : 'fen');
  }
}
