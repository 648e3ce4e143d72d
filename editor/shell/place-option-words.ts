import { inBoth } from '../language/words.ts';

/** What is said of when a code is a place's; each without the days that are open. */
export const placeOptionWords = inBoth(
  {
    holds: (from: string | null, to: string | null) =>
      ` (${[...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`until ${to}`])].join(' ')})`,
  },
  {
    holds: (from, to) => `（${from === null ? '' : `${from} 起`}${to === null ? '' : `至 ${to}`}）`,
  },
);
