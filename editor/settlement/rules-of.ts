import type { Evaluation } from '../../client/index.ts';

/** A rule that applied in a layer, as an explained settlement tells it. */
export type AppliedRule = Extract<NonNullable<Evaluation['explanation']>[number], { applied: true; layer: string }>;

/** The rules that applied in a layer; none where the settlement is not explained. */
export function rulesOf({ explanation }: Evaluation, layer: string): readonly AppliedRule[] {
  return (explanation ?? []).filter((entry): entry is AppliedRule => entry.applied && entry.layer === layer);
}
