import type { components } from '../../client/index.ts';

type Draft = components['schemas']['Draft'];
type Publication = components['schemas']['RuleSetsAnswer']['items'][number];

/** Versions that have come since a draft was begun, or since it was submitted, on its days. The last published comes first. */
export interface MovedOn {
  /** The place's own: published as it is the draft would take back what they changed. */
  readonly own: readonly Publication[];
  /** Its city's, which nobody has reviewed it on. */
  readonly city: readonly Publication[];
  /** The one that the draft's changes belong on; null where there is none of the place's own. */
  readonly onto: Publication | null;
}

/** Days, to the last one or for ever. */
export interface Days {
  readonly from: string;
  readonly to?: string | null;
}

/** What the judgement needs of a draft. */
export type Judged = Pick<Draft, 'state' | 'createdAt' | 'origin' | 'submission' | 'gates'>;

/**
 * What has been published since a draft was begun or submitted that it does not know of; null where nothing was. Of a submission
 * it only tells beforehand what the service would answer, which alone decides.
 * @param days when the draft is to be in force
 * @param own the versions of its place
 * @param city those of its city; none of a city's own draft
 */
export function movedOn(
  draft: Judged,
  days: Days,
  own: readonly Publication[],
  city: readonly Publication[],
): MovedOn | null {
  const { submission, state } = draft;
  if (state === 'published' || state === 'discarded') return null;
  if (submission === null) {
    const newer = newerThanOrigin(draft, within(own, days));
    return newer.length === 0 ? null : { own: newer, city: [], onto: ontoOf(newer, days) };
  }
  const known = new Set(submission.inPlace.map(({ digest }) => digest));
  const looked = new Set(draft.gates.map(({ baseDigest }) => baseDigest));
  const inPlace = within(own, submission.effective);
  const newer = inPlace.filter(({ digest }) => !known.has(digest));
  const cityNewer = within(city, submission.effective).filter(({ digest }) => !looked.has(digest));
  const isGone = [...known].some((one) => !inPlace.some(({ digest }) => digest === one));
  if (newer.length === 0 && cityNewer.length === 0 && !isGone) return null;
  return { own: newer, city: cityNewer, onto: ontoOf(newer, submission.effective) };
}

/** What was published before the draft was begun was there to be seen, but where it has been carried onto a version since. */
function newerThanOrigin({ origin, createdAt }: Judged, own: readonly Publication[]): readonly Publication[] {
  const base = own.find(({ version }) => version === origin.version)?.sequence ?? 0;
  return own.filter(
    ({ sequence, publishedAt, version }) =>
      version !== origin.version && sequence > base && Date.parse(publishedAt) >= Date.parse(createdAt),
  );
}

function ontoOf(newer: readonly Publication[], { from }: Days): Publication | null {
  return within(newer, { from, to: from })[0] ?? newer[0] ?? null;
}

function within(versions: readonly Publication[], { from, to }: Days): readonly Publication[] {
  return versions
    .filter(({ inForce }) =>
      inForce.some((one) => one.from <= (to ?? '9999-12-31') && (one.to === undefined || one.to >= from)),
    )
    .toSorted((one, other) => other.sequence - one.sequence);
}
