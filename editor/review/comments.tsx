import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useId, useMemo, useRef, useState } from 'react';
import { type ReviewedDraft, useDraftChanges, useReviewAct } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { keptTexts } from '../shell/kept-in-browser.ts';
import { useWho } from '../shell/who.ts';
import { unsentOf } from './unsent.ts';
import { reviewWords } from './words.ts';

/** What was said of the submission and of its standards, and a place to say more. */
export function Comments({ draft }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const { data: session } = useSession();
  const { data: changes } = useDraftChanges(draft);
  const who = useWho();
  const act = useReviewAct(draft);
  const labels = new Map(changes?.comparison.changes.map(({ id, label }) => [id, label[language]]));
  const over = draft.state === 'published' || draft.state === 'discarded';
  return (
    <section className="panel">
      <h2>{words.comments}</h2>
      {draft.comments.length === 0 ? <p className="aside">{words.noComments}</p> : null}
      <ul className="review-comments">
        {draft.comments.map((comment) => (
          <li key={comment.id}>
            <strong>
              {comment.standard === null ? words.aboutAll : (labels.get(comment.standard) ?? comment.standard)}
            </strong>{' '}
            <span className="aside">
              {who(comment.by)} · {instantWords(comment.at)}
            </span>
            <div>{comment.text}</div>
            {comment.resolved !== null ? (
              <span className="aside">✓ {words.resolvedBy(who(comment.resolved.by))}</span>
            ) : over || session === null ? null : (
              <Button
                size="small"
                aria-label={words.resolveOf(comment.text)}
                loading={act.isPending}
                onClick={() => act.mutate({ do: 'resolve', comment: comment.id })}
              >
                {words.resolve}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {over || session == null ? null : (
        <CommentForm key={session.staffNumber} draft={draft} staffNumber={session.staffNumber} />
      )}
      {act.error === null ? null : <Failure error={act.error} />}
    </section>
  );
}

function CommentForm({ draft, staffNumber }: { readonly draft: ReviewedDraft; readonly staffNumber: string }) {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const { data: changes } = useDraftChanges(draft);
  const act = useReviewAct(draft);
  const unsent = useMemo(() => unsentOf(staffNumber, draft.id, keptTexts), [staffNumber, draft.id]);
  const [about, setAbout] = useState(() => unsent.read('commentAbout'));
  const [text, setText] = useState(() => unsent.read('comment'));
  const ids = useId();
  const standards = new Map(
    changes?.comparison.changes
      .filter(({ subject }) => subject === 'standard')
      .map(({ id, label }) => [id, label[language]]),
  );
  const field = useRef<TextAreaRef>(null);
  const written = () => {
    setText('');
    unsent.forget('comment', 'commentAbout');
    // The button cannot be pressed again, and would lose the focus.
    field.current?.focus();
  };
  const write = () =>
    act.mutate({ do: 'comment', standard: about === '' ? null : about, text }, { onSuccess: written });
  return (
    <div className="panel-form review-comment-form">
      <label htmlFor={`${ids}about`}>
        {words.about}{' '}
        <select
          id={`${ids}about`}
          value={about}
          onChange={({ target }) => {
            setAbout(target.value);
            unsent.write('commentAbout', target.value);
          }}
        >
          <option value="">{words.aboutAll}</option>
          {[...standards].map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${ids}text`}>{words.comment}</label>
      <Input.TextArea
        ref={field}
        id={`${ids}text`}
        rows={2}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          unsent.write('comment', target.value);
        }}
      />
      <Button disabled={text.trim() === ''} loading={act.isPending} onClick={write}>
        {words.write}
      </Button>
      {act.error === null ? null : <Failure error={act.error} />}
    </div>
  );
}
