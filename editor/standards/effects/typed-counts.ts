import { useMemo, useState } from 'react';
import { keptTexts } from '../../shell/kept-in-browser.ts';
import { type Counts, countIn } from './counts.ts';

/**
 * What somebody typed of the numbers of a place, kept in this browser: the next draft is reckoned with the same.
 * @param of what is counted: claims of a year, or those that premiums are paid for
 * @returns `typed` as it was typed, `counts` what of it is a number
 */
export function useTypedCounts(of: 'year' | 'premiums', jurisdiction: string) {
  const kept = useMemo(() => keptTexts(`dixian.${of}.${jurisdiction}`), [of, jurisdiction]);
  const [typed, setTyped] = useState(() => kept.all());
  const write = (id: string, text: string) => {
    setTyped(new Map(typed).set(id, text));
    kept.write(id, text.trim() === '' ? null : text);
  };
  const counts: Counts = new Map(
    [...typed].flatMap(([id, text]) => {
      const count = countIn(text);
      return count === null ? [] : [[id, count] as const];
    }),
  );
  return { typed, counts, write };
}
