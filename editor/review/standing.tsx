import { Alert } from 'antd';
import { Link } from 'react-router';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { instantWords } from '../shell/instant-words.ts';
import type { Session } from '../shell/pages.tsx';
import { useWho } from '../shell/who.ts';
import { mayWriteIn } from '../standards/county/may-write.ts';
import { isWritten } from '../standards/draft/behind.tsx';
import type { WhyNot } from './may-do.ts';
import { reviewWords } from './words.ts';

interface StandingOf {
  readonly draft: ReviewedDraft;
  /** Why whoever reads it may not approve it; null where they may. */
  readonly why: WhyNot | null;
  readonly session: Session;
}

/** Where it stands for who has nothing to approve: what it became, why nobody reviews it now, or why they may not. */
export function Standing({ draft, why, session }: StandingOf) {
  const words = useWords(reviewWords);
  const who = useWho();
  const { publication, state, kind, jurisdiction } = draft;
  if (publication !== null)
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title={
          <>
            {words.publishedAs(publication.version, who(publication.by), instantWords(publication.at))}{' '}
            <Link to={`/counties/${jurisdiction}/versions`}>{words.toVersions}</Link>
          </>
        }
      />
    );
  if (why === null) return null;
  if (why !== 'notWaiting')
    return (
      <p>
        {/* Who has done their part is not told that they failed. */}
        {why === 'alreadyGiven' ? null : <strong>{words.mayNotApprove} </strong>}
        {words[why]}
        <StillMissing draft={draft} />
      </p>
    );
  const isSentBack = draft.sentBack !== null;
  const now: Readonly<Record<string, string>> = {
    draft: isSentBack
      ? words.nowReturned
      : draft.last.act === 'draft.withdrawn'
        ? words.nowWithdrawn
        : words.notSubmitted,
    returned: words.nowReturned,
    approved: words.nowApproved(kind === 'RuleSet' ? words.cityReviewer : words.countyReviewer),
    discarded: words.nowDiscarded,
  };
  return (
    <p role="status">
      {now[state]}{' '}
      {isWritten(draft) && mayWriteIn(session, jurisdiction) ? (
        <Link to={`/drafts/${draft.id}`}>{words.toForm}</Link>
      ) : null}
    </p>
  );
}

/** Of what somebody has approved already: who else has to, and why. */
function StillMissing({ draft: { submission, approvals } }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const missing = submission?.missing ?? [];
  if (missing.length === 0 || approvals.length === 0) return null;
  const named = missing.map(({ as, because }) => {
    const why = because.map((one) => words[one]).join(words.listed);
    return why === '' ? words[as] : `${words[as]}${words.because(why)}`;
  });
  return <> {words.stillMissing(named.join(words.nameAfterName))}</>;
}
