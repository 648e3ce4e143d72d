import { maxRatio, minRatio, minus, ONE, over, plus, type Ratio, ratioOf, times, ZERO } from '../domain/ratio.ts';
import type { Operand } from '../rulesets/comparison.ts';
import type { EffectiveRuleSet, EffectiveStandard, Fact } from '../rulesets/effective-rule-set.ts';
import { amountOf, factsOfEach, isForEach } from '../rulesets/figure.ts';
import type { Figure, Scalar, StandardValue } from '../rulesets/language.ts';
import { entryOf, isMap, isRows, rowAt } from '../rulesets/standard-at.ts';
import { type Band, Unset } from './forms/form.ts';
import { type Bounds, bounded, type Growing } from './growth.ts';
import { refuseKey } from './missing-key.ts';

const HUNDRED: Ratio = { n: 100n, d: 1n };

/** A standard read under the keys of a claim's profile. */
export interface StandardReading {
  readonly standard: EffectiveStandard;
  readonly key: readonly Operand[];
  readonly value: StandardValue;
}

/** The standards that figures are made of, and the facts by which they are read, where those are known. */
type FiguresOf = Pick<EffectiveRuleSet, 'standards'> & Partial<Pick<EffectiveRuleSet, 'claims'>>;

const NO_FACTS: ReadonlyMap<string, Fact> = new Map();

/** Reads standards and figures for one profile; every reading is told to `used`, for the explanation. */
export class Figures {
  readonly #ruleSet: FiguresOf;
  readonly #fact: (id: string) => Operand;
  readonly #used: (reading: StandardReading) => void;

  constructor(ruleSet: FiguresOf, fact: (id: string) => Operand, used: (reading: StandardReading) => void = () => {}) {
    this.#ruleSet = ruleSet;
    this.#fact = fact;
    this.#used = used;
  }

  /**
   * The value of a `$standard` under the profile's keys; `given` is the last key where the claim has no fact of that name,
   * with the fact that it was found from.
   * @throws Unset where it is `none`; Refusal where it has no figure under the key
   */
  read(reference: string, given?: { readonly key: string; readonly fact: string }): StandardValue {
    const standard = standardOf(this.#ruleSet, reference);
    const key: Operand[] = [];
    let { value } = standard;
    standard.by.forEach((fact, depth) => {
      const last = depth === standard.by.length - 1 ? given : undefined;
      const found = last === undefined ? this.#fact(fact) : last.key;
      key.push(found);
      value = this.#under(standard, last?.fact ?? fact, found, value);
    });
    if (value === 'none') throw new Unset(standard.id);
    this.#used({ standard, key, value });
    return value;
  }

  /** One level of a keyed value: rows by their number, maps by the key's text. */
  #under(standard: EffectiveStandard, fact: string, found: Operand, value: StandardValue): StandardValue {
    const missed = () => refuseKey({ standard, fact, found, facts: this.#declared() });
    if (isRows(value)) return rowAt(value, typeof found === 'number' ? found : Number.NaN) ?? missed();
    return isMap(value) ? (entryOf(value, String(found)) ?? missed()) : value;
  }

  #declared(): ReadonlyMap<string, Fact> {
    return this.#ruleSet.claims?.get(String(this.#fact('claim.type')))?.facts ?? NO_FACTS;
  }

  /** A figure of unit CNY in fen, not rounded; null where it is unlimited. */
  money(figure: Figure): Ratio | null {
    const amount = this.#figure(figure, true);
    return amount === null ? null : times(amount, HUNDRED);
  }

  /** A figure of unit CNY that counts a fact, as it grows with that fact; null where it is unlimited. */
  growing(figure: Figure, fact: string): Growing | null {
    if (typeof figure === 'string') throw new Error(`${figure} counts nothing`);
    const amount = this.#scalarOf(figure.amount);
    const factor = this.#factor(figure);
    const added = this.#part(figure.plus, ZERO);
    const { atLeast, atMost } = this.#bounds(figure);
    if (amount === null || factor === null || added === null) return null;
    const others = factsOfEach(figure.each).filter((one) => one !== fact);
    const each = others.map(this.#count).reduce(times, times(amount, factor));
    const inFen = (cny: Ratio) => times(cny, HUNDRED);
    return {
      fixed: inFen(added),
      each: inFen(each),
      atLeast: inFen(atLeast),
      atMost: atMost === null ? null : inFen(atMost),
    };
  }

  /** A figure of any other unit; a share is at most 1. */
  plain(figure: Figure): Ratio {
    return this.#figure(figure, false) ?? ZERO;
  }

  /**
   * The bands of a figure whose amount is made of rows, bounds in fen. What changes the amount changes the ratio of every
   * band, one at 0 too; a band that is `none` pays nothing whatever is added.
   * @throws Unset where every band is `none`
   */
  bands(figure: Figure): readonly Band[] {
    const amount = amountOf(figure);
    const value = this.read(amount);
    if (isRows(value) && value.every((row) => row.value === 'none')) throw new Unset(amount.slice(1));
    const changed = this.#changes(figure);
    const ratio = (of: Scalar): Ratio =>
      of === 'none' ? ZERO : (this.#bounded(amount, changed(this.#scalar(of))) ?? ZERO);
    if (!isRows(value)) return [{ from: ZERO, to: null, ratio: ratio(value as Scalar) }];
    return value.map(({ from, to, value: of }) => ({
      from: times(ratioOf(from), HUNDRED),
      to: to === undefined ? null : times(ratioOf(to), HUNDRED),
      ratio: ratio(of as Scalar),
    }));
  }

  #figure(figure: Figure, money: boolean): Ratio | null {
    const amount = this.#scalarOf(amountOf(figure));
    const changed = this.#changes(figure)(amount);
    return money && changed !== null ? maxRatio(ZERO, changed) : this.#bounded(amountOf(figure), changed);
  }

  /** What a figure makes of its amount, not bounded; each standard is read once. Null is unlimited, before and after. */
  #changes(figure: Figure): (amount: Ratio | null) => Ratio | null {
    if (typeof figure === 'string') return (amount) => amount;
    const count = figure.each === undefined ? ZERO : factsOfEach(figure.each).map(this.#count).reduce(times, ONE);
    const factor = this.#factor(figure);
    const fixed = this.#part(figure.plus, ZERO);
    const bounds = this.#bounds(figure);
    const more = this.#part(figure.more, ZERO);
    const less = this.#part(figure.less, ZERO) ?? ZERO;
    const counted = isForEach(figure) ? count : ONE;
    const taken = figure.each === undefined ? ONE : count;
    return (amount) => {
      if (amount === null || factor === null || fixed === null || more === null) return null;
      const added = plus(fixed, times(more, count));
      return bounded(minus(plus(times(times(amount, factor), counted), added), times(less, taken)), bounds);
    };
  }

  /** What an amount is multiplied by, and divided; null is unlimited. */
  #factor(figure: Exclude<Figure, string>): Ratio | null {
    const factor = this.#part(figure.times, ONE);
    const divisor = this.#part(figure.dividedBy, ONE);
    return factor === null || divisor === null ? factor : over(factor, divisor);
  }

  #bounds(figure: Exclude<Figure, string>): Bounds {
    return { atLeast: maxRatio(ZERO, this.#part(figure.atLeast, ZERO) ?? ZERO), atMost: this.#atMost(figure.atMost) };
  }

  #atMost(reference: string | undefined): Ratio | null {
    return reference === undefined ? null : this.#scalarOf(reference);
  }

  /** Fewer than none of something counts as none: else a better standard could make the figure worse. */
  readonly #count = (fact: string): Ratio => ratioOf(Math.max(0, Number(this.#fact(fact) ?? 0)));

  #part(reference: string | undefined, otherwise: Ratio): Ratio | null {
    return reference === undefined ? otherwise : this.#scalarOf(reference);
  }

  #bounded(reference: string, amount: Ratio | null): Ratio | null {
    if (amount === null) return null;
    const positive = maxRatio(ZERO, amount);
    return standardOf(this.#ruleSet, reference).unit === 'share' ? minRatio(ONE, positive) : positive;
  }

  #scalarOf(reference: string): Ratio | null {
    return this.#scalar(this.read(reference) as Scalar);
  }

  #scalar(value: Scalar): Ratio | null {
    if (value === 'unlimited') return null;
    return typeof value === 'number' ? ratioOf(value) : ZERO;
  }
}

/** The standard a `$reference` names; rule sets are validated before they are compiled. */
export function standardOf(ruleSet: Pick<EffectiveRuleSet, 'standards'>, reference: string): EffectiveStandard {
  const standard = ruleSet.standards.get(reference.slice(1));
  if (standard === undefined) throw new Error(`unknown standard ${reference}`);
  return standard;
}
