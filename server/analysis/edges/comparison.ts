import type { PlanLine } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';

/** Where a plan compares two amounts; it turns where they are equal. */
export interface Comparison {
  readonly expression: Expression | null;
  /** The line whose payment it is part of; null while the bill is divided or drawn from. */
  readonly line: PlanLine | null;
  /** The bound of the line: a limit's name or `left`; null inside what is owed. */
  readonly bound: string | null;
}
