import { Link, useParams } from 'react-router';
import type { MovedOn } from '../api/moved-on.ts';
import { type Place, placeOf, usePlaces } from '../api/places.ts';
import { useDraftProof } from '../api/proofs.ts';
import { type ReviewedDraft, useReviewedDraft } from '../api/reviews.ts';
import { useMovedOn } from '../api/use-moved-on.ts';
import { type Language, useLanguage, useWords } from '../language/language.tsx';
import { ProofPart } from '../proof/proof-part.tsx';
import { Failure } from '../shell/failure.tsx';
import { instantWords } from '../shell/instant-words.ts';
import { usePlaceInTitle } from '../shell/place-in-title.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWho } from '../shell/who.ts';
import { readText } from '../standards/text/read-text.ts';
import { isYamlMap } from '../standards/text/yaml-value.ts';
import { standardsWords } from '../standards/words.ts';
import { ChangesPart } from './changes.tsx';
import { Checks } from './checks.tsx';
import { Comments } from './comments.tsx';
import { ConsequencesPart } from './consequences/consequences-part.tsx';
import { Decision } from './decision.tsx';
import { MovedOnNotice } from './moved-on-notice.tsx';
import { ReplacedPart } from './replaced-part.tsx';
import { TextsPart } from './texts.tsx';
import { TypicalEffects } from './typical-effects.tsx';
import { reviewWords } from './words.ts';
import '../shell/panel.css';
import './review.css';

/** One submission: what it changes, what that does, what was said of it, and the decision. */
export function SubmissionPage() {
  const words = useWords(reviewWords);
  const { id = '' } = useParams();
  const { data: draft, error, refetch } = useReviewedDraft(id);
  const { data: places } = usePlaces();
  usePlaceInTitle(draft?.jurisdiction);
  if (error !== null && draft === undefined)
    return (
      <>
        <h1>{words.submission}</h1>
        <Failure error={error} again={() => void refetch()} />
      </>
    );
  if (draft === undefined || places === undefined) return <Waiting />;
  return <Submission draft={draft} places={places} />;
}

/** A day on which nothing holds, of what is not submitted: what has come since is told on the draft's own page. */
const NEVER = { from: '9999-12-31' };

function Submission({ draft, places }: { readonly draft: ReviewedDraft; readonly places: readonly Place[] }) {
  const words = useWords(reviewWords);
  const { language } = useLanguage();
  const moved = useMovedOn(draft, draft.submission?.effective ?? NEVER);
  const place = placeOf(places, draft.jurisdiction);
  return (
    <>
      <Link className="review-back" to="/reviews">
        ← {words.backToQueue}
      </Link>
      <h1>
        {place?.name[language] ?? draft.jurisdiction} · {words.submission}
      </h1>
      {moved === null || draft.submission === null ? null : <MovedOnNotice moved={moved} />}
      <Facts draft={draft} moved={moved} />
      {draft.submission === null ? null : <ProofSection draft={draft} city={place?.city ?? draft.jurisdiction} />}
      <ChangesPart draft={draft} moved={moved} />
      <ReplacedPart draft={draft} moved={moved} />
      <ConsequencesPart draft={draft} moved={moved} />
      {draft.submission === null ? null : <TypicalEffects draft={draft} submission={draft.submission} />}
      <TextsPart draft={draft} />
      <Checks draft={draft} />
      <Comments draft={draft} />
      <Decision
        draft={draft}
        isMoved={moved !== null}
        city={place?.city ?? draft.jurisdiction}
        place={place?.name[language] ?? draft.jurisdiction}
      />
    </>
  );
}

/** Whether anybody is worse off by it, with the bill of who is. */
function ProofSection({ draft, city }: { readonly draft: ReviewedDraft; readonly city: string }) {
  const { jurisdiction, text = '', id, textHash } = draft;
  const { data, error, refetch } = useDraftProof(id, textHash);
  return (
    <section className="panel">
      {error === null ? (
        <ProofPart proof={data} draft={{ jurisdiction, city, text }} />
      ) : (
        <Failure error={error} again={() => void refetch()} />
      )}
    </section>
  );
}

function Facts({ draft, moved }: { readonly draft: ReviewedDraft; readonly moved: MovedOn | null }) {
  const words = useWords(reviewWords);
  const states = useWords(standardsWords);
  const { language } = useLanguage();
  const who = useWho();
  const { submission } = draft;
  const rows: [string, string][] = [
    [words.state, states.state(draft.state)],
    [words.writers, draft.writers.map(who).join(words.nameAfterName) || who(draft.createdBy)],
  ];
  if (submission !== null)
    rows.push(
      [words.reason, submission.reason],
      ...publishedReason(draft.text ?? '', language).map((said): [string, string] => [words.publishedReason, said]),
      [words.submittedBy, `${who(submission.by)} · ${instantWords(submission.at)}`],
      [words.period, words.stretch(submission.effective.from, submission.effective.to ?? null)],
      [
        words.version,
        draft.publication?.version ?? (moved === null ? submission.version : words.versionMoved(submission.version)),
      ],
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
        <p key={at}>{words.returnedBecause(who(by), reason)}</p>
      ))}
    </section>
  );
}

/** The reason that a text has itself and is published with; none of a city's. */
function publishedReason(text: string, language: Language): readonly string[] {
  const reason = readText(text)?.value.reason;
  const said = isYamlMap(reason) ? (reason[language] ?? reason.zh) : reason;
  return typeof said === 'string' ? [said] : [];
}
