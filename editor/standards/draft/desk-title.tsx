import type { RefObject } from 'react';
import { Link } from 'react-router';
import type { DraftProof } from '../../api/proofs.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { ProofTag } from '../../proof/proof-part.tsx';
import { LossesTag } from '../effects/losses-tag.tsx';
import { StateTag } from './state-tag.tsx';
import type { DeskDraft } from './use-desk-draft.ts';
import { draftWords } from './words.ts';

interface DeskTitleOf {
  readonly of: DeskDraft;
  readonly proof: DraftProof | null | undefined;
  /** Whether the name of its place is still to come. */
  readonly isAwaited: boolean;
  readonly title: RefObject<HTMLHeadingElement | null>;
}

/** Whose draft it is, and in a word or two how it stands. */
export function DeskTitle({
  of: { draft, name, isWrong, isCounty, text, days },
  proof,
  isAwaited,
  title,
}: DeskTitleOf) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const { jurisdiction } = draft;
  // Its code stands only where no name is to come; until then it holds the name's room, unseen.
  const county = name?.[language] ?? jurisdiction;
  const awaited = isAwaited ? 'standards-awaited' : undefined;
  return (
    <div className="standards-bar">
      <h1 ref={title} tabIndex={-1} className={awaited}>
        {words.title(county)}
      </h1>
      <StateTag state={draft.state} />
      <Link className={awaited} to={`/counties/${jurisdiction}`}>
        {words.toCounty(county)}
      </Link>
      {isWrong ? null : <ProofTag proof={proof} />}
      {isWrong || !isCounty ? null : <LossesTag draft={{ jurisdiction, text, ...days }} />}
    </div>
  );
}
