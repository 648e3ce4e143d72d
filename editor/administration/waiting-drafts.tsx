import type { ReactNode } from 'react';
import { type Draft, useDraftsSentBack } from '../api/drafts.ts';
import { useReviews } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { mayReview, mayWrite, mayWriteIn } from '../standards/county/may-write.ts';
import { WaitingDraft } from './waiting-draft.tsx';
import { administrationWords } from './words.ts';

/**
 * The drafts that wait for whoever is signed in: to be approved, to be published, and those sent back to be written again.
 * @param children what is said where none waits
 */
export function WaitingDrafts({ children }: { readonly children: ReactNode }) {
  const words = useWords(administrationWords);
  const { data: session = null } = useSession();
  const [reviews, writes] = [mayReview(session), mayWrite(session)];
  const waiting = useReviews(reviews);
  const returned = useDraftsSentBack(writes);
  const failed = [waiting, returned].find(({ error }) => error !== null);
  if (failed !== undefined) return <Failure error={failed.error} again={() => void failed.refetch()} />;
  if ((reviews && waiting.data === undefined) || (writes && returned.data === undefined)) return <Waiting />;
  const held = waiting.data ?? [];
  const draftsFor = (what: 'approval' | 'publication') =>
    held.filter(({ waitsFor }) => waitsFor === what).map(({ draft }) => draft);
  const back = (returned.data ?? []).filter(({ jurisdiction }) => mayWriteIn(session, jurisdiction));
  if (held.length + back.length === 0) return children;
  return (
    <>
      <DraftLinks title={words.toApprove} drafts={draftsFor('approval')} at="/reviews" />
      <DraftLinks title={words.toPublish} drafts={draftsFor('publication')} at="/reviews" />
      <DraftLinks title={words.sentBack} drafts={back} at="/drafts" />
    </>
  );
}

interface DraftLinksOf {
  readonly title: string;
  readonly drafts: readonly Draft[];
  /** Below which page each of them stands. */
  readonly at: '/reviews' | '/drafts';
}

/** The drafts that wait for one thing; nothing where none does. */
function DraftLinks({ title, drafts, at }: DraftLinksOf) {
  if (drafts.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} ({drafts.length})
      </h2>
      <ul>
        {drafts.map((draft) => (
          <WaitingDraft key={draft.id} draft={draft} at={at} />
        ))}
      </ul>
    </section>
  );
}
