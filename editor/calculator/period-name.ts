/** Periods that have a name of their own. */
const NAMED = ['year', 'event', 'householdYear', 'quarter', 'month', 'day'] as const;

/** What a period of the history is called; one that only its city knows by the word of its rules. */
export function periodName(period: string, words: Readonly<Record<(typeof NAMED)[number], string>>): string {
  const named = NAMED.find((one) => one === period);
  return named === undefined ? period : words[named];
}
