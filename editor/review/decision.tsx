import { Alert, Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type ReviewAct, type ReviewedDraft, useReviewAct } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { keptTexts } from '../shell/kept-in-browser.ts';
import type { Session } from '../shell/pages.tsx';
import { useWho } from '../shell/who.ts';
import { mayWriteIn } from '../standards/county/may-write.ts';
import { isWritten } from '../standards/draft/behind.tsx';
import { mergingWords } from '../standards/merging/words.ts';
import { Approve, Summary } from './approve.tsx';
import { mayPublish, mayReturn, needsReason, type WhyNot, whyNotApprove } from './may-not.ts';
import { Publish } from './publish.tsx';
import { begunDecision, type Unsent, unsentOf } from './unsent.ts';
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
  const merging = useWords(mergingWords);
  const movedId = useId();
  const moved = isMoved ? movedId : undefined;
  const act = useReviewAct(draft);
  // The same for every attempt to publish this revision: an answer that was lost is not done twice.
  const [key] = useState(() => `publish-${draft.id}-${Date.now().toString(36)}`);
  const unsent = useMemo(
    () => unsentOf(session?.staffNumber ?? '', draft.id, keptTexts),
    [session?.staffNumber, draft.id],
  );
  const [saying, setSaying] = useState(() => begunDecision(unsent));
  const why = whyNotApprove(draft, session, city);
  const { submission } = draft;
  const publishing = mayPublish(draft, session);
  const section = useRef<HTMLElement>(null);
  const doNow = (what: ReviewAct) =>
    act.mutate(what, {
      onSuccess: () => {
        unsent.forget('approve', 'return');
        setSaying(null);
        // The button that was pressed goes: what the submission has come to is read next.
        requestAnimationFrame(() => section.current?.focus());
      },
    });
  const giveUp = (what: 'approve' | 'return') => {
    unsent.forget(what);
    setSaying(null);
  };
  const approve = (reason: string | null) => {
    if (submission !== null) doNow({ do: 'approve', digest: submission.documentDigest, reason });
  };
  const returning = mayReturn(draft, session, city);
  const overrides = why === null && needsReason(draft, session, city);
  // What somebody began to say a reason for may not be theirs to decide any more.
  const asked = (saying === 'approve' && overrides && !isMoved) || (saying === 'return' && returning) ? saying : null;
  return (
    <section ref={section} tabIndex={-1} className="review-decision" aria-label={words.decide}>
      {publishing ? null : <Standing draft={draft} why={why} session={session} />}
      {act.error === null ? null : <Failure error={act.error} />}
      {asked === 'approve' ? (
        <WithReason
          name="approve"
          label={words.reasonForOverride}
          before={<Summary draft={draft} place={place} />}
          unsent={unsent}
          close={() => giveUp('approve')}
        >
          {(saying) => (
            <Button type="primary" loading={act.isPending} onClick={saying(approve)}>
              {words.approveAllTheSame}
            </Button>
          )}
        </WithReason>
      ) : null}
      {asked === 'return' ? (
        <WithReason name="return" label={words.reasonForReturn} unsent={unsent} close={() => giveUp('return')}>
          {(saying) => (
            <Button danger loading={act.isPending} onClick={saying((reason) => doNow({ do: 'return', reason }))}>
              {words.sendBack}
            </Button>
          )}
        </WithReason>
      ) : null}
      {asked !== null ? null : (
        <div className="review-acts">
          {why !== null ? null : overrides ? (
            <Button type="primary" disabled={isMoved} aria-describedby={moved} onClick={() => setSaying('approve')}>
              {words.approveWithReason}
            </Button>
          ) : (
            <Approve
              draft={draft}
              place={place}
              isPending={act.isPending}
              whyNot={moved}
              approve={() => approve(null)}
            />
          )}
          {publishing ? (
            <Publish
              draft={draft}
              place={place}
              isPending={act.isPending}
              whyNot={moved}
              publish={({ digest }) => doNow({ do: 'publish', key, consequences: digest })}
            />
          ) : null}
          {returning ? (
            <Button danger onClick={() => setSaying('return')}>
              {words.sendBackWithReason}
            </Button>
          ) : null}
          {isMoved && (why === null || publishing) ? (
            <strong id={movedId}>
              {merging.cannotBePublished} {returning ? merging.reviewerReturns : null}
            </strong>
          ) : null}
          {why === null && !isMoved ? <span className="aside">{words.textMoved}</span> : null}
        </div>
      )}
    </section>
  );
}

interface StandingOf {
  readonly draft: ReviewedDraft;
  readonly why: WhyNot | null;
  readonly session: Session;
}

/** Where it stands for who has nothing to approve: what it became, why nobody reviews it now, or why they may not. */
function Standing({ draft, why, session }: StandingOf) {
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

interface WithReasonOf {
  readonly name: 'approve' | 'return';
  readonly label: string;
  /** What has to be read before it is written. */
  readonly before?: ReactNode;
  /** Where it is kept until it is sent. */
  readonly unsent: Unsent;
  readonly close: () => void;
  /** What is done with the reason: with none it is asked for. */
  readonly children: (saying: (act: (reason: string) => void) => () => void) => ReactNode;
}

/** A place for a reason, and what is done with it. */
function WithReason({ name, label, before = null, unsent, close, children }: WithReasonOf) {
  const words = useWords(reviewWords);
  const [reason, setReason] = useState(() => unsent.read(name));
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const id = useId();
  const saying = (act: (reason: string) => void) => () => {
    if (reason.trim() !== '') return act(reason.trim());
    setIsMissing(true);
    field.current?.focus();
  };
  return (
    <div className="review-reason">
      {before}
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        ref={field}
        id={id}
        aria-required
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${id}-missing` : undefined}
        status={isMissing ? 'error' : ''}
        // What is there from before is not what whoever opens the page came for.
        autoFocus={unsent.read(name) === ''}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
          setIsMissing(false);
          unsent.write(name, target.value);
        }}
      />
      <p id={`${id}-missing`} role="status" className="review-missing">
        {isMissing ? words.reasonNeeded : ''}
      </p>
      <div className="review-acts">
        {children(saying)}
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </div>
  );
}
