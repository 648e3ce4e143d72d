import { readFigure } from '../text/figure-reading.ts';

/** Numbers that somebody reckons with, by what they are the number of. */
export type Counts = ReadonlyMap<string, number>;

/** Most persons or claims that can be reckoned with: more people than any city has. */
export const MOST_COUNTED = 10_000_000;

/** A count as it is typed, as other figures are: `1,200`, `1.2万`; null for what is none: a whole number of at least 0. */
export function countIn(typed: string): number | null {
  const read = readFigure(typed, 'count');
  if (!('value' in read) || read.value === 'unlimited') return null;
  return read.value <= MOST_COUNTED ? read.value : null;
}
