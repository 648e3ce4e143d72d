import fc from 'fast-check';
import type { Claim } from '../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../server/rulesets/language.ts';
import { ruleSetOf } from './rule-set-of.ts';

/** What everything in a small city is called. */
export interface Names {
  /** Items of the bill, by what stands after `cost.`; the second is divided over the first and a pot of its own. */
  readonly item: string;
  readonly divided: string;
  readonly made: string;
  /** Money beside the bill, a number, and whether something is so. */
  readonly income: string;
  readonly days: string;
  readonly poor: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
  readonly pays: string;
  readonly tops: string;
  readonly cares: string;
  readonly cap: string;
  readonly keeps: string;
  readonly period: string;
}

/** Names by which nothing can be taken for anything else. */
export const PLAIN: Names = {
  item: 'drugs',
  divided: 'bed',
  made: 'beds',
  income: 'home.income',
  days: 'home.days',
  poor: 'home.poor',
  first: 'basic',
  second: 'extra',
  third: 'care',
  pays: 'ruleOne',
  tops: 'ruleTwo',
  cares: 'ruleThree',
  cap: 'capOne',
  keeps: 'keepOne',
  period: 'season',
};

/** The figures of the city. */
export interface NamedFigures {
  readonly ratio?: number;
  readonly factor?: number;
  readonly more?: number;
  readonly cap?: number;
  readonly rate?: number;
}

/** A city of three layers, a cap of a period, and what must stay: the same whatever its parts are called. */
export function namedCity(names: Names, figures: NamedFigures = {}): EffectiveRuleSet {
  return ruleSetOf(namedParts(names, figures));
}

/** Its text, without the heading. */
export function namedParts(names: Names, figures: NamedFigures = {}): Partial<RuleSet> {
  const { ratio = 0.6, factor = 0.5, more = 0.5, cap = 2_000, rate = 30 } = figures;
  const { item, divided, made, income, days, poor, first, second, third, period } = names;
  const always = { all: [{ fact: 'claim.type', operator: 'equal' as const, value: 'stay' }] };
  return {
    claims: {
      stay: {
        facts: {
          [`cost.${item}`]: { money: null },
          [`cost.${divided}`]: { money: null, default: 0 },
          [income]: { money: null, default: 0 },
          [days]: { integer: { atLeast: 0, atMost: 60 }, default: 0 },
          [poor]: { boolean: null, default: false },
        },
      },
    },
    costs: [{ item: divided, to: made, rest: item, share: '$bed.share' }],
    layers: [{ name: first }, { name: second }, { name: third }],
    standards: {
      'bed.share': { unit: 'share', better: 'none', value: 0.4 },
      'pay.ratio': { unit: 'share', better: 'higher', value: ratio },
      'pay.factor': { unit: 'factor', better: 'lower', value: factor },
      'pay.more': { unit: 'share', better: 'higher', value: more },
      'pay.cap': { unit: 'CNY', better: 'higher', value: cap },
      'pay.rate': { unit: 'CNY', better: 'higher', value: rate },
      'pay.days': { unit: 'days', better: 'higher', value: 20 },
      'pay.left': { unit: 'CNY', better: 'lower', value: 100 },
    },
    limits: [
      { name: names.cap, over: [first], per: period, atMost: '$pay.cap' },
      { name: names.keeps, leave: '$pay.left', of: [made] },
    ],
    rules: [
      {
        name: names.pays,
        layer: first,
        conditions: always,
        event: {
          type: 'reimburse',
          params: { of: [item], ratio: '$pay.ratio', deductible: { amount: '$pay.factor', each: income } },
        },
      },
      {
        name: names.tops,
        layer: second,
        conditions: { all: [...always.all, { fact: poor, operator: 'equal', value: true }] },
        event: { type: 'reimburse', params: { of: [item, made], ratio: '$pay.more', year: second } },
      },
      {
        name: names.cares,
        layer: third,
        conditions: always,
        event: { type: 'allowance', params: { rate: '$pay.rate', count: days, atMost: '$pay.days', per: period } },
      },
    ],
  };
}

/** What a claim says, whatever it is called. */
export interface Said {
  readonly item: number;
  readonly divided: number;
  readonly income: number;
  readonly days: number;
  readonly poor: boolean;
  readonly elsewhere: number;
  readonly settled: number | null;
  readonly paid: number;
  readonly used: number;
}

const money = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((fen) => fen / 100);

/** Claims of the city, with a history, and now and then with what others paid. */
export const said: fc.Arbitrary<Said> = fc.record({
  item: money(6_000),
  divided: money(900),
  income: money(3_000),
  days: fc.integer({ min: 0, max: 40 }),
  poor: fc.boolean(),
  elsewhere: fc.oneof(fc.constant(0), money(300)),
  settled: fc.option(money(800), { freq: 3 }),
  paid: money(2_000),
  used: fc.integer({ min: 0, max: 25 }),
});

/** The claim under the city's names; zeros are left out. */
export function claimSaying(names: Names, one: Said): Claim {
  const claim: Record<string, unknown> = { type: 'stay' };
  const put = (path: readonly string[], value: unknown) => {
    if (value === 0 || value === false || value === null) return;
    let at = claim;
    for (const step of path.slice(0, -1)) {
      if (!Object.hasOwn(at, step)) at[step] = {};
      at = at[step] as Record<string, unknown>;
    }
    at[path.at(-1) ?? ''] = value;
  };
  const fact = (id: string, value: unknown) => put(id.split('.'), value);
  fact(`cost.${names.item}`, one.item || 0.01);
  fact(`cost.${names.divided}`, one.divided);
  fact(names.income, one.income);
  fact(names.days, one.days);
  fact(names.poor, one.poor);
  put(['paidElsewhere', names.item], one.elsewhere);
  put(['settled', names.first], one.settled);
  put(['history', names.period, names.first, 'paid'], one.paid);
  put(['history', names.period, names.cares, 'count'], one.used);
  return claim as unknown as Claim;
}

const WORDS = [
  ...['pot', 'left', 'count', 'premium', 'unspent', 'from', 'to', 'paid', 'owed', 'base', 'deductible', 'history'],
  ...['settled', 'elsewhere', 'paidElsewhere', 'cost', 'counted', 'selfPay', 'after', 'grown', 'drawn', 'take'],
  ...['drawable', 'funding', 'raised', 'claim', 'type', 'terms', 'total', 'borne', 'toString', 'valueOf'],
] as const;
const RESERVED: readonly string[] = ['type', 'claim', 'terms', 'history', 'settled', 'paidElsewhere', 'cost'];

const word = fc.constantFrom(...WORDS);
const name = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join('-')),
);
const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.'));
const beside = path.filter((id) => !RESERVED.includes(id.split('.')[0] ?? ''));

const isInside = (one: string, other: string) =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
const areApart = (ids: readonly string[]) =>
  ids.every((one, at) => ids.slice(at + 1).every((other) => !isInside(one, other)));

/** Names that look like those that a plan, a query or an answer gives something else, as far as a rule set may have them. */
export const oddNames: fc.Arbitrary<Names> = fc
  .record({
    bill: fc.tuple(path, path).filter((items) => areApart(items) && !items.includes('total')),
    made: fc.oneof(name, path),
    facts: fc.tuple(beside, beside, beside).filter(areApart),
    named: fc.uniqueArray(name, { minLength: 8, maxLength: 8 }),
    period: name.filter((one) => one !== 'claim'),
  })
  .filter(({ bill, made, named }) => made !== 'total' && !bill.includes(made) && !named.slice(6).includes('left'))
  .map(({ bill: [item, divided], made, facts: [income, days, poor], named, period }) => {
    const [first = '', second = '', third = '', pays = '', tops = '', cares = '', cap = '', keeps = ''] = named;
    return { item, divided, made, income, days, poor, first, second, third, pays, tops, cares, cap, keeps, period };
  });
