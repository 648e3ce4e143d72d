import type { Label } from '../domain/label.ts';
import { cnyWords, fenOf } from '../domain/money.ts';
import {
  compareRatios,
  maxRatio,
  minus,
  ONE,
  over,
  percentWords,
  plus,
  type Ratio,
  ratioOf,
  times,
  ZERO,
} from '../domain/ratio.ts';
import type { EffectiveRuleSet, EffectiveStandard, Fact } from '../rulesets/effective-rule-set.ts';
import { factsCounted, factsOfEach, isForEach } from '../rulesets/figure.ts';
import type { Figure } from '../rulesets/language.ts';
import type { Facts } from './facts.ts';
import type { StandardReading } from './figures.ts';

/** How a claim's figures that count came to what they are, in words. */
export type CountedWords = (facts: Facts) => Label;

type Counting = Exclude<Figure, string>;

const NOTHING: Label = { zh: '', en: '' };

/**
 * How each figure of a form or limit that counts a fact is worked out, to stand behind what it came to:
 * `（40.00 × 住院天数 12）`, ` (3,000.00 + 500.00 × children more than one 2)`, with a bound where it binds. A figure is one
 * number in a formula, and the fact that made it so is no key of its standards. Of a figure that starts from bands only
 * what it counts is told. Empty where none counts.
 */
export function countedWords(
  { claims }: EffectiveRuleSet,
  claimType: string,
  figures: unknown,
  readings: readonly StandardReading[],
): CountedWords {
  const declared = claims.get(claimType)?.facts ?? new Map<string, Fact>();
  const told = figuresCounting(figures).map((figure) => new CountingFigure(figure, declared, readings));
  if (told.length === 0) return () => NOTHING;
  return (facts) => ({
    zh: `（${[...new Set(told.map((one) => one.words(facts, 'zh')))].join('；')}）`,
    en: ` (${[...new Set(told.map((one) => one.words(facts, 'en')))].join('; ')})`,
  });
}

/** The figures that count, wherever they stand among a form's params, or as a limit's amount. */
function figuresCounting(value: unknown): readonly Counting[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('each' in value && 'amount' in value) return [value as Counting];
  return Object.values(value).flatMap(figuresCounting);
}

/** One figure that counts, with the numbers of its standards. */
class CountingFigure {
  readonly #figure: Counting;
  readonly #counted: readonly Fact[];
  readonly #readings: readonly StandardReading[];

  constructor(figure: Counting, declared: ReadonlyMap<string, Fact>, readings: readonly StandardReading[]) {
    this.#figure = figure;
    this.#counted = factsCounted(figure).flatMap((id) => declared.get(id) ?? []);
    this.#readings = readings;
  }

  /** The calculation; where one of its standards is no plain number, what is counted. */
  words(facts: Facts, language: keyof Label): string {
    const { amount, times: by, dividedBy, plus: added, more, less } = this.#figure;
    const counted = this.#counted.map((fact) => countOf(fact, facts, language));
    const numbers = [amount, by, dividedBy, added, more, less].filter((one) => one !== undefined);
    if (numbers.some((one) => this.#number(one) === null)) return counted.join(language === 'zh' ? '，' : ', ');
    const count = counted.map((one) => ` × ${one}`).join('');
    const factor = `${by === undefined ? '' : ` × ${this.#words(by)}`}${dividedBy === undefined ? '' : ` ÷ ${this.#words(dividedBy)}`}`;
    const calculated = [
      `${this.#words(amount)}${factor}${isForEach(this.#figure) ? count : ''}`,
      ...(added === undefined ? [] : [` + ${this.#words(added)}`]),
      ...(more === undefined ? [] : [` + ${this.#words(more)}${count}`]),
      ...(less === undefined ? [] : [` − ${this.#words(less)}${count}`]),
    ].join('');
    return calculated + this.#bound(this.#value(facts), language);
  }

  /** What the figure comes to before its bounds. */
  #value(facts: Facts): Ratio {
    const { amount, times: by, dividedBy, plus: added, more, less } = this.#figure;
    const of = (reference: string | undefined, otherwise: Ratio) =>
      (reference === undefined ? otherwise : this.#number(reference)) ?? otherwise;
    const count = factsOfEach(this.#figure.each)
      .map((id) => maxRatio(ZERO, ratioOf(Number(facts.get(id) ?? 0))))
      .reduce(times, ONE);
    const base = over(times(of(amount, ZERO), of(by, ONE)), of(dividedBy, ONE));
    const counted = isForEach(this.#figure) ? times(base, count) : base;
    const raised = plus(plus(counted, of(added, ZERO)), times(of(more, ZERO), count));
    return minus(raised, times(of(less, ZERO), count));
  }

  /** The bound that binds; empty where none does. */
  #bound(value: Ratio, language: keyof Label): string {
    const { atLeast, atMost } = this.#figure;
    const [least, most] = [atLeast, atMost].map((one) => (one === undefined ? null : this.#number(one)));
    if (atMost !== undefined && most != null && compareRatios(value, most) > 0)
      return `${language === 'zh' ? '，不超过 ' : ', at most '}${this.#words(atMost)}`;
    if (atLeast !== undefined && least != null && compareRatios(value, least) < 0)
      return `${language === 'zh' ? '，不低于 ' : ', at least '}${this.#words(atLeast)}`;
    return compareRatios(value, ZERO) < 0 ? (language === 'zh' ? '，不低于 0' : ', at least 0') : '';
  }

  /** The number of a standard as it was read; null where it is none, or was read under several keys. */
  #number(reference: string): Ratio | null {
    const read = this.#readingOf(reference);
    return read === null ? null : ratioOf(Number(read.value));
  }

  #words(reference: string): string {
    const read = this.#readingOf(reference);
    return read === null ? '' : numberWords(Number(read.value), read.standard);
  }

  #readingOf(reference: string): StandardReading | null {
    const all = this.#readings.filter(({ standard }) => standard.id === reference.slice(1));
    const values = new Set(all.map(({ value }) => JSON.stringify(value)));
    const [first] = all;
    return first !== undefined && values.size === 1 && typeof first.value === 'number' ? first : null;
  }
}

function numberWords(value: number, { unit }: EffectiveStandard): string {
  if (unit === 'CNY') return cnyWords(fenOf(value));
  return unit === 'share' || unit === 'points' ? percentWords(ratioOf(value)) : String(value);
}

/** A fact with its amount as people read it, or its number as it stands; fewer than none is none. */
function countOf({ id, label, type }: Fact, facts: Facts, language: keyof Label): string {
  const count = Number(facts.get(id) ?? 0);
  return `${label[language]} ${type.kind === 'money' ? cnyWords(fenOf(count)) : String(Math.max(0, count))}`;
}
