import { useCallback } from 'react';
import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { overviewWords } from './words.ts';

/** Something worth knowing of a county's figure. */
export interface Note {
  readonly kind: 'overtaken' | 'later';
  readonly told: string;
}

/** What is worth knowing of a standard in a county: what the city has overtaken, and what the figure is to become. */
export function useNotes(
  row: Matrix['standards'][number],
  later: ReturnType<typeof useScheduledFigures>,
): (code: string) => readonly Note[] {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  return useCallback(
    (code) => {
      const stated = row.overtaken[code];
      const next = later(row, code);
      return [
        ...(stated === undefined
          ? []
          : [{ kind: 'overtaken', told: words.overtakenBy(stated.words[language]) } as const]),
        ...(next === null
          ? []
          : [{ kind: 'later', told: words.later(next.from, next.words?.[language] ?? words.notInForce) } as const]),
      ];
    },
    [row, later, words, language],
  );
}

/** Notes below a figure. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  return notes.map(({ kind, told }) => (
    <small key={kind} className={kind}>
      {told}
    </small>
  ));
}
