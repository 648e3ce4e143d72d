import { type Draft, useBelowFloor } from '../../api/drafts.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { standardsWords } from '../words.ts';
import { namedChanges } from './named-changes.ts';

/** What a draft is called by its content. */
export interface DraftTitle {
  readonly title: string;
  /** Whether it is known that its text changes nothing. */
  readonly changesNothing: boolean;
}

/**
 * A draft by its first change, and how many more there are; first of all by what is below the floor, which holds as nothing.
 * Nothing but that it is a draft where its text says nothing yet, or is not known.
 */
export function useDraftTitle(draft: Pick<Draft, 'id' | 'revision' | 'submission'>): DraftTitle {
  const words = useWords(standardsWords);
  const { data } = useDraftChanges(draft);
  // What is below the floor cannot be submitted.
  const { data: below } = useBelowFloor(draft, draft.submission === null);
  const changes = namedChanges(data?.comparison.changes ?? []);
  const [first] = changes;
  const changed = first === undefined ? words.draft : words.changesTo(first.sentence, changes.length - 1);
  const [miss] = below ?? [];
  return {
    title: miss === undefined ? changed : words.cannotSubmit(miss),
    changesNothing: data !== undefined && first === undefined,
  };
}
