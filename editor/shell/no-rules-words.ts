import { inBoth } from '../language/words.ts';

/** What is said of a day on which a place has no rules. */
export const noRulesWords = inBoth(
  {
    noRules: (place: string, date: string) => `${place} has no rules in force on ${date}.`,
    lookAt: (date: string) => `See ${date}`,
  },
  {
    noRules: (place, date) => `${place}在 ${date} 没有生效的规则集。`,
    lookAt: (date) => `看 ${date}`,
  },
);
