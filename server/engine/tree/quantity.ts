import { gcd, ONE, type Ratio, reduce } from '../../domain/ratio.ts';
import type { Expression, Rounding } from './expression.ts';

/**
 * A whole-number expression over a common denominator: the value is `of / per`. It keeps fractional fen (half of a
 * deductible of 0.01) exact until a form rounds, once, at the end of its formula.
 */
export interface Quantity {
  readonly of: Expression;
  readonly per: bigint;
}

/** A whole number. */
export function constant(value: bigint): Expression {
  return { op: 'constant', value };
}

/** An amount or count that changes from claim to claim. */
export function variable(name: string, unit: 'fen' | 'count' = 'fen'): Expression {
  return { op: 'variable', name, unit };
}

/** A quantity of whole units. */
export function whole(of: Expression): Quantity {
  return { of, per: 1n };
}

/** A quantity that is the same for every claim. */
export function fixed(value: Ratio): Quantity {
  return { of: constant(value.n), per: value.d };
}

/** Sum of two expressions, folded where both are constant or one is 0. */
export function add(left: Expression, right: Expression): Expression {
  if (left.op === 'constant' && right.op === 'constant') return constant(left.value + right.value);
  if (isZero(left)) return right;
  if (isZero(right)) return left;
  return { op: 'add', left, right };
}

/** Difference of two expressions. */
export function subtract(left: Expression, right: Expression): Expression {
  if (left.op === 'constant' && right.op === 'constant') return constant(left.value - right.value);
  return isZero(right) ? left : { op: 'subtract', left, right };
}

/** The smaller of two expressions. */
export function min(left: Expression, right: Expression): Expression {
  if (left.op === 'constant' && right.op === 'constant') return left.value <= right.value ? left : right;
  return { op: 'min', left, right };
}

/** The larger of two expressions. */
export function max(left: Expression, right: Expression): Expression {
  if (left.op === 'constant' && right.op === 'constant') return left.value >= right.value ? left : right;
  return { op: 'max', left, right };
}

/** A constant multiple of an expression. */
function scale(by: bigint, of: Expression): Expression {
  if (by === 1n) return of;
  if (by === 0n) return constant(0n);
  if (of.op === 'constant') return constant(by * of.value);
  return { op: 'scale', by, of };
}

/** max(0, x). */
export function positive(x: Expression): Expression {
  return max(x, constant(0n));
}

/** Sum of expressions, 0 for none. */
export function sum(parts: readonly Expression[]): Expression {
  return parts.reduce(add, constant(0n));
}

/** Two quantities over one denominator, combined by an operation on whole-number expressions. */
export function combine(
  operation: (left: Expression, right: Expression) => Expression,
  left: Quantity,
  right: Quantity,
): Quantity {
  const per = (left.per * right.per) / gcd(left.per, right.per);
  return { of: operation(scale(per / left.per, left.of), scale(per / right.per, right.of)), per };
}

/** max(0, x) of a quantity. */
export function positiveQuantity(x: Quantity): Quantity {
  return { of: positive(x.of), per: x.per };
}

/** One summand of a rounded sum. */
export interface Term {
  readonly ratio: Ratio;
  readonly of: Quantity;
}

/** Σ ratio × quantity, rounded half up to a whole number, once. */
export function halfUp(terms: readonly Term[]): Expression {
  const { of, per } = total(terms);
  const meaning = { mode: 'halfUp', terms } as const;
  if (per % 2n === 0n) return divide(add(of, constant(per / 2n)), per, meaning);
  return divide(add(scale(2n, of), constant(per)), 2n * per, meaning);
}

/** Σ ratio × quantity, rounded down. */
export function floor(terms: readonly Term[]): Expression {
  const { of, per } = total(terms);
  return divide(of, per, { mode: 'floor', terms });
}

/** Σ ratio × quantity, rounded up. */
export function ceiling(terms: readonly Term[]): Expression {
  const { of, per } = total(terms);
  return divide(add(of, constant(per - 1n)), per, { mode: 'ceiling', terms });
}

/** A quantity rounded half up. */
export function rounded(of: Quantity): Expression {
  return of.per === 1n ? of.of : halfUp([{ ratio: ONE, of }]);
}

function divide(of: Expression, by: bigint, meaning: Rounding): Expression {
  if (of.op === 'constant') return { op: 'constant', value: (of.value - (((of.value % by) + by) % by)) / by, meaning };
  if (by === 1n) return of;
  return { op: 'divide', by, of, meaning };
}

/** Σ ratio × quantity, not rounded. */
export function total(terms: readonly Term[]): Quantity {
  const ratios = terms.map(({ ratio, of }) => ({ factor: reduce(ratio.n, ratio.d * of.per), of: of.of }));
  const per = ratios.reduce((common, { factor }) => (common * factor.d) / gcd(common, factor.d), 1n);
  return { of: sum(ratios.map(({ factor, of }) => scale(factor.n * (per / factor.d), of))), per };
}

function isZero(x: Expression): boolean {
  return x.op === 'constant' && x.value === 0n;
}
