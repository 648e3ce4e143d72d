import type fc from 'fast-check';
import type { Claim } from '../../server/engine/settlement.ts';
import { counters } from '../../server/rulesets/counters.ts';
import type {
  Cost,
  Event,
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
   * Only what can be improved without a loss elsewhere: payments from one pot each, at most one limit over several
   * layers, no terms that change with a figure.
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
  #pots: readonly string[] = items;

  constructor(draw: Draw, improvable: boolean) {
    this.#draw = draw;
    this.#improvable = improvable;
    this.#standards = new RandomStandards(draw, improvable);
    this.#conditions = new RandomConditions(draw, this.#standards);
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
    const share = this.#standards.number('ratio', {});
    return [
      draw.chance(80)
        ? { item: 'classB', to: 'inScope', share, rest: draw.pick(['outOfScope', 'rest']) }
        : { item: 'classB', to: 'fee' },
    ];
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
      return { name, layer, conditions: this.#conditions.ofRule(types, facts), event: this.#event(facts, layer) };
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

  #event(facts: FactDeclarations, layer: string): Event {
    const draw = this.#draw;
    const has = (id: string) => facts[id] !== undefined;
    const all: (() => Event)[] = [
      () => this.#reimburse(facts, layer),
      () => this.#reimburse(facts, layer),
      () =>
        ({
          type: 'topUp',
          params: {
            of: this.#of(facts),
            [draw.pick(['below', 'atMost'])]: this.#standards.number('burden', facts, true),
          },
        }) as Event,
      () => ({
        type: 'sum',
        params: { sum: this.#figure('sum', facts), ...(draw.chance(40) ? { of: this.#of(facts) } : {}) },
      }),
    ];
    const counts = ['stay.units', 'stay.days', 'stay.number'].filter(has);
    if (counts.length > 0)
      all.push(
        () => this.#allowance(facts, draw.pick(counts)),
        () => this.#fund(facts, draw.pick(counts)),
      );
    if (has('injury.grades')) all.push(() => this.#scale());
    if (has('income.actual')) all.push(() => this.#gap(facts, counts));
    return draw.pick(all)();
  }

  #of(facts: FactDeclarations): string[] {
    const draw = this.#draw;
    const pots = this.#pots.filter((pot) => facts[`cost.${pot}`] !== undefined || this.#pots.includes('rest'));
    if (this.#improvable) return [draw.pick(['inScope', ...pots])];
    const of = draw.chance(60) ? ['inScope'] : draw.some(pots, 1);
    return draw.chance(30) ? of.reverse() : of;
  }

  /** A figure: a standard, or one with every way of changing it. */
  #figure(use: 'deductible' | 'sum' | 'cap' | 'ratio', facts: FactDeclarations): Figure {
    const draw = this.#draw;
    const amount = this.#standards.number(use, facts, true);
    if (draw.chance(60)) return amount;
    const less = use === 'deductible';
    return {
      amount,
      ...(draw.chance(50) ? { times: this.#standards.number(less ? 'lowering' : 'raising', facts) } : {}),
      ...(draw.chance(40)
        ? {
            plus: this.#standards.number(use === 'ratio' ? 'more' : use === 'deductible' ? 'deductible' : 'sum', facts),
          }
        : {}),
      ...(less && facts['stay.number'] !== undefined && draw.chance(50)
        ? { less: this.#standards.number('sum', facts), each: 'stay.number' }
        : {}),
    };
  }

  #reimburse(facts: FactDeclarations, layer: string): Event {
    const draw = this.#draw;
    const of = this.#of(facts);
    const deductible = draw.chance(60) ? { deductible: this.#figure('deductible', facts) } : {};
    const kind = draw.int(0, 3);
    if (kind === 0 && facts['cost.drug'] !== undefined && of.includes('inScope')) {
      return {
        type: 'reimburse',
        params: {
          of,
          ...deductible,
          ratio: this.#figure('ratio', facts),
          parts: { [draw.pick(['drug', 'cost.drug'])]: this.#figure('ratio', facts) },
        },
      };
    }
    const year = draw.chance(45)
      ? { year: draw.pick([true, true, layer, 'first', 'first-rule-1', 'somewhere'] as const) }
      : {};
    if (kind === 1)
      return {
        type: 'reimburse',
        params: { of, ...deductible, ...(draw.chance(80) ? { ratio: this.#figure('ratio', facts) } : {}), ...year },
      };
    const bandsFrom = draw.pick([{}, { bandsFrom: 'zero' }, { bandsFrom: 'deductible' }] as const);
    return {
      type: 'reimburse',
      params: { of, ...deductible, bands: this.#standards.bands(facts, this.#improvable), ...bandsFrom, ...year },
    };
  }

  #scale(): Event {
    const draw = this.#draw;
    const value = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [String(index + 1), (10 - index) / 10]));
    const shares = this.#standards.add('grades', {
      unit: 'share',
      by: 'injury.grade',
      better: 'higher',
      value: draw.chance(30) ? { 1: 1, otherwise: 0.333 } : value,
    });
    return {
      type: 'scale',
      params: {
        sum: this.#standards.number('sum', {}),
        shares,
        grades: 'injury.grades',
        ...(draw.chance(60) ? { equalHeaviest: draw.pick(['oneUp', 'same'] as const) } : {}),
      },
    };
  }

  #allowance(facts: FactDeclarations, count: string): Event {
    const draw = this.#draw;
    const most = draw.chance(70)
      ? { atMost: this.#standards.number('units', facts), per: draw.pick(['claim', 'year', 'event']) }
      : {};
    return { type: 'allowance', params: { rate: this.#figure('sum', facts), count, ...most } };
  }

  #gap(facts: FactDeclarations, counts: readonly string[]): Event {
    const draw = this.#draw;
    const count = counts.length > 0 && draw.chance(50) ? { count: draw.pick(counts) } : {};
    return {
      type: 'gap',
      params: {
        target: this.#figure('sum', facts),
        actual: 'income.actual',
        ...count,
        ...(draw.chance(60) ? { ratio: this.#figure('ratio', facts) } : {}),
      },
    };
  }

  #fund(facts: FactDeclarations, count: string): Event {
    const premium = () => this.#standards.number('premium', {});
    const carried =
      facts['income.actual'] !== undefined && this.#draw.chance(40) ? { carriedOver: 'income.actual' } : {};
    return {
      type: 'fund',
      params: {
        count,
        premium: premium(),
        shares: { province: premium(), city: premium() },
        rest: 'county',
        ...carried,
      },
    };
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

  #limits(layers: readonly LayerDeclaration[], rules: readonly RuleDeclaration[]): LimitDeclaration[] {
    const draw = this.#draw;
    const common = this.#common(Object.keys(this.#claims));
    return Array.from({ length: draw.int(0, 4) }, (_, index): LimitDeclaration => {
      const name = `limit-${index + 1}`;
      const conditions = !this.#improvable && draw.chance(30) ? { conditions: this.#conditions.any(common, 1) } : {};
      if (draw.chance(25)) {
        const of = this.#improvable ? ['inScope'] : draw.some(this.#pots, 1);
        return { name, ...conditions, leave: this.#standards.number('stays', common), of };
      }
      const names = [...layers.map((layer) => layer.name), ...rules.map((rule) => rule.name)];
      const over =
        this.#improvable && index > 0
          ? [draw.pick(names)]
          : [...new Set([draw.pick(names), ...(draw.chance(50) ? [draw.pick(names)] : [])])];
      const binds = !this.#improvable && draw.chance(20) ? { binds: [draw.pick(names)] } : {};
      const per = draw.chance(10) ? {} : { per: draw.pick(['claim', 'year', 'event', 'householdYear']) };
      const atMost = draw.chance(70)
        ? this.#figure('cap', common)
        : { share: this.#standards.number('ratio', common, true), of: draw.some(this.#pots, 1) };
      return { name, ...conditions, over, ...binds, ...per, atMost };
    });
  }
}
