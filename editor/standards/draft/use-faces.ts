import { useState } from 'react';
import { useWords } from '../../language/language.tsx';
import { isSection } from '../form/some-people.ts';
import type { UnreadField } from '../form/unread.ts';
import type { UnreadShelf } from '../form/unread-shelf.ts';
import type { Problem } from '../form/view.ts';
import type { TextPlace } from '../yaml/text-face.tsx';
import { draftWords } from './words.ts';

/** The faces of a draft, of which one is in sight, and the ways to a place in either. */
export type Faces = ReturnType<typeof useFaces>;

/** Which face of a draft is in sight, and where its text is to be read. */
export function useFaces(unread: readonly UnreadField[], shelf: UnreadShelf) {
  const words = useWords(draftWords);
  const [face, setFace] = useState<'form' | 'text'>('form');
  const [place, setPlace] = useState<TextPlace | null>(null);
  // The other face has no room for what is not understood.
  const turnTo = (next: typeof face) => {
    if (next !== face && unread.length > 0 && !window.confirm(words.turning(unread))) return;
    if (next !== face) shelf.clear();
    setFace(next);
  };
  const showLine = ({ line, column }: Problem) => {
    turnTo('text');
    setPlace({ line: line ?? 1, column: column ?? 1 });
  };
  const showField = (pointer: string) => {
    setFace('form');
    goTo(pointer);
  };
  return { face, place, turnTo, showLine, showField };
}

/** Goes to the field of a standard, or of the draft's heading, from wherever its problem was read. */
function goTo(pointer: string): void {
  const [, section, id] = pointer.split('/');
  const place = isSection(section) ? `standard-${id}` : section === 'reason' ? 'draft-reason' : 'draft-heading';
  // Once the form stands.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.getElementById(place);
      row?.scrollIntoView({ block: 'center' });
      // Its name has a button of its own before it.
      (
        row?.querySelector<HTMLElement>('[aria-invalid="true"], td input') ??
        row?.querySelector('button') ??
        row
      )?.focus();
    }),
  );
}
