import type { Expression } from './expression.ts';

/** The largest whole number that binary arithmetic holds exactly. */
export const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** What differs between plans of one structure: numbers, names, and parts of an answer that never change. */
export type Constant = number | string | null | object;

/** How generated code calls variables, and constants that differ from plan to plan. */
export interface Names {
  variable(name: string): string;
  constant(value: Constant): string;
}

/**
 * An expression as JavaScript over whole numbers in doubles. Exact as long as no intermediate value passes 2⁵³ − 1, which
 * {@link magnitude} bounds beforehand; the quotient of whole numbers below that bound rounds down correctly. Constants go
 * by name, so that plans of one structure have one text.
 */
export function codeOf(expression: Expression, names: Names): string {
  const code = (part: Expression) => codeOf(part, names);
  switch (expression.op) {
    case 'constant':
      return expression.value === 0n ? '0' : names.constant(Number(expression.value));
    case 'variable':
      return names.variable(expression.name);
    case 'scale':
      return `(${names.constant(Number(expression.by))} * ${code(expression.of)})`;
    case 'divide':
      return `Math.floor(${code(expression.of)} / ${names.constant(Number(expression.by))})`;
    case 'add':
      return `(${code(expression.left)} + ${code(expression.right)})`;
    case 'subtract':
      return `(${code(expression.left)} - ${code(expression.right)})`;
    default:
      return choose(expression.op, expression, code);
  }
}

/** A comparison where both sides are cheap to name twice, else Math.min or Math.max. */
function choose(
  op: 'min' | 'max',
  { left, right }: { left: Expression; right: Expression },
  code: (part: Expression) => string,
): string {
  const [a, b] = [code(left), code(right)];
  const plain = (part: Expression) => part.op === 'variable' || part.op === 'constant';
  if (plain(left) && plain(right)) return `(${a} ${op === 'min' ? '<' : '>'} ${b} ? ${a} : ${b})`;
  return `Math.${op}(${a}, ${b})`;
}

/** Bounds of an expression's value, from bounds of its variables. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** Told of every intermediate value's range; returns the whole's. */
export function magnitude(expression: Expression, of: (variable: string) => Range, unsafe: () => void): Range {
  const range = rangeOf(expression, of, unsafe);
  if (range.high > SAFE || range.low < -SAFE) unsafe();
  return range;
}

function rangeOf(expression: Expression, of: (variable: string) => Range, unsafe: () => void): Range {
  const inner = (part: Expression) => magnitude(part, of, unsafe);
  switch (expression.op) {
    case 'constant':
      return { low: expression.value, high: expression.value };
    case 'variable':
      return of(expression.name);
    case 'scale': {
      const { low, high } = inner(expression.of);
      const ends = [expression.by * low, expression.by * high] as const;
      return ends[0] <= ends[1] ? { low: ends[0], high: ends[1] } : { low: ends[1], high: ends[0] };
    }
    case 'divide': {
      const { low, high } = inner(expression.of);
      return { low: low / expression.by - 1n, high: high / expression.by + 1n };
    }
    default:
      return combined(expression.op, inner(expression.left), inner(expression.right));
  }
}

function combined(op: 'add' | 'subtract' | 'min' | 'max', a: Range, b: Range): Range {
  switch (op) {
    case 'add':
      return { low: a.low + b.low, high: a.high + b.high };
    case 'subtract':
      return { low: a.low - b.high, high: a.high - b.low };
    case 'min':
      return { low: lesser(a.low, b.low), high: lesser(a.high, b.high) };
    default:
      return { low: greater(a.low, b.low), high: greater(a.high, b.high) };
  }
}

/** The smaller of two whole numbers of any size (Math.min takes none of these). */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function greater(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
