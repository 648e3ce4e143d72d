import type { Event, FactDeclarations, Figure } from '../../server/rulesets/language.ts';
import type { Draw } from './random-draw.ts';
import type { RandomStandards, UseName } from './random-standards.ts';

/** Facts that a figure can count. */
const COUNTED = ['stay.number', 'field.area', 'stay.units', 'loss.share', 'stay.days'] as const;

/** Events of every form with their figures. */
export class RandomEvents {
  readonly #draw: Draw;
  readonly #standards: RandomStandards;
  readonly #improvable: boolean;
  #pots: readonly string[] = [];

  /** @param improvable all payments draw from one pot, and bands rise */
  constructor(draw: Draw, standards: RandomStandards, improvable: boolean) {
    this.#draw = draw;
    this.#standards = standards;
    this.#improvable = improvable;
  }

  /** An event of any form that the facts at hand allow; `layer` is the rule's own. */
  any(facts: FactDeclarations, layer: string, pots: readonly string[]): Event {
    this.#pots = pots;
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
        params: { sum: this.amount('sum', facts), ...this.#mayDraw(facts) },
      }),
    ];
    const units = ['stay.units', 'stay.days', 'stay.number'].filter(has);
    const counts = [...units, ...['field.area', 'loss.share'].filter(has)];
    if (counts.length > 0) all.push(() => this.#sumOfEach(facts, counts));
    if (units.length > 0) all.push(() => this.#allowance(facts, draw.pick(units)));
    if (counts.length > 0) all.push(() => this.#fund(facts, draw.pick(counts)));
    if (has('injury.grades')) all.push(() => this.#scale(facts));
    if (has('income.actual')) all.push(() => this.#gap(facts, counts));
    return draw.pick(all)();
  }

  #of(facts: FactDeclarations): string[] {
    const draw = this.#draw;
    const pots = this.#pots.filter((pot) => facts[`cost.${pot}`] !== undefined || this.#pots.includes('rest'));
    if (this.#improvable) return ['inScope'];
    const of = draw.chance(60) || pots.length === 0 ? ['inScope'] : draw.some(pots, 1);
    return draw.chance(30) ? of.reverse() : of;
  }

  /** A form that pays beside the bill unless it names pots. */
  #mayDraw(facts: FactDeclarations): { readonly of?: string[] } {
    return this.#draw.chance(40) ? { of: this.#of(facts) } : {};
  }

  /** A figure of money where it may be a part of an amount of the claim, or of the product of one and a number. */
  amount(use: 'deductible' | 'sum' | 'cap', facts: FactDeclarations): Figure {
    const draw = this.#draw;
    if (facts['income.actual'] === undefined || draw.chance(55)) return this.figure(use, facts);
    const factor = use === 'deductible' ? 'lowering' : 'raising';
    const counts = COUNTED.filter((id) => facts[id] !== undefined);
    return {
      amount: this.#standards.number(use === 'deductible' ? 'burden' : factor, facts, true),
      ...(draw.chance(30) ? { times: this.#standards.number(factor, facts) } : {}),
      ...(draw.chance(40) ? { plus: this.#standards.number(use === 'deductible' ? 'deductible' : 'sum', facts) } : {}),
      each: counts.length > 0 && draw.chance(25) ? ['income.actual', draw.pick(counts)] : 'income.actual',
      ...this.#rest(use, facts),
    };
  }

  /** What an amount is divided by, and its bounds. */
  #rest(use: 'deductible' | 'sum' | 'cap' | 'ratio', facts: FactDeclarations) {
    const draw = this.#draw;
    const bound = use === 'cap' ? 'sum' : use;
    const most = use === 'cap' || use === 'sum' ? 'cap' : use;
    return {
      ...(draw.chance(15)
        ? { dividedBy: this.#standards.number(use === 'deductible' ? 'growingParts' : 'parts', facts) }
        : {}),
      ...(draw.chance(25) ? { atLeast: this.#standards.number(bound, facts) } : {}),
      ...(draw.chance(25) ? { atMost: this.#standards.number(most, facts) } : {}),
    };
  }

  /** A figure: a standard, or one with every way of changing it. */
  figure(use: 'deductible' | 'sum' | 'cap' | 'ratio', facts: FactDeclarations): Figure {
    const draw = this.#draw;
    const amount = this.#standards.number(use, facts, true);
    if (draw.chance(60)) return amount;
    const deducts = use === 'deductible';
    const added = use === 'ratio' ? 'more' : deducts ? 'deductible' : 'sum';
    const takenOff = use === 'ratio' ? 'fewer' : deducts ? 'sum' : 'deductible';
    return {
      amount,
      ...(draw.chance(50) ? { times: this.#standards.number(deducts ? 'lowering' : 'raising', facts) } : {}),
      ...(draw.chance(40) ? { plus: this.#standards.number(added, facts) } : {}),
      ...this.#each(facts, added, takenOff, use !== 'ratio'),
      ...this.#rest(use, facts),
    };
  }

  /** What is taken off once, or what a fact counts in a figure: what each adds, what each takes off, or, of money, the amount itself. */
  #each(facts: FactDeclarations, added: UseName, takenOff: UseName, money: boolean) {
    const draw = this.#draw;
    if (draw.chance(15)) return { less: this.#standards.number(takenOff, facts) };
    const counts = COUNTED.filter((id) => facts[id] !== undefined);
    if (counts.length === 0 || draw.chance(50)) return {};
    const several = draw.some(counts, 1).slice(0, 3);
    const each = several.length === 1 ? draw.pick(counts) : several;
    const ways = [
      () => ({ more: this.#standards.number(added, facts), each }),
      () => ({ less: this.#standards.number(takenOff, facts), each }),
      () => ({ each }),
    ];
    return draw.pick(money ? ways : ways.slice(0, 2))();
  }

  #reimburse(facts: FactDeclarations, layer: string): Event {
    const draw = this.#draw;
    const of = this.#of(facts);
    const deductible = draw.chance(60) ? { deductible: this.amount('deductible', facts) } : {};
    const kind = draw.int(0, 3);
    if (kind === 0 && facts['cost.drug'] !== undefined && of.includes('inScope')) {
      return {
        type: 'reimburse',
        params: {
          of,
          ...deductible,
          ratio: this.figure('ratio', facts),
          parts: { [draw.pick(['drug', 'cost.drug'])]: this.figure('ratio', facts) },
        },
      };
    }
    const year = this.#period(facts, layer, 'deductible' in deductible);
    if (kind === 1)
      return {
        type: 'reimburse',
        params: { of, ...deductible, ...(draw.chance(80) ? { ratio: this.figure('ratio', facts) } : {}), ...year },
      };
    const bandsFrom =
      'deductiblePer' in year ? {} : draw.pick([{}, { bandsFrom: 'zero' }, { bandsFrom: 'deductible' }] as const);
    return {
      type: 'reimburse',
      params: { of, ...deductible, bands: this.#bands(facts), ...bandsFrom, ...year },
    };
  }

  /** Over the year, over another period or the claim with others, or each claim for itself. */
  #period(facts: FactDeclarations, layer: string, hasDeductible: boolean) {
    const draw = this.#draw;
    if (draw.chance(50)) return {};
    const name = draw.pick([layer, 'first', 'first-rule-1', 'somewhere'] as const);
    const most = draw.chance(75) ? { deductiblesAtMost: this.amount('deductible', facts) } : {};
    const byClaim = hasDeductible && draw.chance(45) ? { deductiblePer: 'claim' as const, ...most } : {};
    if (draw.chance(60)) return { year: draw.chance(50) ? (true as const) : name, ...byClaim };
    const per = draw.pick(['claim', 'event', 'householdYear', 'year'] as const);
    return { per, ...(per === 'claim' || draw.chance(50) ? { base: name } : {}), ...byClaim };
  }

  /** Bands as they stand, or changed in every one of them alike, at times below 0 or above 1. */
  #bands(facts: FactDeclarations): Figure {
    const draw = this.#draw;
    const amount = this.#standards.bands(facts, this.#improvable);
    if (draw.chance(50)) return amount;
    return {
      amount,
      ...(draw.chance(40) ? { times: this.#standards.number('raising', facts, true) } : {}),
      ...(draw.chance(70) ? { plus: this.#standards.number('more', facts, true) } : {}),
      ...this.#each(facts, 'more', 'fewer', false),
    };
  }

  /** So much for each of a number, or of the product of several. */
  #sumOfEach(facts: FactDeclarations, counts: readonly string[]): Event {
    const draw = this.#draw;
    const several = draw.some(counts, 1).slice(0, 3);
    const sum = {
      amount: this.#standards.number('sum', facts, true),
      ...(draw.chance(40) ? { times: this.#standards.number('raising', facts) } : {}),
      ...(draw.chance(60) ? { plus: this.#standards.number('sum', facts) } : {}),
      each: several.length === 1 ? (several[0] as string) : several,
    };
    return { type: 'sum', params: { sum, ...this.#mayDraw(facts) } };
  }

  #scale(facts: FactDeclarations): Event {
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
        ...this.#mayDraw(facts),
      },
    };
  }

  #allowance(facts: FactDeclarations, count: string): Event {
    const draw = this.#draw;
    const most = draw.chance(70)
      ? { atMost: this.#standards.number('units', facts), per: draw.pick(['claim', 'year', 'event']) }
      : {};
    const fewer = draw.chance(35) ? { deductible: this.#standards.number('free', facts) } : {};
    const each = draw.chance(35) ? { perClaim: this.#standards.number('units', facts) } : {};
    const params = { rate: this.figure('sum', facts), count, ...fewer, ...each, ...most, ...this.#mayDraw(facts) };
    return { type: 'allowance', params };
  }

  #gap(facts: FactDeclarations, counts: readonly string[]): Event {
    const draw = this.#draw;
    const count = counts.length > 0 && draw.chance(50) ? { count: draw.pick(counts) } : {};
    return {
      type: 'gap',
      params: {
        target: this.figure('sum', facts),
        actual: 'income.actual',
        ...count,
        ...(draw.chance(60) ? { ratio: this.figure('ratio', facts) } : {}),
        ...this.#mayDraw(facts),
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
}
