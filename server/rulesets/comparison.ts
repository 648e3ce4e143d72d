import type { FactValue } from './effective-rule-set.ts';
import type { ConditionLeaf, Scalar } from './language.ts';

/** A value that a condition compares: a fact's, a standard's, or a literal; undefined where it is absent. */
export type Operand = FactValue | undefined;

/** The same as it stands in a document, where a list may hold booleans as well. */
export type WrittenOperand = Operand | readonly Scalar[];

/** The ten operators of a condition. What is absent meets none of them (json-rules-engine would let `notEqual` and `notIn` pass). */
export function compares(operator: ConditionLeaf['operator'], met: WrittenOperand, wanted: WrittenOperand): boolean {
  if (met === undefined || wanted === undefined) return false;
  switch (operator) {
    case 'equal':
      return isSame(met, wanted);
    case 'notEqual':
      return !isSame(met, wanted);
    case 'in':
      return includes(wanted, met);
    case 'notIn':
      return Array.isArray(wanted) && !includes(wanted, met);
    case 'contains':
      return includes(met, wanted);
    case 'doesNotContain':
      return Array.isArray(met) && !includes(met, wanted);
    default:
      return isOrdered(operator, met, wanted);
  }
}

function includes(list: WrittenOperand, item: WrittenOperand): boolean {
  return Array.isArray(list) && (list as readonly unknown[]).some((one) => isSame(one, item));
}

/** An item of a choice is held as text, and a standard may write it as a number: then their texts compare. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a !== typeof b && String(a) === String(b));
}

/** Numbers compare as numbers, dates as ISO texts; anything else is not in order. */
function isOrdered(operator: ConditionLeaf['operator'], met: WrittenOperand, wanted: WrittenOperand): boolean {
  if (typeof met !== typeof wanted || (typeof met !== 'number' && typeof met !== 'string')) return false;
  const [a, b] = [met, wanted as typeof met];
  if (operator === 'lessThan') return a < b;
  if (operator === 'lessThanInclusive') return a <= b;
  return operator === 'greaterThan' ? a > b : a >= b;
}
