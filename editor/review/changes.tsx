import type { MovedOn } from '../api/moved-on.ts';
import { type ReviewedDraft, useDraftChanges } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { ChangeTable } from './change-table.tsx';
import { reviewWords } from './words.ts';

/** What a submission changes, each change by its sentence; of one that came again, what is new in it. */
export function ChangesPart({ draft, moved }: { readonly draft: ReviewedDraft; readonly moved: MovedOn | null }) {
  const words = useWords(reviewWords);
  const { data, error, refetch } = useDraftChanges(draft);
  return (
    <section className="panel">
      <h2>{words.changes}</h2>
      {moved === null ? null : (
        <p className="review-moment">{words.againstNow(moved.own.map(({ version }) => version).join(words.listed))}</p>
      )}
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.comparison.changes.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <ChangeTable
          changes={data.comparison.changes}
          {...(data.seenBefore.length === 0 ? {} : { seen: data.seenBefore })}
        />
      )}
    </section>
  );
}
