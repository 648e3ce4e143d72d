/**
 * How often a property is tried. `SEED=n` repeats a run whose failure printed that seed, `RUNS=n` tries more or fewer
 * rule sets; a failure also prints the smallest rule set and claims that still fail.
 */
export function runs(numRuns: number): { numRuns: number; interruptAfterTimeLimit: number; seed?: number } {
  const { RUNS, SEED } = process.env;
  // Making a failure smaller may take thousands of runs: better a larger one in time.
  const interruptAfterTimeLimit = 60_000;
  return {
    interruptAfterTimeLimit,
    numRuns: RUNS === undefined ? numRuns : Number(RUNS),
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  };
}
