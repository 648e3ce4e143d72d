import { type Draft, useDraftRead } from '../../api/drafts.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { standardsWords } from '../words.ts';
import { isWritten } from './behind.tsx';
import { namedChanges } from './named-changes.ts';

/** What a draft is called by its content. */
export interface DraftTitle {
  readonly title: string;
  /** Whether it is known that its text changes nothing. */
  readonly changesNothing: boolean;
}

/**
 * A draft by the first thing that its writers changed of the version that it was begun from, and how many more there are –
 * whatever has been published since then –; first of all by what is below the floor, which holds as nothing. Nothing but that
 * it is a draft where its text says nothing yet, or is not known.
 * @param wanted false where its content is not asked for
 */
export function useDraftTitle(
  draft: Pick<Draft, 'id' | 'revision' | 'submission' | 'state' | 'origin'>,
  wanted = true,
): DraftTitle {
  const words = useWords(standardsWords);
  const { version } = draft.origin;
  const { data } = useDraftChanges(draft, version === undefined ? null : { version }, wanted);
  // What is below the floor cannot be submitted.
  const { data: read } = useDraftRead(draft, wanted && isWritten(draft));
  const changes = namedChanges(data?.comparison.changes ?? []);
  const [first] = changes;
  const changed = first === undefined ? words.draft : words.changesTo(first.sentence, changes.length - 1);
  const [miss] = read?.below ?? [];
  return {
    title: miss === undefined ? changed : words.cannotSubmit(miss),
    changesNothing: data !== undefined && first === undefined,
  };
}
