/** Periods that have a name of their own here. */
const NAMED = ['year', 'event', 'householdYear', 'quarter', 'month', 'day'] as const;

/** What periods are called on the page; `thisPeriod` makes `this accident` of a rule set's own word. */
type PeriodWords = Readonly<Record<(typeof NAMED)[number], string>> & {
  readonly thisPeriod: (label: string) => string;
};

/** Of a counter what its period is called by. */
interface Counted {
  readonly period: string;
  readonly periodLabel: { readonly zh: string; readonly en: string } | null;
}

/** What a counter's period is called: by the rule set's word, else by the page's, else by its id. */
export function periodName({ period, periodLabel }: Counted, words: PeriodWords, language: 'zh' | 'en'): string {
  if (periodLabel !== null) return words.thisPeriod(periodLabel[language]);
  const named = NAMED.find((one) => one === period);
  return named === undefined ? period : words[named];
}
