import { useMemo, useState } from 'react';
import { keptTexts } from '../../shell/kept-in-browser.ts';
import { countIn, type YearCounts } from './year-estimate.ts';

/** What somebody typed for each typical claim of a place, kept in this browser: the next draft is reckoned with the same. */
export function useYearCounts(jurisdiction: string) {
  const kept = useMemo(() => keptTexts(`dixian.year.${jurisdiction}`), [jurisdiction]);
  const [typed, setTyped] = useState(() => kept.all());
  const write = (id: string, text: string) => {
    setTyped(new Map(typed).set(id, text));
    kept.write(id, text.trim() === '' ? null : text);
  };
  const counts: YearCounts = new Map(
    [...typed].flatMap(([id, text]) => {
      const count = countIn(text);
      return count === null ? [] : [[id, count] as const];
    }),
  );
  return { typed, counts, write };
}
