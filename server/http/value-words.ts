import type { Step } from '../analysis/diff/difference.ts';
import { LAYER_KEY } from '../analysis/diff/differences/values.ts';
import type { Label, Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { cnyWords, fenOf, isMoney } from '../domain/money.ts';
import { minus, percentWords, type Ratio, ratioOf, ratioText, times } from '../domain/ratio.ts';
import type { EffectiveRuleSet, EffectiveStandard, FactKind } from '../rulesets/effective-rule-set.ts';
import { itemLabel } from '../rulesets/item-label.ts';
import { channelWords } from './channel-words.ts';
import { valueWords } from './explanation-words.ts';
import { numberedWords } from './numbered-words.ts';

type Shape = Pick<EffectiveStandard, 'unit' | 'by'>;

/** A standard's value as people read it: `一级 200 元；二级 500 元`. */
export function standardWords(value: unknown, standard: Shape, ruleSet: EffectiveRuleSet, language: Language): string {
  return new Wording(standard.unit, ruleSet, language).value(value, standard.by);
}

/** A place inside a standard's value as people read it: `一级，100,000 元 至 200,000 元`; empty for the value as a whole. */
export function placeWords(at: readonly Step[], unit: string, ruleSet: EffectiveRuleSet, language: Language): string {
  const wording = new Wording(unit, ruleSet, language);
  const steps = at.flatMap((step) => (step.kind === 'item' ? [] : [wording.step(step)]));
  return steps.join(language === 'zh' ? '，' : ', ');
}

/** An item of a list standard as people read it. */
export function itemWords(item: string, ruleSet: EffectiveRuleSet, language: Language): string {
  return new Wording('list', ruleSet, language).item(item);
}

/** One figure in its unit: `200.00 元`, `80%`, `5 个百分点`, `3 日`. */
export function figureWords(value: unknown, unit: string, language: Language): string {
  if (value === 'none') return say('valueUnset', {}, language).message;
  if (value === 'unlimited') return say('valueUnlimited', {}, language).message;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', {}, language).message;
  if (typeof value !== 'number') return String(value);
  if (unit === 'share') return percentWords(ratioOf(value));
  if (unit === 'points') return pointsWords(ratioOf(value), language);
  const number = unit === 'CNY' && isMoney(value) ? cnyWords(fenOf(value)).replace(/\.00$/, '') : String(value);
  return inUnit(number, unit, language);
}

/** How much a figure rose or fell, with its sign: `+50,000 元`, `−5 个百分点`. */
export function differenceWords(before: number, after: number, unit: string, language: Language): string {
  const difference = minus(ratioOf(after), ratioOf(before));
  const size: Ratio = difference.n < 0n ? { n: -difference.n, d: difference.d } : difference;
  const sign = difference.n < 0n ? '−' : '+';
  if (unit === 'share' || unit === 'points') return sign + pointsWords(size, language);
  const text = ratioText(size);
  if (unit === 'factor') return sign + say('unitFactorMore', { number: text }, language).message;
  return unit === 'CNY' ? sign + figureWords(Number(text), unit, language) : sign + inUnit(text, unit, language);
}

/** A part of 1 as percentage points: 0.05 is five of them. */
function pointsWords(share: Ratio, language: Language): string {
  const number = ratioText(times(share, { n: 100n, d: 1n }));
  return say(number === '1' ? 'unitSharePoint' : 'unitSharePoints', { number }, language).message;
}

function inUnit(number: string, unit: string, language: Language): string {
  return say(codeOf('unit', unit), { number }, language).message;
}

class Wording {
  readonly #unit: string;
  readonly #ruleSet: EffectiveRuleSet;
  readonly #language: Language;

  constructor(unit: string, ruleSet: EffectiveRuleSet, language: Language) {
    this.#unit = unit;
    this.#ruleSet = ruleSet;
    this.#language = language;
  }

  value(value: unknown, by: readonly string[]): string {
    return this.#parts(value, by)
      .map(({ at, words }) => this.#part(at, words))
      .join(this.#language === 'zh' ? '；' : '; ');
  }

  /** Every figure in a value with the keys and rows that it stands under: each can be read by itself. */
  #parts(value: unknown, by: readonly string[]): readonly Part[] {
    const inside = (step: string, one: unknown, rest: readonly string[]) =>
      this.#parts(one, rest).map(({ at, words }) => ({ at: [step, ...at], words }));
    if (isRows(value)) return value.flatMap((row) => inside(this.#range(row, by[0] ?? null), row.value, by.slice(1)));
    if (Array.isArray(value)) return [{ at: [], words: this.#list(value) }];
    if (typeof value !== 'object' || value === null) return [{ at: [], words: this.#figure(value, by) }];
    const [fact = LAYER_KEY, ...rest] = by;
    return Object.entries(value).flatMap(([key, one]) => inside(this.#key(fact, key), one, rest));
  }

  /** `一级 200 元`; with a colon where a number ends the one and begins the other, or several steps lead there. */
  #part(at: readonly string[], words: string): string {
    if (at.length === 0) return words;
    const needsColon = at.length > 1 || /[0-9]/.test(at[0] ?? '');
    const colon = needsColon ? (this.#language === 'zh' ? '：' : ': ') : ' ';
    return at.join(this.#language === 'zh' ? '，' : ', ') + colon + words;
  }

  step(step: Exclude<Step, { kind: 'item' }>): string {
    return step.kind === 'key' ? this.#key(step.fact, step.key) : this.#range(step, step.fact);
  }

  /** An item of a list standard: the label that any list or choice fact gives it. */
  item(item: string): string {
    return itemLabel(this.#ruleSet, item, null)?.[this.#language] ?? item;
  }

  #figure(value: unknown, by: readonly string[]): string {
    const isName = by.length === 0 && typeof value === 'string';
    if (isName && this.#unit === 'terms') return this.#key('terms', value);
    if (isName && this.#unit === 'choice') return channelWords(value, this.#ruleSet, this.#language) ?? value;
    return figureWords(value, this.#unit, this.#language);
  }

  /** Rows that consume a key are a look-up by that fact; what is left after all keys are bands of money. */
  #range({ from, to }: Pick<Row, 'from' | 'to'>, fact: string | null): string {
    const open = to === undefined || to === null;
    const [first, last] = open ? [from, from] : [from, to];
    const counted = fact === null ? null : this.#countedFrom(fact);
    if (counted !== null) {
      const least = Math.max(first, counted);
      // Rows leave their end out; of whole numbers the last one inside is told.
      return this.#numbered(fact ?? '', String(least), open ? null : String(Math.max(least, last - 1)));
    }
    if (fact !== null && this.#isOfKind(fact, 'decimal'))
      return this.#numbered(fact, String(first), open ? null : String(last));
    const money = fact === null || this.#isMoney(fact);
    const bound = (at: number) => (money ? figureWords(at, 'CNY', this.#language) : String(at));
    return this.#between(bound(first), open ? null : bound(last));
  }

  #between(from: string, to: string | null): string {
    return say(to === null ? 'rowFrom' : 'rowBetween', { from, to: to ?? '' }, this.#language).message;
  }

  /** What bare numbers are the numbers of: `会员年数 1 至 3`. */
  #numbered(fact: string, from: string, to: string | null): string {
    return numberedWords(this.#labelOf(fact)?.[this.#language] ?? fact, from, to, this.#language);
  }

  #labelOf(fact: string): Label | undefined {
    for (const { facts } of this.#ruleSet.claims.values()) {
      const label = facts.get(fact)?.label;
      if (label !== undefined) return label;
    }
    return undefined;
  }

  /** The least whole number that a fact can be; null of a fact that is none. Days between two dates are whole ones. */
  #countedFrom(fact: string): number | null {
    for (const { facts } of this.#ruleSet.claims.values()) {
      const type = facts.get(fact)?.type;
      if (type?.kind === 'integer' || type?.kind === 'daysBetween') return type.atLeast ?? 0;
    }
    return null;
  }

  #list(items: readonly unknown[]): string {
    const words = items.map((item) => this.item(String(item)));
    return words.length === 0
      ? say('none', {}, this.#language).message
      : words.join(this.#language === 'zh' ? '、' : ', ');
  }

  #key(fact: string, key: string): string {
    if (key === 'otherwise') return say('keyOtherwise', {}, this.#language).message;
    if (fact === LAYER_KEY) return this.#ruleSet.layers.find(({ name }) => name === key)?.label[this.#language] ?? key;
    if (fact === 'terms') return say(codeOf('terms', key), {}, this.#language).message;
    if (key === 'true' || key === 'false') return figureWords(key === 'true', 'boolean', this.#language);
    if (/^\d/.test(key) && this.#isMoney(fact)) return figureWords(Number(key), 'CNY', this.#language);
    // The grades of a scale are the one key that no claim declares.
    if (/^\d+$/.test(key) && this.#labelOf(fact) === undefined) return inUnit(key, 'grade', this.#language);
    if (this.#countedFrom(fact) !== null) return this.#numbered(fact, key, key);
    return valueWords(key, fact, this.#ruleSet, this.#language);
  }

  #isMoney(fact: string): boolean {
    if (fact === 'cost.total') return true;
    return this.#isOfKind(fact, 'money');
  }

  #isOfKind(fact: string, kind: FactKind['kind']): boolean {
    return [...this.#ruleSet.claims.values()].some(({ facts }) => facts.get(fact)?.type.kind === kind);
  }
}

interface Row {
  readonly from: number;
  readonly to?: number | null | undefined;
  readonly value: unknown;
}

/** A figure in words, and what leads to it. */
interface Part {
  readonly at: readonly string[];
  readonly words: string;
}

function isRows(value: unknown): value is readonly Row[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((row) => typeof row === 'object' && row !== null && 'from' in row)
  );
}
