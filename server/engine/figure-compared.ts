import { type Ratio, ratioOf, times } from '../domain/ratio.ts';
import type { StandardReading } from './figures.ts';
import type { Expression } from './tree/expression.ts';

/** An amount compared with a figure. */
export interface FigureCompared {
  readonly of: Expression;
  readonly figure: bigint;
  /** Whether the right-hand side of the comparison is the larger where the amount is above the figure. */
  readonly turned: boolean;
}

/** `min(x, figure)`, `max(x − figure, 0)` or `max(figure − x, 0)`; null for a comparison of two amounts. */
export function comparisonIn(expression: Expression): FigureCompared | null {
  if (expression.op !== 'min' && expression.op !== 'max') return null;
  for (const [one, other] of [
    [expression.left, expression.right],
    [expression.right, expression.left],
  ] as const) {
    if (one.op !== 'constant' || other.op === 'constant') continue;
    const turned = one === expression.left;
    if (one.value !== 0n) return unscaled(other, one.value, turned);
    if (other.op !== 'subtract') continue;
    if (other.right.op === 'constant') return unscaled(other.left, other.right.value, turned);
    if (other.left.op === 'constant') return unscaled(other.right, other.left.value, !turned);
  }
  return null;
}

/** Figures that are no whole fen are compared as multiples. */
function unscaled(of: Expression, figure: bigint, turned: boolean): FigureCompared {
  const whole = of.op === 'scale' && figure % of.by === 0n;
  return whole ? { of: of.of, figure: figure / of.by, turned } : { of, figure, turned };
}

/** The figures a reading stands for inside: fen of amounts, bounds of bands, plain numbers of anything else. */
export function figuresOf({ standard, value }: StandardReading): readonly bigint[] {
  if (typeof value === 'number') return whole(standard.unit === 'CNY' ? fenIn(value) : ratioOf(value));
  if (!Array.isArray(value)) return [];
  return value.flatMap((row) => (typeof row === 'object' ? whole(fenIn(row.from)) : []));
}

function fenIn(amount: number): Ratio {
  return times(ratioOf(amount), { n: 100n, d: 1n });
}

function whole({ n, d }: Ratio): readonly bigint[] {
  return d === 1n ? [n] : [];
}
