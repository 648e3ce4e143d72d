import type { ThreadMemory } from '../http/batch/evaluation-pool.ts';
import type { Store } from '../store/store.ts';
import type { Configuration } from '../usecases/configuration/configuration.ts';
import { evaluator } from '../usecases/evaluate.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { Workplace } from './workplace.ts';

/** Proofs at work at once that somebody asked for; one where the service has less memory than this, in megabytes. */
const PROOF_JOBS = 2;
const MEMORY_FOR_ALL = 2_048;

/** The threads of a service: for batches and texts, for the proofs of drafts, for those that somebody asked for, and the solver's. */
export function serviceThreads(workplace: Workplace, store: Store, book: RuleBook, configuration: Configuration) {
  const { memoryMegabytes } = configuration.limits;
  const pool = workplace.openPool(store, evaluator(book), configuration.workers);
  // On one core a proof is made when somebody asks for it.
  const memory = proofMemory(memoryMegabytes);
  const proofThread = workplace.openPool(store, evaluator(book), pool.hasThreads ? 1 : 0, undefined, memory);
  const jobs = memoryMegabytes < MEMORY_FOR_ALL ? 1 : PROOF_JOBS;
  const jobThreads = pool.hasThreads ? Math.min(jobs, pool.hands) : 0;
  const proofJobThreads = workplace.openPool(store, evaluator(book), jobThreads, undefined, memory);
  return { pool, proofThread, proofJobThreads, solver: workplace.openSolver() };
}

/**
 * What a thread of proofs and its solver may take of the service's memory; what both are beside that is some 80 MB. All of them
 * at once, however hard their proofs, stay within it from 800 MB on. A proof of the city's rules needs some 30 MB of heap.
 */
function proofMemory(megabytes: number): ThreadMemory {
  const share = (part: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, megabytes * part)));
  return { heapMegabytes: share(1 / 8, 128, 512), solverMegabytes: share(1 / 10, 100, 400) };
}
