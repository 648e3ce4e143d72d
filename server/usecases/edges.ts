import type { Edges } from '../analysis/edges/edge.ts';
import { type EdgesOptions, findEdges } from '../analysis/edges/find-edges.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { Label } from '../domain/label.ts';
import type { Side } from './compared/side.ts';
import type { RuleSetName } from './evaluation.ts';

/** How one side of a comparison is named in its answer. */
export interface ComparedSide {
  readonly reference: string;
  readonly label: Label;
  readonly ruleSet: RuleSetName;
  readonly date: CalendarDate;
}

/** The edges between two sides, with the sides' names. */
export interface ComparedEdges extends Edges {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

/** Settles the claims at every threshold of either side under both, and answers those that differ. Nothing is stored. */
export async function edges(from: Side, to: Side, options: EdgesOptions): Promise<ComparedEdges> {
  const found = await findEdges(from.rules.effective, to.rules.effective, options);
  return { from: comparedSide(from), to: comparedSide(to), ...found };
}

/** A side as answers name it. */
export function comparedSide({
  reference,
  label,
  rules,
  date,
}: Pick<Side, 'reference' | 'label' | 'date'> & { readonly rules: Pick<Side['rules'], 'name'> }): ComparedSide {
  return { reference, label, ruleSet: rules.name, date };
}
