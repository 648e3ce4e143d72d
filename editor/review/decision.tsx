import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { type ReviewedDraft, useReviewAct } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { mayPublish, whyNotApprove } from './may-not.ts';
import { reviewWords } from './words.ts';

/** Approve, send back or publish; who may not approve sees why. */
export function Decision({ draft, city }: { readonly draft: ReviewedDraft; readonly city: string }) {
  const words = useWords(reviewWords);
  const { data: session } = useSession();
  const act = useReviewAct(draft);
  const [reason, setReason] = useState('');
  // The same for every attempt to publish this revision: an answer that was lost is not done twice.
  const [key] = useState(() => `publish-${draft.id}-${Date.now().toString(36)}`);
  const ids = useId();
  const why = whyNotApprove(draft, session ?? null, city);
  const submission = draft.submission;
  const reviewer = why === null || why === 'needsCity' || why === 'alreadyGiven' || why === 'cityNotAsked';
  const publishing = mayPublish(draft, session ?? null);
  return (
    <section className="panel">
      <h2>{words.decide}</h2>
      {draft.publication !== null ? (
        <Alert type="success" showIcon role="status" title={words.publishedAs(draft.publication.version)} />
      ) : null}
      {why !== null && draft.publication === null && !publishing ? (
        <Alert type="info" showIcon title={words.mayNotApprove} description={words[why]} />
      ) : null}
      {why === null && submission !== null ? (
        <>
          <p className="aside">{words.textMoved}</p>
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate({ do: 'approve', digest: submission.documentDigest })}
          >
            {words.approve}
          </Button>
        </>
      ) : null}
      {publishing ? (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ do: 'publish', key })}>
          {words.publish}
        </Button>
      ) : null}
      {(draft.state === 'submitted' && reviewer) || publishing ? (
        <div className="panel-form" style={{ marginTop: 16 }}>
          <label htmlFor={`${ids}reason`}>{words.reasonForReturn}</label>
          <Input.TextArea
            id={`${ids}reason`}
            rows={2}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            danger
            disabled={reason.trim() === ''}
            loading={act.isPending}
            onClick={() => act.mutate({ do: 'return', reason })}
          >
            {words.sendBack}
          </Button>
        </div>
      ) : null}
      {act.error === null ? null : <Failure error={act.error} />}
    </section>
  );
}
