import { type ReviewedDraft, useDraftChanges } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { useWho } from '../shell/who.ts';
import { worstFirst } from '../standards/replacing/replaced-changes.tsx';
import { AskedFirst } from './asked-first.tsx';
import { InPlaceOf } from './publish.tsx';
import { reviewWords } from './words.ts';

interface ApproveOf {
  readonly draft: ReviewedDraft;
  /** What the place is called. */
  readonly place: string;
  readonly isPending: boolean;
  /** The id of what says why it cannot be approved; undefined where it can. */
  readonly whyNot: string | undefined;
  readonly approve: () => void;
}

/** Approves once it has been read what it changes, in whose place it comes, and what was said of it and not seen to. */
export function Approve({ draft, place, isPending, whyNot, approve }: ApproveOf) {
  const words = useWords(reviewWords);
  return (
    <AskedFirst
      draft={draft}
      name={words.approve}
      title={words.approveTitle}
      confirm={words.approveNow}
      isPending={isPending}
      whyNot={whyNot}
      act={approve}
    >
      <Summary draft={draft} place={place} />
    </AskedFirst>
  );
}

/** Changes that are read in a dialog; of more the page beneath it tells. */
const MOST_TOLD = 6;

/** A submission in short: where and when, its first changes, in whose place it comes, and open comments. */
export function Summary({ draft, place }: Pick<ApproveOf, 'draft' | 'place'>) {
  const words = useWords(reviewWords);
  const who = useWho();
  const { data } = useDraftChanges(draft);
  const all = data?.comparison.changes ?? [];
  // Its days are told already.
  const told = worstFirst(all).slice(0, MOST_TOLD);
  const { from = '', to = null } = draft.submission?.effective ?? {};
  const open = draft.comments.filter(({ resolved }) => resolved === null);
  return (
    <>
      <p>
        {place} {words.stretch(from, to)}
        {words.listed}
        {words.changesCounted(all.length)}
      </p>
      <ul>
        {told.map((change) => (
          <li key={change.fingerprint}>
            <span className={`review-class ${change.class}`}>{words[change.class]}</span> {change.sentence}
          </li>
        ))}
      </ul>
      {all.length > told.length ? <p>{words.moreChanges(all.length - told.length)}</p> : null}
      <InPlaceOf draft={draft} />
      {open.length === 0 ? null : (
        <>
          <p>
            <strong>{words.openComments(open.length)}</strong>
          </p>
          <ul>
            {open.map(({ id, by, text }) => (
              <li key={id}>
                {who(by)}
                {words.said}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
