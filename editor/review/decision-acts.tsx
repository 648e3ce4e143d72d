import { Button } from 'antd';
import { useId } from 'react';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { mergingWords } from '../standards/merging/words.ts';
import { Approve } from './approve.tsx';
import type { MayDo } from './may-do.ts';
import { Publish } from './publish.tsx';
import type { Deciding } from './use-deciding.ts';
import { reviewWords } from './words.ts';

interface DecisionActsOf {
  readonly draft: ReviewedDraft;
  /** Whether what it was submitted on has moved, so that nobody can approve or publish it. */
  readonly isMoved: boolean;
  /** What the place is called. */
  readonly place: string;
  readonly may: MayDo;
  readonly deciding: Deciding;
}

/** The buttons of what somebody may do about a submission, with what keeps them from it. */
export function DecisionActs({ draft, isMoved, place, may, deciding }: DecisionActsOf) {
  const words = useWords(reviewWords);
  const merging = useWords(mergingWords);
  const movedId = useId();
  const whyNot = isMoved ? movedId : undefined;
  const { isPending } = deciding;
  const approving = may.whyNotApprove === null;
  return (
    <div className="review-acts">
      {!approving ? null : may.override ? (
        <Button type="primary" disabled={isMoved} aria-describedby={whyNot} onClick={() => deciding.say('approve')}>
          {words.approveWithReason}
        </Button>
      ) : (
        <Approve
          draft={draft}
          place={place}
          isPending={isPending}
          whyNot={whyNot}
          approve={() => deciding.approve(null)}
        />
      )}
      {may.publish ? (
        <Publish
          draft={draft}
          place={place}
          isPending={isPending}
          whyNot={whyNot}
          publish={({ digest }) => deciding.publish(digest)}
        />
      ) : null}
      {may.sendBack ? (
        <Button danger onClick={() => deciding.say('return')}>
          {words.sendBackWithReason}
        </Button>
      ) : null}
      {isMoved && (approving || may.publish) ? (
        <strong id={movedId}>
          {merging.cannotBePublished} {may.sendBack ? merging.reviewerReturns : null}
        </strong>
      ) : null}
      {approving && !isMoved ? <span className="aside">{words.textMoved}</span> : null}
    </div>
  );
}
