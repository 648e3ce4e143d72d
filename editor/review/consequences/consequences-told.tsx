import type { Consequences } from '../../api/consequences.ts';
import type { ReviewedDraft } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { SuspendedList } from './suspended-list.tsx';
import { countsOf, suspendedBeside } from './untold.ts';
import { consequencesWords } from './words.ts';

interface ConsequencesToldOf {
  readonly draft: ReviewedDraft;
  readonly consequences: Consequences;
}

/** The same in short, for who is about to decide: which versions are suspended, and how many figures of how many counties. */
export function ConsequencesTold({ draft, consequences }: ConsequencesToldOf) {
  const words = useWords(consequencesWords);
  const { counties, figures } = countsOf(consequences);
  return (
    <>
      <SuspendedList suspended={suspendedBeside(consequences, draft)} />
      {figures === 0 ? null : (
        <p>
          <strong>{words.overtakes(counties, figures)}</strong>
          {words.seeBelow}
        </p>
      )}
    </>
  );
}
