import type { MovedOn } from '../api/moved-on.ts';
import { type Publication, usePublishedVersions } from '../api/published-versions.ts';
import type { ReviewedDraft } from '../api/reviews.ts';
import { type Stretch, stretchOf } from '../shell/stretches.ts';
import type { Replaced } from '../standards/replacing/replaced.ts';
import { ReplacedChanges } from '../standards/replacing/replaced-changes.tsx';

/**
 * What a submission does to versions that it takes the place of later within its period, beside what its changes are told
 * against; none where what it was submitted on has moved, of which nobody can decide.
 */
export function ReplacedPart({ draft, moved }: { readonly draft: ReviewedDraft; readonly moved: MovedOn | null }) {
  const replaced = useReplaced(draft);
  if (moved !== null || draft.state === 'discarded') return null;
  const later = replaced.filter(({ of }) => of.version !== draft.submission?.compared.version);
  return (
    <ReplacedChanges draft={draft} replaced={later} text={draft.publication === null ? (draft.text ?? null) : null} />
  );
}

/** The versions in whose place a submission comes, on the days that it was submitted on; none of what is not submitted. */
export function useReplaced({ jurisdiction, submission }: ReviewedDraft): readonly Replaced[] {
  const { data: own } = usePublishedVersions(jurisdiction);
  return submission === null || own === undefined ? [] : replacedIn(submission.inPlace, own);
}

/** Versions that stood at submission, each with its days, in the order of time. */
function replacedIn(
  inPlace: NonNullable<ReviewedDraft['submission']>['inPlace'],
  own: readonly Publication[],
): readonly Replaced[] {
  const byVersion = new Map<string, Stretch[]>();
  for (const { version, period } of inPlace)
    byVersion.set(version, [...(byVersion.get(version) ?? []), stretchOf(period)]);
  return [...byVersion].flatMap(([version, [first, ...more]]): readonly Replaced[] => {
    const of = own.find((one) => one.version === version);
    return of === undefined || first === undefined ? [] : [{ of, stretches: [first, ...more] }];
  });
}
