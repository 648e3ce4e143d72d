import { Link, useParams } from 'react-router';
import { placeOf, usePlaces } from '../api/places.ts';
import { type ReviewedDraft, useReviewedDraft } from '../api/reviews.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { Waiting } from '../shell/waiting.tsx';
import { ChangesPart } from './changes.tsx';
import { Comments } from './comments.tsx';
import { Decision } from './decision.tsx';
import { TextsPart } from './texts.tsx';
import { TypicalEffects } from './typical-effects.tsx';
import { reviewWords } from './words.ts';
import '../shell/panel.css';
import './review.css';

/** One submission: what it changes, what that does, what was said of it, and the decision. */
export function SubmissionPage() {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const { data: draft, error, refetch } = useReviewedDraft(id);
  const { data: places } = usePlaces();
  if (error !== null && draft === undefined)
    return (
      <>
        <h1>{words.submission}</h1>
        <Failure error={error} again={() => void refetch()} />
      </>
    );
  if (draft === undefined || places === undefined) return <Waiting />;
  const place = placeOf(places, draft.jurisdiction);
  return (
    <>
      <Link to="/reviews">← {words.backToQueue}</Link>
      <h1>
        {place?.name[language] ?? draft.jurisdiction} · {words.submission}
      </h1>
      <Facts draft={draft} />
      <ChangesPart draft={draft} />
      {draft.submission === null ? null : <TypicalEffects draft={draft} from={draft.submission.effective.from} />}
      <TextsPart draft={draft} />
      <Checks draft={draft} />
      <Comments draft={draft} />
      <Decision draft={draft} city={place?.city ?? draft.jurisdiction} />
    </>
  );
}

function Facts({ draft }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const { submission } = draft;
  const rows: [string, string][] = [
    [words.state, words[draft.state]],
    [words.writers, draft.writers.join('、') || draft.createdBy],
  ];
  if (submission !== null)
    rows.push(
      [words.reason, submission.reason],
      [words.submittedBy, `${submission.by} · ${instantWords(submission.at)}`],
      [words.period, words.stretch(submission.effective.from, submission.effective.to ?? null)],
      [words.version, draft.publication?.version ?? submission.version],
    );
  return (
    <section className="panel">
      <dl className="panel-facts">
        {rows.map(([term, told]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
      {draft.returns.map(({ by, at, reason }) => (
        <p key={at}>{words.returnedBecause(by, reason)}</p>
      ))}
    </section>
  );
}

/** Checks with their results, what is worth knowing, and whose approval is needed. */
function Checks({ draft }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const { submission } = draft;
  if (submission === null) return null;
  return (
    <section className="panel">
      <h2>{words.approvals}</h2>
      <ul>
        {submission.needed.map(({ as, because }) => {
          const given = draft.approvals.find((approval) => approval.as === as);
          return (
            <li key={as}>
              {words[as]}
              {because.length === 0 ? '' : ` (${because.map((why) => words[why]).join('; ')})`}:{' '}
              {given === undefined ? words.missing : words.given(given.by, instantWords(given.at))}
            </li>
          );
        })}
      </ul>
      <h2>{words.gates}</h2>
      {draft.gates.length === 0 ? (
        <p className="aside">{words.noGates}</p>
      ) : (
        <ul>
          {draft.gates.map(({ gate, passed, result }) => (
            <li key={gate}>
              {gate}: {passed ? words.gatePassed : words.gateFailed} – {result}
            </li>
          ))}
        </ul>
      )}
      {submission.warnings.length === 0 ? null : (
        <>
          <h2>{words.warnings}</h2>
          <ul>
            {submission.warnings.map(({ code, message, help, pointer }) => (
              <li key={code + pointer + message}>
                {message}
                {help === null ? null : <span className="aside"> {help}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
