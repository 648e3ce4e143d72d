import { isDate } from '../../domain/dates.ts';
import { isMoney } from '../../domain/money.ts';
import type { ConditionLeaf, Scalar } from '../language.ts';
import type { Scope } from './scope.ts';
import { unitKind } from './units.ts';

/** What a condition can ask about: a fact's values, or a standard's. */
export type Operand =
  | { readonly kind: 'choice' | 'items'; readonly items: ReadonlySet<string> }
  | {
      readonly kind:
        | 'integer'
        | 'decimal'
        | 'money'
        | 'number'
        | 'boolean'
        | 'date'
        | 'integers'
        | 'text'
        | 'list'
        | 'word'
        | 'terms';
    };

type Operator = ConditionLeaf['operator'];

const equality: readonly Operator[] = ['equal', 'notEqual'];
const membership: readonly Operator[] = ['in', 'notIn'];
const order: readonly Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const containing: readonly Operator[] = ['contains', 'doesNotContain'];

/** The operators that fit a kind of operand; none for what is never compared. */
export const operators: Readonly<Record<Operand['kind'], readonly Operator[]>> = {
  choice: [...equality, ...membership],
  word: [...equality, ...membership],
  boolean: equality,
  integer: [...equality, ...membership, ...order],
  decimal: [...equality, ...membership, ...order],
  money: [...equality, ...membership, ...order],
  number: [...equality, ...membership, ...order],
  date: [...equality, ...membership, ...order],
  items: containing,
  integers: containing,
  list: containing,
  text: [],
  terms: [],
};

/** Operands found before, by scope: a choice of thousands of items is gathered once, not for each of thousands of rules. */
const known = new WeakMap<Scope, Map<string, Operand | undefined>>();

/** What the left side of a condition is; undefined where there is no such fact in claims of these types, or no such standard. */
export function operandOf(scope: Scope, fact: string, types: readonly string[]): Operand | undefined {
  const operands = known.get(scope) ?? new Map<string, Operand | undefined>();
  known.set(scope, operands);
  const key = `${fact} ${types.join(' ')}`;
  if (!operands.has(key)) operands.set(key, findOperand(scope, fact, types));
  return operands.get(key);
}

function findOperand(scope: Scope, fact: string, types: readonly string[]): Operand | undefined {
  if (fact.startsWith('$')) return standardOperand(scope, fact.slice(1));
  if (fact === 'claim.type') return { kind: 'choice', items: new Set(scope.claims.keys()) };
  if (fact === 'claim.date') return { kind: 'date' };
  if (fact === 'cost.total') return { kind: 'money' };
  const found = (scope.facts.get(fact) ?? []).filter(({ type }) => types.includes(type)).map((one) => one.fact.type);
  const [first] = found;
  if (first === undefined) return undefined;
  const items = new Set(
    found.flatMap((kind) => ('items' in kind && kind.items !== null ? [...kind.items.keys()] : [])),
  );
  if (first.kind === 'choice') return { kind: 'choice', items };
  if (first.kind === 'list') return first.items === null ? { kind: 'integers' } : { kind: 'items', items };
  return { kind: first.kind === 'daysBetween' ? 'integer' : first.kind };
}

/** What a standard is to a condition. */
export function standardOperand(scope: Scope, id: string): Operand | undefined {
  const standard = scope.standards.get(id);
  if (standard === undefined) return undefined;
  const kind = unitKind(standard.unit);
  if (kind === 'choice')
    return standard.order.length > 0 ? { kind: 'choice', items: new Set(standard.order) } : { kind: 'word' };
  if (kind === 'share') return { kind: 'number' };
  return { kind };
}

/** Whether a literal is a value that an operand can have. */
export function takesLiteral(operand: Operand, value: Scalar): boolean {
  switch (operand.kind) {
    case 'choice':
    case 'items':
      return operand.items.has(String(value));
    case 'integer':
    case 'integers':
      return Number.isInteger(value);
    case 'money':
      return typeof value === 'number' && isMoney(value);
    case 'decimal':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
    default:
      return typeof value !== 'boolean';
  }
}

/** Whether values of one operand can be compared with those of a standard. */
export function comparable(operand: Operand, operator: Operator, standard: Operand): boolean {
  const [left, right] = [operand.kind, standard.kind];
  if (operator === 'in' || operator === 'notIn') return right === 'list';
  if (left === 'choice' || left === 'word' || left === 'items') return right === 'choice' || right === 'word';
  if (left === 'money') return right === 'money';
  if (left === 'integer' || left === 'integers' || left === 'decimal' || left === 'number') return right === 'number';
  return left === 'boolean' && right === 'boolean';
}
