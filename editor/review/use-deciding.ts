import { useMemo, useRef, useState } from 'react';
import { type ReviewAct, type ReviewedDraft, useReviewAct } from '../api/reviews.ts';
import { keptTexts } from '../shell/kept-in-browser.ts';
import { begunDecision, unsentOf } from './unsent.ts';

/** A decision about a submission while it is made. */
export type Deciding = ReturnType<typeof useDeciding>;

/** What is done about a submission, and which decision somebody is giving the reason for, kept until it is sent. */
export function useDeciding(draft: ReviewedDraft, staffNumber: string) {
  const act = useReviewAct(draft);
  // The same for every attempt to publish this revision: an answer that was lost is not done twice.
  const [key] = useState(() => `publish-${draft.id}-${Date.now().toString(36)}`);
  const unsent = useMemo(() => unsentOf(staffNumber, draft.id, keptTexts), [staffNumber, draft.id]);
  const [saying, setSaying] = useState(() => begunDecision(unsent));
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
  const { submission } = draft;
  return {
    isPending: act.isPending,
    error: act.error,
    unsent,
    /** The part of the page that says what the submission has come to. */
    section,
    saying,
    say: setSaying,
    giveUp: (what: 'approve' | 'return') => {
      unsent.forget(what);
      setSaying(null);
    },
    approve: (reason: string | null) => {
      if (submission !== null) doNow({ do: 'approve', digest: submission.documentDigest, reason });
    },
    sendBack: (reason: string) => doNow({ do: 'return', reason }),
    /** @param consequences the digest of those that were shown */
    publish: (consequences: string) => doNow({ do: 'publish', key, consequences }),
  };
}
