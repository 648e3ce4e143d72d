import { Link } from 'react-router';
import { placeOf, usePlaces } from '../api/places.ts';
import { type Review, useReviews } from '../api/reviews.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { shortened } from '../language/shortened.ts';
import { Failure } from '../shell/failure.tsx';
import { instantDay } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWho } from '../shell/who.ts';
import { BehindTag } from '../standards/draft/behind.tsx';
import { useDraftTitle } from '../standards/draft/draft-title.ts';
import { standardsWords } from '../standards/words.ts';
import { reviewWords } from './words.ts';
import '../shell/panel.css';
import './review.css';

/** What waits for whoever is signed in, and since when. */
export function ReviewQueue() {
  const words = useWords(reviewWords);
  const { data: session } = useSession();
  if (session === undefined) return <Waiting />;
  const reviews = session?.grants.some(({ role }) => role === 'countyReviewer' || role === 'cityReviewer') ?? false;
  return (
    <>
      <h1>{words.queue}</h1>
      {session === null ? (
        <p>
          <Link to="/sign-in">{words.signIn}</Link>
        </p>
      ) : reviews ? (
        <Queue today={instantDay(session.begun)} />
      ) : (
        <p>{words.notForYou}</p>
      )}
    </>
  );
}

/** @param today by the service's clock, which a demonstration sets back */
function Queue({ today }: { readonly today: string }) {
  const words = useWords(reviewWords);
  const { data, error, refetch } = useReviews();
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data.length === 0) return <p>{words.nothingWaits}</p>;
  return (
    <div className="panel panel-table-frame">
      <table className="panel-table panel-stack">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.changes}</th>
            <th scope="col">{words.days}</th>
            <th scope="col">{words.waitsFor}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.submittedBy}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((review) => (
            <QueueRow key={review.draft.id} review={review} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueRow({ review: { draft, waitsFor }, today }: { readonly review: Review; readonly today: string }) {
  const { language } = useLanguage();
  const words = useWords(reviewWords);
  const submitted = useWords(standardsWords);
  const { data: places } = usePlaces();
  const who = useWho();
  const { title } = useDraftTitle(draft);
  const { submission } = draft;
  if (submission === null) return null;
  return (
    <tr>
      <th scope="row">{placeOf(places ?? [], draft.jurisdiction)?.name[language] ?? draft.jurisdiction}</th>
      <td data-head={words.changes}>
        <Link to={`/reviews/${draft.id}`}>{title}</Link> <BehindTag draft={draft} />
        <div className="aside">{submitted.submittedFor(shortened(submission.reason))}</div>
      </td>
      <td data-head={words.days}>{words.daysWaiting(Math.max(0, daysBetween(instantDay(submission.at), today)))}</td>
      <td data-head={words.waitsFor}>{words[waitsFor]}</td>
      <td className="unbroken" data-head={words.period}>
        {words.stretch(submission.effective.from, submission.effective.to ?? null)}
      </td>
      <td data-head={words.submittedBy}>{who(submission.by)}</td>
    </tr>
  );
}

/** Whole days from one calendar day to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
