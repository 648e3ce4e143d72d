import { covers } from '../domain/dates.ts';
import { Refusal } from '../domain/refusal.ts';
import { pointerOf, settledPath } from '../rulesets/claim-paths.ts';
import type { Operand } from '../rulesets/comparison.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { EffectiveRuleSet, Layer, Rule } from '../rulesets/effective-rule-set.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { plainFailure, standardsIn } from './conditions.ts';
import { CostBeyond } from './cost-beyond.ts';
import { CounterBook } from './counter-book.ts';
import { counterId } from './counter-source.ts';
import { Counts } from './counts.ts';
import { Figures, type StandardReading } from './figures.ts';
import { formContext } from './form-context.ts';
import { type FormTree, ifSet } from './forms/form.ts';
import { formOf } from './forms/index.ts';
import { layerPots } from './layer-pots.ts';
import { Limits } from './limits.ts';
import { noticesOf } from './notices.ts';
import { type Bound, type Plan, type PlanLayer, type PlanLine, requireDefinedOnce, type Step } from './plan.ts';
import { Pots } from './pots.ts';
import type { Profile } from './profile.ts';
import type { Reason } from './settlement.ts';
import { isUnits, pathOf, type Source } from './source.ts';
import { type LayerTerms, layerTerms, type Term } from './terms.ts';
import type { Expression } from './tree/expression.ts';
import { constant, subtract, variable } from './tree/quantity.ts';
import { borneOf, fundingOf, paidOf } from './variable-names.ts';

/** What the chain is built from: a rule set, and what of it bears on a claim type. */
export interface ChainInput {
  readonly ruleSet: EffectiveRuleSet;
  readonly claimType: ClaimTypeRules;
  /** The counters that claims of the type read or feed. */
  readonly counters: readonly Counter[];
  /** All others of the rule set: a history that brings them keeps them. */
  readonly carried: readonly Counter[];
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
  readonly #book: CounterBook;
  #lines = 0;
  readonly #terms: LayerTerms;
  readonly #pots: Pots;
  readonly #counts: Counts;
  readonly #limits: Limits;
  readonly #beyond: CostBeyond;

  constructor(input: ChainInput, profile: Profile) {
    this.#input = input;
    this.#profile = profile;
    const { ruleSet, claimType } = input;
    const read = (source: Source) => this.#source(source);
    this.#book = new CounterBook(ruleSet, input.counters, profile.fired, this.#steps, read);
    const figures = this.#figures('full', () => {});
    this.#terms = layerTerms(claimType, profile.fired, figures);
    this.#counts = new Counts(claimType.facts, profile.facts, read);
    this.#pots = new Pots(claimType, ruleSet, profile, figures, this.#counts, this.#steps, read);
    this.#limits = new Limits(ruleSet, claimType, (name) => this.#look(name, figures), this.#counts);
    this.#beyond = new CostBeyond(claimType.beyond);
  }

  plan(): Plan {
    const { claimType, ruleSet } = this.#input;
    if (this.#terms.eligible) this.#requireSettled();
    const layers = claimType.layers.map((layer) => this.#layer(layer));
    const carried = this.#input.carried.filter((counter) => this.#profile.counters.has(counterId(counter)));
    const counters = this.#book.all(carried);
    const plan: Plan = {
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
    requireDefinedOnce(plan);
    return plan;
  }

  /** A layer that another system settles needs that system's amount; all that are missing are named at once. */
  #requireSettled(): void {
    const { fired, settled, date } = this.#profile;
    const { layers, rulesOf } = this.#input.claimType;
    const missing = layers.filter(
      ({ name, period }) =>
        this.#terms.of(name) === 'settled' &&
        !settled.has(name) &&
        covers(period, date) &&
        (rulesOf.get(name) ?? []).some((rule) => fired.has(rule.name)),
    );
    if (missing.length === 0) return;
    throw new Refusal(
      missing.map(({ name, label }) => ({
        code: 'settledMissing',
        severity: 'error',
        args: { layer: name, label },
        at: { pointer: pointerOf(settledPath(name)) },
      })),
    );
  }

  #layer(layer: Layer): PlanLayer {
    const rules = this.#input.claimType.rulesOf.get(layer.name) ?? [];
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
    if (term === 'settled') return shape('noRuleApplies', []);
    if (term === 'none') {
      if (!this.#terms.covers(layer)) return shape('notEligible', []);
      // What is withheld still counts towards the period's base, but uses up no days.
      for (const rule of fired.filter((one) => this.#book.keepsBase(one))) {
        this.#form(rule, 'ordinary', (tree) => this.#grow(rule, tree));
      }
      return shape('withheld', []);
    }
    if (fired.length === 0)
      return shape(rules.some((rule) => this.#needsUnset(rule)) ? 'standardUnset' : 'noRuleApplies', []);
    const lines = this.#pay(layer, fired, term);
    if (lines.length === 0) return shape('standardUnset', []);
    return shape(lines.every(({ funding }) => funding !== null) ? 'paysNobody' : null, lines);
  }

  /** Whether a rule that the claim's own facts allow is off because its condition names a standard that is unset. */
  #needsUnset({ conditions }: Rule): boolean {
    const figures = this.#figures('full', () => {});
    const look = (name: string) => this.#look(name, figures);
    return plainFailure(conditions, look) === null && ifSet(() => standardsIn(conditions).map(look)) === null;
  }

  /** The lines of a layer that pays by its rules; a layer that takes one rule takes the first that can pay. */
  #pay(layer: Layer, fired: readonly Rule[], term: Term): readonly PlanLine[] {
    const lines: PlanLine[] = [];
    for (const rule of fired) {
      if (layer.combine === 'one' && lines.length > 0) break;
      const readings: StandardReading[] = [];
      const line = this.#form(rule, term, (tree, figures) => this.#line(rule, term, tree, figures, readings), readings);
      if (line !== null) lines.push(line);
    }
    return lines;
  }

  #line(rule: Rule, term: Term, tree: FormTree, figures: Figures, readings: readonly StandardReading[]): PlanLine {
    const number = this.#lineNumber();
    const bounds: Bound[] = [];
    const kept = tree.of === null ? [] : this.#limits.kept(tree.of, figures);
    if (tree.of !== null) bounds.push({ name: 'left', limit: null, room: this.#pots.left(tree.of) });
    for (const [index, { limit }] of kept.entries()) {
      const room = this.#pots.roomOf(tree.of ?? [], kept.slice(0, index + 1));
      bounds.push({ name: limit.name, limit, room });
    }
    bounds.push(...this.#limits.bounds(rule, figures, this.#pots, this.#book));
    this.#beyond.note(tree, bounds);
    const standsOnGrowth = this.#book.standsOnGrowth(rule);
    this.#grow(rule, tree);
    this.#steps.push({ kind: 'pay', line: number, owed: tree.owed, bounds });
    if (tree.of !== null) this.#pots.draw(tree.of, variable(paidOf(number)), kept);
    const funding = tree.funding?.map(({ name, amount }) => {
      const held = fundingOf(number, name);
      this.#steps.push({ kind: 'let', name: held, value: amount });
      return { name, variable: held };
    });
    this.#book.pay(number, rule);
    const of = tree.of ?? [];
    return {
      line: number,
      rule,
      term,
      owed: tree.owed,
      standsOnGrowth,
      of,
      bounds,
      funding: funding ?? null,
      readings,
    };
  }

  #grow(rule: Rule, tree: FormTree): void {
    this.#book.grow(rule, tree, (pots) => this.#pots.left(pots));
  }

  /** What another system paid is taken as paid: it is drawn from the pots of all the layer's rules and feeds its counters, and no limit cuts it. */
  #given(layer: Layer, rules: readonly Rule[], fired: readonly Rule[]): readonly PlanLine[] {
    const first = fired[0] ?? rules[0];
    if (first === undefined) return [];
    for (const rule of fired) this.#form(rule, 'full', (tree) => this.#grow(rule, tree));
    const pots = layerPots(rules);
    const number = this.#lineNumber();
    const amount = this.#source({ kind: 'settled', layer: layer.name });
    if (pots.length > 0) {
      const refusal = {
        code: 'settledAboveLeft',
        severity: 'error',
        args: { layer: layer.name, label: layer.label },
        at: { pointer: pointerOf(settledPath(layer.name)) },
      } as const;
      this.#steps.push({ kind: 'require', smaller: settledPath(layer.name), larger: this.#pots.left(pots), refusal });
    }
    this.#steps.push({ kind: 'pay', line: number, owed: amount, bounds: [] });
    if (pots.length > 0) this.#pots.draw(pots, variable(paidOf(number)), []);
    this.#book.pay(number, first);
    const given = {
      term: 'settled',
      owed: amount,
      standsOnGrowth: false,
      bounds: [],
      funding: null,
      readings: [],
    } as const;
    return [{ line: number, rule: first, of: pots, ...given }];
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
      this.#counts,
      this.#profile.facts,
      (kind, period, name) => this.#book.before(rule, kind, period, name) ?? constant(0n),
      (limit, pot) => this.#beyond.of(limit, pot),
    );
    return ifSet(() => use(formOf(rule.event.type).tree(rule.event.params as never, context), figures));
  }

  #lineNumber(): number {
    this.#lines += 1;
    return this.#lines - 1;
  }

  #leftVariable(pot: string): string {
    const left = this.#pots.left([pot]);
    if (left.op === 'variable') return left.name;
    const name = borneOf(pot);
    this.#steps.push({ kind: 'let', name, value: subtract(left, constant(0n)) });
    return name;
  }

  #channel(standard: string): string | null {
    return ifSet(() => String(this.#figures('full', () => {}).read(`$${standard}`)));
  }

  #figures(term: Term, used: (reading: StandardReading) => void): Figures {
    const fact = (id: string): Operand => (id === 'terms' ? term : this.#profile.facts.get(id));
    return new Figures(this.#input.ruleSet, fact, used);
  }

  #look(name: string, figures: Figures): Operand {
    return name.startsWith('$') ? (figures.read(name) as Operand) : this.#profile.facts.get(name);
  }

  /** @throws Error where the same is read as money and as a count */
  #source(source: Source): Expression {
    const name = pathOf(source);
    const known = this.#variables.get(name);
    if (known === undefined) this.#variables.set(name, source);
    else if (known.kind !== source.kind) throw new Error(`a plan reads ${name} as ${known.kind} and as ${source.kind}`);
    return variable(name, isUnits(source) ? 'count' : 'fen');
  }
}
