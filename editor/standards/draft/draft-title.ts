import { useMemo } from 'react';
import { type BelowFloor, type Draft, useDraftRead } from '../../api/drafts.ts';
import { useVersionText } from '../../api/published-versions.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { standardsWords } from '../words.ts';
import { isWritten } from './behind.tsx';
import { inheritedIn } from './inherited.ts';
import { namedChanges } from './named-changes.ts';

/** What a draft is called by its content. */
export interface DraftTitle {
  readonly title: string;
  /** What it cannot be submitted for although its writers did not write it; null where there is nothing of the kind. */
  readonly cannotSubmit: string | null;
  /** Whether it is known that its text changes nothing. */
  readonly changesNothing: boolean;
}

/**
 * A draft by the first thing that its writers changed of the version that it was begun from, and how many more there are, of
 * which so many for the worse – whatever has been published since then –; first of all by what they put below the floor, which holds as nothing. What they
 * took over and the city's floor has gone beyond is not what it is called by, but told beside it. One that was made ready by what
 * for; nothing but that it is a draft where its text says nothing yet, or is not known.
 * @param wanted false where its content is not asked for
 */
export function useDraftTitle(
  draft: Pick<Draft, 'id' | 'revision' | 'jurisdiction' | 'submission' | 'state' | 'origin'>,
  wanted = true,
): DraftTitle {
  const words = useWords(standardsWords);
  const { version } = draft.origin;
  const { data } = useDraftChanges(draft, version === undefined ? null : { version }, wanted);
  const changes = namedChanges(data?.comparison.changes ?? []);
  const [first, ...more] = changes;
  // Nobody may take a draft for a raise alone by the first of its changes.
  const worse = more.filter((one) => one.class === 'worse').length;
  const isUnchanged = data !== undefined && first === undefined;
  // Nobody has changed anything of what was carried over for them: it is told what for.
  const isReady = isUnchanged && version !== undefined && draft.origin.kind === 'overtaken';
  const unchanged = isReady ? words.madeReady(version) : words.draft;
  const changed = first === undefined ? unchanged : words.changesTo(first.sentence, more.length, worse);
  const { written, inherited, isKnown } = useBelowFloor(draft, wanted && isWritten(draft));
  const [miss] = written;
  const [left] = inherited;
  return {
    // What it changes may be what cannot be submitted: it is told by neither until both are known.
    title: !isKnown ? words.draft : miss === undefined ? changed : words.cannotSubmit(miss.message),
    cannotSubmit:
      left === undefined ? null : words.cannotSubmit(words.changesTo(left.message, inherited.length - 1, 0)),
    changesNothing: isUnchanged && !isReady,
  };
}

interface BelowByWhom {
  /** What the draft's writers put there. */
  readonly written: readonly BelowFloor[];
  /** What was there before, and every such figure as long as it is not known. */
  readonly inherited: readonly BelowFloor[];
  /** Whether both are known, or cannot be. */
  readonly isKnown: boolean;
}

/** What of a draft's text is below the floor, by whether its writers put it there. */
function useBelowFloor(
  draft: Pick<Draft, 'id' | 'revision' | 'jurisdiction' | 'origin'>,
  wanted: boolean,
): BelowByWhom {
  const { version } = draft.origin;
  const { data: read, isError } = useDraftRead(draft, wanted);
  const below = read?.below ?? [];
  // Most drafts have nothing below it, and need not be held against anything.
  const { data: origin, isError: isLost } = useVersionText(
    draft.jurisdiction,
    below.length === 0 ? null : (version ?? null),
  );
  const text = read?.text;
  const isInherited = useMemo(
    () => (text === undefined || origin === undefined ? null : inheritedIn(text, origin)),
    [text, origin],
  );
  if (read === undefined) return { written: [], inherited: [], isKnown: !wanted || isError };
  if (version === undefined || below.length === 0) return { written: below, inherited: [], isKnown: true };
  if (isInherited === null) return { written: [], inherited: below, isKnown: isLost };
  const isLeft = ({ pointer }: BelowFloor) => isInherited(pointer);
  return { written: below.filter((one) => !isLeft(one)), inherited: below.filter(isLeft), isKnown: true };
}
