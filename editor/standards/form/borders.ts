import type { FigureUnit } from '../text/figure-reading.ts';
import { figureWords } from './figure-words.ts';
import type { Row } from './rows.ts';
import { asksWhich, whichOne } from './which-one.ts';
import { formWords } from './words.ts';

type Language = keyof typeof formWords;
type Label = Readonly<Record<Language, string>>;

/** A fact of the rules as far as figures are told by it. */
export interface DeclaredFact {
  readonly label: Label;
  readonly type: {
    readonly kind: string;
    readonly items?: readonly { readonly value: string | number | boolean; readonly label: Label }[] | null;
    readonly atLeast?: number | null;
  };
}

/** What the borders of rows are: amounts, days, or numbers that mean what their fact says, whole or not. */
export interface Borders {
  readonly unit: Extract<FigureUnit, 'CNY' | 'days' | 'whole' | 'number'>;
  /** What the fact is called that the rows look up; null of bands of an amount. */
  readonly label: Label | null;
  /** The least that a value between the borders can be. */
  readonly least: number;
}

/** The borders of bands: where no fact is looked up, the rows are of the amount itself. */
export const OF_AMOUNT: Borders = { unit: 'CNY', label: null, least: 0 };

/** By the kinds of facts that are no whole numbers alone. */
const UNITS: Readonly<Record<string, Borders['unit']>> = { daysBetween: 'days', decimal: 'number' };

/**
 * What the borders of rows under a fact are, as the rules declare it.
 * @param id undefined where no key is left for the rows
 * @param fact undefined of a key that no claim declares
 */
export function bordersOf(id: string | undefined, fact: DeclaredFact | undefined): Borders {
  if (id === undefined) return OF_AMOUNT;
  const label = fact?.label ?? null;
  if (id === 'cost.total' || fact?.type.kind === 'money') return { unit: 'CNY', label, least: 0 };
  const unit = UNITS[fact?.type.kind ?? ''] ?? 'whole';
  return { unit, label, least: fact?.type.atLeast ?? 0 };
}

/** What rows reach over, in words: amounts from and to below; of whole numbers and days the last one inside. */
export function rangeText({ from, to }: Pick<Row, 'from' | 'to'>, borders: Borders, language: Language): string {
  const words = formWords[language];
  const { unit, label, least } = borders;
  const before = label === null ? '' : `${label[language]} `;
  const asked = label?.[language] ?? '';
  const say = (one: number) => figureWords(one, unit, language);
  if (unit === 'CNY' || unit === 'number')
    return before + (to === undefined ? words.onwards(say(from)) : words.between(say(from), say(to)));
  const first = Math.max(least, from);
  const last = to === undefined ? null : Math.max(first, to - 1);
  if (asksWhich(asked)) return whichOne(asked, first, last, words);
  if (last === null) return before + words.onwards(say(first));
  return before + (first === last ? say(first) : words.between(String(first), say(last)));
}
