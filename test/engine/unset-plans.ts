import type { Figure } from '../../server/rulesets/language.ts';
import { type Draw, drawn } from '../naive/random-draw.ts';

type Better = 'higher' | 'lower';

/** A standard as a text declares it. */
interface Declared {
  readonly unit: string;
  readonly better: Better;
  readonly value: number | string | { readonly true: number | string; readonly false: number };
  readonly by?: string;
  readonly range?: { readonly above: number };
  readonly group?: string;
  readonly county?: string;
}

/** A small plan with figures of several parts, some of them unset, what one of its counties sets, and claims. */
export interface UnsetPlan {
  readonly city: object;
  readonly county: object;
  readonly claims: readonly { readonly type: string; readonly [fact: string]: unknown }[];
}

const PERIOD = { from: '2019-01-01', to: '2019-12-31' };
const STAY = [{ fact: 'claim.type', operator: 'equal', value: 'stay' }];
const values: Readonly<Record<string, readonly number[]>> = {
  CNY: [0, 2, 400, 1000, 5000.05, 20000],
  share: [0, 0.1, 0.4, 0.5, 0.9, 1],
  factor: [0, 0.5, 1, 2],
  days: [0, 3, 10, 400],
};

/** @param unset of a hundred standards that bound payments so many are unset */
export function unsetPlans(unset: number) {
  return drawn((draw) => new PlanWriter(draw, unset).plan(), 300);
}

class PlanWriter {
  readonly #draw: Draw;
  readonly #unset: number;
  readonly #standards: Record<string, Declared> = {};

  constructor(draw: Draw, unset: number) {
    this.#draw = draw;
    this.#unset = unset;
  }

  plan(): UnsetPlan {
    const draw = this.#draw;
    const costs = draw.chance(50) ? [] : [this.#cost()];
    const limits = Array.from({ length: draw.int(0, 3) }, (_, index) => this.#limit(index));
    const rules = [this.#rule('one', 'basic'), this.#rule('two', 'more'), ...(draw.chance(30) ? [this.#terms()] : [])];
    const city = {
      kind: 'RuleSet',
      jurisdiction: '371500',
      effective: PERIOD,
      title: 't',
      claims: { stay: { facts } },
      layers: [{ name: 'basic' }, { name: 'more' }],
      costs,
      limits,
      rules,
      standards: { ...this.#standards, 'less.terms': { unit: 'terms', county: 'fixed', value: { more: 'none' } } },
    };
    return { city, county: this.#county(), claims: Array.from({ length: 6 }, () => this.#claim()) };
  }

  /** A figure of any parts; what it is better at being decides which way each part is. */
  #figure(unit: string, better: Better, gentle: boolean): Figure {
    const other: Better = better === 'higher' ? 'lower' : 'higher';
    const amount = this.#standard(unit, better, gentle);
    if (this.#draw.chance(40)) return amount;
    const parts: Record<string, string> = {};
    if (this.#draw.chance(30)) parts.times = this.#standard('factor', better, gentle);
    if (this.#draw.chance(20)) parts.dividedBy = this.#standard('factor', other, gentle, { above: 0 });
    if (this.#draw.chance(30)) parts.plus = this.#standard(unit, better, gentle);
    if (this.#draw.chance(20)) parts.atLeast = this.#standard(unit, better, gentle);
    if (this.#draw.chance(30)) parts.atMost = this.#standard(unit, better, gentle);
    const counted = this.#draw.int(0, 3);
    if (counted === 0) Object.assign(parts, { more: this.#standard(unit, better, gentle), each: 'person.children' });
    if (counted === 1) Object.assign(parts, { less: this.#standard(unit, other, gentle), each: 'person.children' });
    if (counted === 2) parts.less = this.#standard(unit, other, gentle);
    return { amount, ...parts };
  }

  /** @param gentle a figure that only gives, as often unset as not */
  #standard(unit: string, better: Better, gentle: boolean, range?: Declared['range']): string {
    const draw = this.#draw;
    const id = `x.s${Object.keys(this.#standards).length}`;
    const isUnset = draw.chance(gentle ? 25 : this.#unset);
    const value = isUnset ? 'none' : this.#figureOf(unit, range);
    // Unset for some people alone, or for all of them.
    const keyed = draw.chance(15)
      ? { by: 'person.poor', value: { true: value, false: this.#figureOf(unit, range) } }
      : {};
    const group = isUnset && !('by' in keyed) && draw.chance(40) ? { group: 'together' } : {};
    const county = draw.chance(10) ? { county: 'fixed' } : {};
    const ranged = range === undefined ? {} : { range };
    this.#standards[id] = { unit, better, value, ...keyed, ...ranged, ...group, ...county };
    return `$${id}`;
  }

  #figureOf(unit: string, range: Declared['range']): number {
    const found = this.#draw.pick(values[unit] ?? [0]);
    return range !== undefined && found === 0 ? 1 : found;
  }

  /** Of class B some counts, or some is left out: the pot it goes to is then one that nobody pays. */
  #cost(): object {
    const isPaid = this.#draw.chance(60);
    const better = isPaid ? 'higher' : 'lower';
    const [to, rest] = isPaid ? ['inScope', 'out'] : ['out', 'inScope'];
    const which = this.#draw.int(0, 2);
    const share = which === 1 ? {} : { share: this.#figure('share', better, false) };
    const atMost = which === 0 ? {} : { atMost: this.#figure('CNY', better, false) };
    return { item: 'classB', to, ...share, ...atMost, rest };
  }

  #limit(index: number): object {
    const draw = this.#draw;
    const name = `limit${index}`;
    const kind = draw.int(0, 3);
    const days = this.#standard('days', 'higher', false);
    const conditions = draw.chance(20)
      ? { conditions: { all: [{ fact: 'stay.days', operator: 'greaterThan', value: { fact: days } }] } }
      : {};
    if (kind === 0) return { name, leave: this.#figure('CNY', 'lower', false), of: ['inScope'], ...conditions };
    const over = draw.some(['basic', 'more'], 1);
    if (kind > 1)
      return {
        name,
        over,
        per: draw.pick(['claim', 'year']),
        atMost: this.#figure('CNY', 'higher', false),
        ...conditions,
      };
    const share = this.#figure('share', 'higher', false);
    return { name, over, per: 'claim', atMost: { share, of: ['inScope'] }, ...conditions };
  }

  #rule(name: string, layer: string): object {
    const deductible = this.#draw.chance(50) ? { deductible: this.#figure('CNY', 'lower', true) } : {};
    const params = { of: ['inScope'], ...deductible, ratio: this.#figure('share', 'higher', true) };
    return { name, layer, conditions: { all: STAY }, event: { type: 'reimburse', params } };
  }

  /** Who stays longer has nothing of the second layer. */
  #terms(): object {
    const longest = this.#standard('days', 'higher', false);
    const long = { fact: 'stay.days', operator: 'greaterThan', value: { fact: longest } };
    const event = { type: 'terms', params: { terms: '$less.terms' } };
    return { name: 'long', conditions: { all: [...STAY, long] }, event };
  }

  #county(): object {
    const set: Record<string, Declared['value']> = {};
    const isGroupSet = this.#draw.chance(60);
    for (const [id, { unit, value, range, county, group }] of Object.entries(this.#standards)) {
      const isUnset = value === 'none' || (typeof value === 'object' && value.true === 'none');
      const isSet = group === undefined ? this.#draw.chance(isUnset ? 70 : 20) : isGroupSet;
      if (!isSet || county !== undefined) continue;
      const own = this.#figureOf(unit, range);
      set[id] = typeof value === 'object' ? { ...value, true: own } : own;
    }
    const heading = { kind: 'Override', jurisdiction: '371525', extends: '371500', effective: PERIOD, reason: 'r' };
    return { ...heading, standards: set };
  }

  #claim(): UnsetPlan['claims'][number] {
    const draw = this.#draw;
    const history = draw.chance(50) ? {} : { history: { year: { basic: { paid: draw.int(0, 3000) } } } };
    return {
      type: 'stay',
      stay: { days: draw.int(0, 12) },
      person: { children: draw.int(0, 3), poor: draw.chance(50) },
      cost: { inScope: draw.money(), classB: draw.money() },
      ...history,
    };
  }
}

const facts = {
  'cost.inScope': { money: {} },
  'cost.classB': { money: {}, default: 0 },
  'stay.days': { integer: { atLeast: 0 } },
  'person.poor': { boolean: {} },
  'person.children': { integer: { atLeast: 0, atMost: 20 }, default: 0 },
};
