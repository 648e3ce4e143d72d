import type fc from 'fast-check';
import type { Claim } from '../../server/engine/settlement.ts';
import { counters } from '../../server/rulesets/counters.ts';
import type {
  Cost,
  FactDeclarations,
  Figure,
  LayerDeclaration,
  LimitDeclaration,
  RuleDeclaration,
  RuleSet,
} from '../../server/rulesets/language.ts';
import { effective } from './documents.ts';
import { randomClaim } from './random-claims.ts';
import { RandomConditions } from './random-conditions.ts';
import { type Draw, drawn } from './random-draw.ts';
import { RandomEvents } from './random-events.ts';
import { items, randomFacts } from './random-facts.ts';
import { RandomStandards } from './random-standards.ts';

/** A random rule set and claims for it, each with the date it is settled on. */
export interface RandomCase {
  readonly document: RuleSet;
  readonly claims: readonly { readonly claim: Claim; readonly date: string }[];
}

/** What a random rule set may hold. */
export interface Kind {
  readonly claims: number;
  /**
   * Only what can be improved without a loss elsewhere: payments from one pot, limits over one rule or over all of them,
   * no terms.
   */
  readonly improvable?: boolean;
}

/** Valid rule sets with everything that the language has, and claims at their thresholds. */
export function randomCases(kind: Kind): fc.Arbitrary<RandomCase> {
  return drawn((draw) => {
    const document = new Author(draw, kind.improvable === true).ruleSet();
    const known = counters(effective(document));
    return { document, claims: Array.from({ length: kind.claims }, () => randomClaim(draw, document, known)) };
  });
}

class Author {
  readonly #draw: Draw;
  readonly #improvable: boolean;
  readonly #standards: RandomStandards;
  readonly #conditions: RandomConditions;
  readonly #claims: Record<string, { facts: FactDeclarations; date?: string }> = {};
  readonly #events: RandomEvents;
  #pots: readonly string[] = items;

  constructor(draw: Draw, improvable: boolean) {
    this.#draw = draw;
    this.#improvable = improvable;
    this.#standards = new RandomStandards(draw, improvable);
    this.#conditions = new RandomConditions(draw, this.#standards);
    this.#events = new RandomEvents(draw, this.#standards, improvable);
  }

  ruleSet(): RuleSet {
    const draw = this.#draw;
    const types = ['stay', 'visit'].slice(0, draw.int(1, 2));
    for (const type of types) {
      const facts = randomFacts(draw);
      this.#claims[type] = {
        facts,
        ...(facts['stay.leftOn'] !== undefined && draw.chance(50) ? { date: 'stay.leftOn' } : {}),
      };
    }
    const costs = this.#costs();
    const layers = ['first', 'second', 'third', 'fourth'].slice(0, draw.int(2, 4)).map((name) => this.#layer(name));
    const rules = layers.flatMap((layer) => this.#rules(layer));
    const terms = this.#improvable
      ? []
      : Array.from({ length: draw.int(0, 2) }, (_, number) => this.#termsRule(number, layers));
    const limits = this.#limits(layers, rules);
    if (!this.#improvable) limits.splice(draw.int(0, limits.length), 0, ...this.#beyond(layers, rules));
    return {
      kind: 'RuleSet',
      jurisdiction: '371500',
      effective: { from: '2019-01-01', to: '2019-12-31' },
      title: { zh: '随机规则集', en: 'random' },
      claims: this.#claims,
      costs,
      layers,
      standards: this.#standards.all,
      limits,
      rules: [...terms, ...rules],
    } as RuleSet;
  }

  #costs(): Cost[] {
    const draw = this.#draw;
    if (!draw.chance(50)) return [];
    this.#pots = ['inScope', 'outOfScope', 'fee', 'rest'];
    const rest = draw.pick(['outOfScope', 'rest']);
    const share = draw.chance(70) ? { share: this.#standards.number('counting', {}) } : {};
    const most = draw.chance(40) ? { atMost: this.#events.figure('cap', {}) } : {};
    const divided = 'share' in share || 'atMost' in most;
    return [divided ? { item: 'classB', to: 'inScope', ...share, ...most, rest } : { item: 'classB', to: 'fee' }];
  }

  #layer(name: string): LayerDeclaration {
    const draw = this.#draw;
    const own = draw.chance(10) ? { period: { from: '2019-06-01', to: '2019-06-01' } } : {};
    return {
      name,
      payer: '保险公司',
      ...(draw.chance(30) ? { combine: 'one' } : draw.chance(50) ? { combine: 'sum' } : {}),
      ...own,
    };
  }

  #rules({ name: layer, combine }: LayerDeclaration): RuleDeclaration[] {
    const draw = this.#draw;
    const number = combine === 'one' ? 1 : draw.pick([1, 1, 2, 3]);
    return Array.from({ length: number }, (_, index): RuleDeclaration => {
      const name = `${layer}-rule-${index + 1}`;
      const types = draw.some(Object.keys(this.#claims), 1);
      const facts = this.#common(types);
      return {
        name,
        layer,
        conditions: this.#conditions.ofRule(types, facts),
        event: this.#events.any(facts, layer, this.#pots),
      };
    });
  }

  /** The facts that all of these claim types declare alike. */
  #common(types: readonly string[]): FactDeclarations {
    const [first = {}, ...others] = types.map((type) => this.#claims[type]?.facts ?? {});
    return Object.fromEntries(
      Object.entries(first).filter(([id, fact]) =>
        others.every((facts) => JSON.stringify(facts[id]) === JSON.stringify(fact)),
      ),
    );
  }

  #termsRule(number: number, layers: readonly LayerDeclaration[]): RuleDeclaration {
    const draw = this.#draw;
    const types = draw.some(Object.keys(this.#claims), 1);
    const facts = this.#common(types);
    const least = draw.pick([['none'], ['none', 'settled', 'ordinary', 'full']]);
    const value = Object.fromEntries(draw.some(layers, 1).map(({ name }) => [name, draw.pick(least)]));
    const terms = this.#standards.add('terms', { unit: 'terms', value });
    return {
      name: `terms-${number + 1}`,
      conditions: this.#conditions.ofRule(types, facts),
      event: { type: 'terms', params: { terms } },
    };
  }

  /** A limit on what rules pay of one pot, and a rule of the last layer for the cost that goes without; nothing where no rule pays one pot. */
  #beyond(layers: readonly LayerDeclaration[], rules: RuleDeclaration[]): LimitDeclaration[] {
    const draw = this.#draw;
    const paying = rules.flatMap((rule) => {
      const pot = onePot(rule);
      return pot === null ? [] : [{ pot, rule }];
    });
    const last = layers.at(-1);
    if (paying.length === 0 || last === undefined || last.combine === 'one' || draw.chance(40)) return [];
    const { pot, rule } = draw.pick(paying);
    const common = this.#common(Object.keys(this.#claims));
    const others = paying.filter((one) => one.pot === pot && one.rule !== rule && draw.chance(30));
    const name = 'beyond';
    rules.push({
      name,
      layer: last.name,
      conditions: rule.conditions,
      event: {
        type: 'reimburse',
        params: {
          of: [pot],
          beyond: name,
          ...(draw.chance(70) ? { ratio: this.#events.figure('ratio', common) } : {}),
          ...(draw.chance(30) ? { deductible: this.#events.amount('deductible', common) } : {}),
        },
      },
    });
    const over = [rule, ...others.map((one) => one.rule)].map((one) => one.name);
    const limit = (called: string) => ({
      name: called,
      over,
      per: draw.pick(['claim', 'year']),
      atMost: this.#events.amount('cap', common),
    });
    return draw.pick([[limit(name)], [limit(name), limit('other')], [limit('other'), limit(name)]]);
  }

  /** What stays with the person: so much, or a part of their income. */
  #leave(facts: FactDeclarations): Figure {
    const byIncome = facts['income.actual'] !== undefined && this.#draw.chance(30);
    if (!byIncome) return this.#standards.number('stays', facts);
    return { amount: this.#standards.number('counting', facts), each: 'income.actual' };
  }

  #limits(layers: readonly LayerDeclaration[], rules: readonly RuleDeclaration[]): LimitDeclaration[] {
    const draw = this.#draw;
    const common = this.#common(Object.keys(this.#claims));
    return Array.from({ length: draw.int(0, 4) }, (_, index): LimitDeclaration => {
      const name = `limit-${index + 1}`;
      const conditions = !this.#improvable && draw.chance(30) ? { conditions: this.#conditions.any(common, 1) } : {};
      if (draw.chance(35)) {
        const of = this.#improvable ? ['inScope'] : draw.some(this.#pots, 1);
        return { name, ...conditions, leave: this.#leave(common), of };
      }
      const over = this.#over(layers, rules);
      const binds = !this.#improvable && draw.chance(20) ? { binds: [draw.pick(over)] } : {};
      const per = draw.chance(10) ? {} : { per: draw.pick(['claim', 'year', 'event', 'householdYear']) };
      const atMost = draw.chance(70)
        ? this.#events.amount('cap', common)
        : { share: this.#standards.number('ratio', common, true), of: draw.some(this.#pots, 1) };
      // A share of the cost is of one claim's cost.
      const held = typeof atMost === 'object' && 'share' in atMost ? {} : per;
      return { name, ...conditions, over, ...binds, ...held, atMost };
    });
  }

  /**
   * What a limit is over. Where improvements are tested it is one rule or all that draw from the bill: a cap shared by two
   * layers with a third between them can turn a better first payment into a loss.
   */
  #over(layers: readonly LayerDeclaration[], rules: readonly RuleDeclaration[]): string[] {
    const draw = this.#draw;
    const drawing = rules.filter(({ event }) => 'of' in event.params).map(({ name }) => name);
    if (this.#improvable) return drawing.length > 0 && draw.chance(30) ? drawing : [draw.pick(rules).name];
    const names = [...layers.map((layer) => layer.name), ...rules.map((rule) => rule.name)];
    return [...new Set([draw.pick(names), ...(draw.chance(50) ? [draw.pick(names)] : [])])];
  }
}

/** The pot of a rule that pays one from the first fen to the last; null for any other rule. */
function onePot({ event }: RuleDeclaration): string | null {
  if (event.type !== 'reimburse' || event.params.parts !== undefined) return null;
  const [pot, ...others] = event.params.of;
  return others.length === 0 ? (pot ?? null) : null;
}
