import { Button } from 'antd';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import type { Session } from '../shell/pages.tsx';
import { Summary } from './approve.tsx';
import { DecisionActs } from './decision-acts.tsx';
import { mayDo } from './may-do.ts';
import { Standing } from './standing.tsx';
import { useDeciding } from './use-deciding.ts';
import { WithReason } from './with-reason.tsx';
import { reviewWords } from './words.ts';

interface DecisionOf {
  readonly draft: ReviewedDraft;
  /** Whether what it was submitted on has moved, so that nobody can approve or publish it. */
  readonly isMoved: boolean;
  /** The code of the place's city, of a city its own. */
  readonly city: string;
  /** What the place is called. */
  readonly place: string;
}

/** Approve, send back or publish, at hand wherever the page is scrolled to; who may not approve sees why. */
export function Decision(of: DecisionOf) {
  const { data: session } = useSession();
  // What somebody has begun to write is theirs: who looks has to be known before.
  return session === undefined ? null : <DecisionOfOne key={session?.staffNumber} {...of} session={session} />;
}

/** The same for somebody who is known; null for a visitor. */
function DecisionOfOne({ draft, isMoved, city, place, session }: DecisionOf & { readonly session: Session }) {
  const words = useWords(reviewWords);
  const deciding = useDeciding(draft, session?.staffNumber ?? '');
  const { saying, unsent, isPending } = deciding;
  const may = mayDo(draft, session, city);
  // What somebody began to say a reason for may not be theirs to decide any more.
  const asked =
    (saying === 'approve' && may.override && !isMoved) || (saying === 'return' && may.sendBack) ? saying : null;
  return (
    <section ref={deciding.section} tabIndex={-1} className="review-decision" aria-label={words.decide}>
      {may.publish ? null : <Standing draft={draft} why={may.whyNotApprove} session={session} />}
      {deciding.error === null ? null : <Failure error={deciding.error} />}
      {asked === 'approve' ? (
        <WithReason
          name="approve"
          label={words.reasonForOverride}
          before={<Summary draft={draft} place={place} />}
          unsent={unsent}
          close={() => deciding.giveUp('approve')}
        >
          {(saying) => (
            <Button type="primary" loading={isPending} onClick={saying(deciding.approve)}>
              {words.approveAllTheSame}
            </Button>
          )}
        </WithReason>
      ) : null}
      {asked === 'return' ? (
        <WithReason name="return" label={words.reasonForReturn} unsent={unsent} close={() => deciding.giveUp('return')}>
          {(saying) => (
            <Button danger loading={isPending} onClick={saying(deciding.sendBack)}>
              {words.sendBack}
            </Button>
          )}
        </WithReason>
      ) : null}
      {asked !== null ? null : (
        <DecisionActs draft={draft} isMoved={isMoved} place={place} may={may} deciding={deciding} />
      )}
    </section>
  );
}
