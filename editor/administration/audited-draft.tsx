import { Link } from 'react-router';
import { useReviewedDraft } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { useDraftTitle } from '../standards/draft/draft-title.ts';
import { standardsWords } from '../standards/words.ts';

interface AuditedDraftOf {
  readonly id: string;
  /** What the line calls it: its place, and that it is a draft. */
  readonly called: string;
}

/** A draft that something was done to, by its content, with the way to it; by its code where it cannot be read. */
export function AuditedDraft({ id, called }: AuditedDraftOf) {
  const { data: draft } = useReviewedDraft(id);
  if (draft === undefined)
    return (
      <>
        {called} {id}
      </>
    );
  return (
    <>
      {called} <DraftLink draft={draft} />
    </>
  );
}

function DraftLink({ draft }: { readonly draft: NonNullable<ReturnType<typeof useReviewedDraft>['data']> }) {
  const words = useWords(standardsWords);
  const { title } = useDraftTitle(draft);
  // Its code tells more than that it is a draft.
  const told = title === words.draft ? draft.id : title;
  return <Link to={`${draft.submission === null ? '/drafts' : '/reviews'}/${draft.id}`}>{told}</Link>;
}
