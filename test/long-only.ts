/** Test files that only the long run has: in the ordinary one there is no time for them. */
export const longOnly: readonly string[] = ['test/long/**', 'test/analysis/check/random-rule-sets.test.ts'];
