import type { Consequences } from '../../api/consequences.ts';
import type { ReviewedDraft } from '../../api/reviews.ts';

/** Versions that will be suspended beside those in whose place a submission comes, which are told of as such. */
export function suspendedBeside(
  { suspended }: Consequences,
  { submission }: Pick<ReviewedDraft, 'submission'>,
): Consequences['suspended'] {
  const inPlace = new Set(submission?.inPlace.map(({ version }) => version));
  return suspended.filter(({ own, version }) => !(own && inPlace.has(version)));
}

/** How many counties are overtaken, and how many of their figures: one that two versions of a county state is one. */
export function countsOf({ overtaken }: Consequences): { readonly counties: number; readonly figures: number } {
  const figures = overtaken.flatMap(({ name, figures: stated }) => stated.map(({ label }) => `${name} ${label}`));
  return { counties: new Set(overtaken.map(({ name }) => name)).size, figures: new Set(figures).size };
}
