/** Test files that only the long run has: in the ordinary one there is no time for them. */
export const longOnly: readonly string[] = [
  'test/long/**',
  'test/browser/{administration,calculator,draft-tools,policy,review,standards,versions}.test.ts',
  'test/analysis/proof/{encodings,random-changes}.test.ts',
  'test/analysis/check/random-rule-sets.test.ts',
];
