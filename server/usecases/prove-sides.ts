import type { Solver } from '../analysis/proof/solver.ts';
import type { SidesTask } from './proof-jobs.ts';
import { isStopped, tellProgress } from './proof-watch.ts';
import { type ComparedProof, type ProofMemory, prove } from './prove.ts';

/** What sides are proved with. */
export interface ProveSidesMeans {
  readonly solver: Solver | null;
  readonly memory: ProofMemory;
  /** Lets others have their turn; null where the thread has nothing else to do. */
  readonly pause: (() => Promise<void>) | null;
}

/** Proves of a task's sides that nobody is worse off, telling how far it is; once told to stop, or out of time, what is open stays undecided. */
export function proveSides(
  { from, to, types, milliseconds, watch }: SidesTask,
  { solver, memory, pause }: ProveSidesMeans,
): Promise<ComparedProof> {
  const until = performance.now() + milliseconds;
  const over = new AbortController();
  return prove(from, to, {
    solver,
    memory,
    signal: over.signal,
    goOn: async () => {
      await pause?.();
      if (isStopped(watch) || performance.now() >= until) over.abort();
      return true;
    },
    progress: (done, of, claimType) => tellProgress(watch, types, { done, of, claimType }),
  });
}
