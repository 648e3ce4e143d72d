import { rounds } from '../durability/rounds.ts';

/**
 * How often a property is tried: `few` times in the ordinary run, `all` in the long one. `SEED=n` repeats a run whose failure printed that seed, `RUNS=n` tries more or fewer
 * rule sets; a failure also prints the smallest rule set and claims that still fail.
 */
export function runs(
  few: number,
  all = few,
): {
  numRuns: number;
  interruptAfterTimeLimit: number;
  markInterruptAsFailure: boolean;
  seed?: number;
} {
  const { RUNS, SEED } = process.env;
  // Making a failure smaller may take thousands of runs: better a larger one in time.
  const interruptAfterTimeLimit = rounds(240_000, 1_700_000);
  return {
    interruptAfterTimeLimit,
    // Half of the rounds is no pass.
    markInterruptAsFailure: true,
    numRuns: RUNS === undefined ? rounds(few, all) : Number(RUNS),
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  };
}
