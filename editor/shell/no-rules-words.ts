import { inBoth } from '../language/words.ts';

/** What is said of a day on which a place has no rules. */
export const noRulesWords = inBoth(
  {
    noRules: (place: string, date: string) => `${place} has no standards in force on ${date}.`,
    daysWith: (stretches: string) => `It has some: ${stretches}.`,
    stretch: (from: string, to: string | null) => (to === null ? `from ${from}` : `${from} to ${to}`),
    listed: '; ',
    lookAt: (date: string) => `See ${date}`,
  },
  {
    noRules: (place, date) => `${place}在 ${date} 没有现行有效的标准。`,
    daysWith: (stretches) => `有标准的日期：${stretches}。`,
    stretch: (from, to) => (to === null ? `${from} 起` : `${from} 至 ${to}`),
    listed: '；',
    lookAt: (date) => `看 ${date}`,
  },
);
