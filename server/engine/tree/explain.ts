import { cnyWords } from '../../domain/money.ts';
import { compareRatios, ONE, percentWords, type Ratio, ratioText, reduce } from '../../domain/ratio.ts';
import type { Expression, Rounding } from './expression.ts';
import type { Quantity } from './quantity.ts';
import { type Known, run } from './run.ts';

/**
 * An expression as the calculation that was done: of a least or greatest only the side that was taken, of a rounded sum
 * its terms that are not 0. Amounts in CNY. The signs are those of arithmetic, the same in every language.
 */
export function explain(expression: Expression, values: Known): string {
  return new Explainer(values).words(expression);
}

class Explainer {
  readonly #values: Known;

  constructor(values: Known) {
    this.#values = values;
  }

  /** @param per the denominator that the expression is over: what is a multiple of it is told in parts, the rest as what it came to */
  words(expression: Expression, per = 1n): string {
    switch (expression.op) {
      case 'constant':
        return expression.meaning === undefined ? this.#amount(expression, per) : this.#rounding(expression.meaning);
      case 'variable':
        return this.#amount(expression, per);
      case 'scale':
        return expression.by === per ? this.words(expression.of) : this.#amount(expression, per);
      case 'divide':
        return this.#rounding(expression.meaning);
      case 'add':
        return this.#joined(expression.left, '+', expression.right, per);
      case 'subtract':
        return this.#joined(expression.left, '−', expression.right, per);
      default:
        return this.#chosen(expression.op, expression.left, expression.right, per);
    }
  }

  /** The side taken; where nothing is above 0, also what was below it. */
  #chosen(op: 'min' | 'max', left: Expression, right: Expression, per: bigint): string {
    const taken = this.#taken(op, left, right);
    const bottomed = op === 'max' && taken === right && right.op === 'constant' && right.value === 0n;
    return bottomed ? `max(0, ${this.words(left, per)})` : this.words(taken, per);
  }

  #taken(op: 'min' | 'max', left: Expression, right: Expression): Expression {
    const [a, b] = [run(left, this.#values), run(right, this.#values)];
    return (op === 'min') === a < b ? left : right;
  }

  #joined(left: Expression, sign: string, right: Expression, per: bigint): string {
    if (run(right, this.#values) === 0n) return this.words(left, per);
    if (run(left, this.#values) === 0n && sign === '+') return this.words(right, per);
    const second = sign === '−' ? this.#factor(right, per) : this.words(right, per);
    return `${this.words(left, per)} ${sign} ${second}`;
  }

  #rounding({ mode, terms }: Rounding): string {
    const counted = terms.filter(({ ratio, of }) => ratio.n !== 0n && run(of.of, this.#values) !== 0n);
    const shown = counted.length === 0 ? terms.slice(0, 1) : counted;
    const text = shown.map(({ ratio, of }) => this.#term(ratio, of)).join(' + ');
    return mode === 'ceiling' ? `⌈${text}⌉` : text;
  }

  #term(ratio: Ratio, of: Quantity): string {
    if (counts(of.of)) return `${this.#unitsOf(of)} × ${this.#money(ratio)}`;
    if (compareRatios(ratio, ONE) === 0) return this.words(of.of, of.per);
    return `${this.#factor(of.of, of.per)} × ${factorWords(ratio)}`;
  }

  #factor(expression: Expression, per: bigint): string {
    const words = this.words(expression, per);
    return isSumInWords(words) ? `(${words})` : words;
  }

  #amount(expression: Expression, per: bigint): string {
    const value = run(expression, this.#values);
    return unitOf(expression) === 'count' && expression.op !== 'scale'
      ? String(value)
      : this.#money(reduce(value, per));
  }

  #count(expression: Expression): string {
    return String(run(expression, this.#values));
  }

  /** A number of units that are paid for, with those taken off where that is what it came to. */
  #units(expression: Expression): string {
    if (expression.op === 'min' || expression.op === 'max')
      return this.#units(this.#taken(expression.op, expression.left, expression.right));
    if (expression.op !== 'subtract' || expression.right.op !== 'constant') return this.#count(expression);
    return `(${this.#count(expression.left)} − ${expression.right.value})`;
  }

  /** A number of units with its decimals. */
  #unitsOf({ of, per }: Quantity): string {
    return per === 1n ? this.#units(of) : ratioText(reduce(run(of, this.#values), per));
  }

  /** An amount of fen that need not be whole, in CNY; what no decimal ends is told to the hundredth of a fen. */
  #money(fen: Ratio): string {
    if (fen.d === 1n) return cnyWords(fen.n);
    const decimal = ratioText(reduce(fen.n, fen.d * 100n));
    if (!decimal.includes('/')) return decimal;
    const hundredths = (fen.n * 100n) / fen.d;
    return `${cnyWords(hundredths / 100n)}${String(hundredths % 100n).padStart(2, '0')}…`;
  }
}

/** Words of factors by the factor: a plan's are the same for all its claims. */
const factors = new WeakMap<Ratio, string>();

/** A factor below 1 in per cent, any other as a decimal. */
function factorWords(ratio: Ratio): string {
  let words = factors.get(ratio);
  if (words === undefined) {
    words = compareRatios(ratio, ONE) < 0 ? percentWords(ratio) : ratioText(ratio);
    factors.set(ratio, words);
  }
  return words;
}

/** Whether words are a sum outside all brackets, so that a factor needs brackets of its own. */
function isSumInWords(words: string): boolean {
  let depth = 0;
  for (const sign of words) {
    if ('(⌈'.includes(sign)) depth += 1;
    else if (')⌉'.includes(sign)) depth -= 1;
    else if (depth === 0 && '+−'.includes(sign)) return true;
  }
  return false;
}

/** Whether an expression is a number of units rather than an amount of money. */
function counts(expression: Expression): boolean {
  return unitOf(expression) === 'count';
}

/** What an expression is of; null of a constant, which is of either. Beside money, so much for each unit is money as well. */
function unitOf(expression: Expression): 'fen' | 'count' | null {
  switch (expression.op) {
    case 'constant':
      return null;
    case 'variable':
      return expression.unit;
    case 'scale':
    case 'divide':
      return unitOf(expression.of);
    default: {
      const [left, right] = [unitOf(expression.left), unitOf(expression.right)];
      return left === 'fen' || right === 'fen' ? 'fen' : (left ?? right);
    }
  }
}
