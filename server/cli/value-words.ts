import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import { cnyWords, fenOf, isMoney } from '../domain/money.ts';
import { percentWords, ratioOf } from '../domain/ratio.ts';
import { valueWords } from '../http/explanation-words.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../rulesets/effective-rule-set.ts';

type Shape = Pick<EffectiveStandard, 'unit' | 'by'>;

/** A standard's value as people read it: `一级 200 元；二级 500 元`. */
export function standardWords(value: unknown, standard: Shape, ruleSet: EffectiveRuleSet, language: Language): string {
  return new Wording(standard.unit, ruleSet, language).value(value, standard.by);
}

/** One figure in its unit: `200.00 元`, `80%`, `3 日`. */
export function figureWords(value: unknown, unit: string, language: Language): string {
  if (value === 'none') return say('valueUnset', {}, language).message;
  if (value === 'unlimited') return say('valueUnlimited', {}, language).message;
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', {}, language).message;
  if (typeof value !== 'number') return String(value);
  if (unit === 'share') return percentWords(ratioOf(value));
  const number = unit === 'CNY' && isMoney(value) ? cnyWords(fenOf(value)).replace(/\.00$/, '') : String(value);
  return say(`unit${unit.charAt(0).toUpperCase()}${unit.slice(1)}`, { number }, language).message;
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
    if (Array.isArray(value)) return value.every(isRow) ? this.#rows(value, by) : this.#list(value);
    if (typeof value !== 'object' || value === null) return figureWords(value, this.#unit, this.#language);
    const [fact = '', ...rest] = by;
    const entries = Object.entries(value).map(([key, one]) => {
      const words = this.value(one, rest);
      return `${this.#key(fact, key)} ${typeof one === 'object' ? `(${words})` : words}`;
    });
    return entries.join(this.#language === 'zh' ? '；' : '; ');
  }

  #rows(rows: readonly Row[], by: readonly string[]): string {
    // Rows that consume a key are a look-up by that fact; what is left after all keys are bands of money.
    const unit = by.length > 0 && by[0] !== undefined && !this.#isMoney(by[0]) ? '' : 'CNY';
    const bound = (at: number) => (unit === 'CNY' ? cnyWords(fenOf(at)).replace(/\.00$/, '') : String(at));
    return rows
      .map(({ from, to, value }) => {
        const range =
          to === undefined
            ? say('rowFrom', { from: bound(from) }, this.#language)
            : say('rowBetween', { from: bound(from), to: bound(to) }, this.#language);
        return `${range.message} ${this.value(value, by.slice(1))}`;
      })
      .join(this.#language === 'zh' ? '；' : '; ');
  }

  #list(items: readonly unknown[]): string {
    const words = items.map((item) => this.#item(String(item)));
    return words.length === 0
      ? say('none', {}, this.#language).message
      : words.join(this.#language === 'zh' ? '、' : ', ');
  }

  #key(fact: string, key: string): string {
    if (key === 'otherwise') return say('keyOtherwise', {}, this.#language).message;
    if (fact === 'terms') return say(`terms${key.charAt(0).toUpperCase()}${key.slice(1)}`, {}, this.#language).message;
    if (key === 'true' || key === 'false') return figureWords(key === 'true', 'boolean', this.#language);
    return valueWords(key, fact, this.#ruleSet, this.#language);
  }

  /** An item of a list standard: the label that any list or choice fact gives it. */
  #item(item: string): string {
    for (const { facts } of this.#ruleSet.claims.values()) {
      for (const { type } of facts.values()) {
        const label = type.kind === 'choice' || type.kind === 'list' ? type.items?.get(item) : undefined;
        if (label !== undefined) return label[this.#language];
      }
    }
    return item;
  }

  #isMoney(fact: string): boolean {
    if (fact === 'cost.total') return true;
    return [...this.#ruleSet.claims.values()].some(({ facts }) => facts.get(fact)?.type.kind === 'money');
  }
}

interface Row {
  readonly from: number;
  readonly to?: number;
  readonly value: unknown;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'from' in value;
}
