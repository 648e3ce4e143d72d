import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Draft, useReturnedDrafts } from '../api/drafts.ts';
import { placeOf, usePlaces } from '../api/places.ts';
import { useReviews } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { mayReview, mayWrite, mayWriteIn } from '../standards/county/may-write.ts';
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
  const returned = useReturnedDrafts(writes);
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

/** The drafts that wait for one thing, by place and reason; nothing where none does. */
function DraftLinks({ title, drafts, at }: DraftLinksOf) {
  const words = useWords(administrationWords);
  const { language } = useLanguage();
  const { data: places = [] } = usePlaces();
  if (drafts.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} ({drafts.length})
      </h2>
      <ul>
        {drafts.map(({ id, jurisdiction, submission, last }) => (
          <li key={id}>
            <Link to={`${at}/${id}`}>
              {placeOf(places, jurisdiction)?.name[language] ?? jurisdiction} · {submission?.reason ?? words.noReason}
            </Link>{' '}
            <span className="aside">{instantWords(last.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
