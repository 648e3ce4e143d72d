import { SolverThread } from '../server/solver/solver-thread.ts';

let thread: SolverThread | null = null;

/** The solver in its thread, started once for all tests of a thread. */
export function sharedSolver(): SolverThread {
  thread ??= new SolverThread(new URL('../dist/solver-thread.js', import.meta.url));
  return thread;
}
