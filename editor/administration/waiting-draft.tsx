import { Link } from 'react-router';
import type { Draft } from '../api/drafts.ts';
import { placeOf, usePlaces } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { shortened } from '../language/shortened.ts';
import { instantWords } from '../shell/instant-words.ts';
import { useWho } from '../shell/who.ts';
import { BehindTag } from '../standards/draft/behind.tsx';
import { useDraftTitle } from '../standards/draft/draft-title.ts';
import { draftWords } from '../standards/draft/words.ts';
import { standardsWords } from '../standards/words.ts';

interface WaitingDraftOf {
  readonly draft: Draft;
  /** Below which page it stands. */
  readonly at: '/reviews' | '/drafts';
}

/** A draft that waits, by place and content, with why it was submitted, and who sent it back and why, if somebody did. */
export function WaitingDraft({ draft, at }: WaitingDraftOf) {
  const standards = useWords(standardsWords);
  const words = useWords(draftWords);
  const { language } = useLanguage();
  const { data: places = [] } = usePlaces();
  const who = useWho();
  const { title, cannotSubmit } = useDraftTitle(draft);
  const { id, jurisdiction, submission, sentBack, last } = draft;
  const { reason } = submission ?? sentBack?.submitted ?? {};
  return (
    <li>
      <Link to={`${at}/${id}`}>
        {placeOf(places, jurisdiction)?.name[language] ?? jurisdiction} · {title}
      </Link>{' '}
      <BehindTag draft={draft} /> <span className="aside">{instantWords(last.at)}</span>
      {cannotSubmit === null ? null : <div className="aside">{cannotSubmit}</div>}
      {reason === undefined ? null : <div className="aside">{standards.submittedFor(shortened(reason))}</div>}
      {sentBack === null ? null : (
        <div className="aside">
          {words.returned(who(sentBack.by), instantWords(sentBack.at), shortened(sentBack.reason))}
        </div>
      )}
    </li>
  );
}
