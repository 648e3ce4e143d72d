import type { Access } from '../access/identify.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import type { Limits } from '../usecases/configuration/configuration.ts';
import type { Evaluate } from '../usecases/evaluate.ts';
import type { KeptProofs } from '../usecases/kept-proofs.ts';
import type { People } from '../usecases/people/people.ts';
import type { ProofMemory } from '../usecases/prove.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { EvaluationPool } from './batch/evaluation-pool.ts';
import type { ServiceLog } from './service.ts';

/** What a service is made of. */
export interface ServiceParts {
  readonly version: string;
  /** Whether it is a demonstration. */
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  readonly now: () => Date;
  readonly book: RuleBook;
  /** Threads for batches and for texts; closed with the service. */
  readonly pool: EvaluationPool;
  /** A thread for the proofs of drafts; closed with the service. One without threads: they are made here, when asked for. */
  readonly proofThread: EvaluationPool;
  /** Threads for the proofs that are asked for by themselves: those of drafts never wait for them. Closed with the service. */
  readonly proofJobThreads: EvaluationPool;
  /** Proofs that outlast this process; closed with the service. */
  readonly keptProofs: KeptProofs;
  /** What is remembered of drafts' proofs that are made here; nothing from before unless given. */
  readonly proofMemory?: ProofMemory;
  /** Tells of proofs what forms do not show; closed with the service. Null: that stays undecided. */
  readonly solver: (Solver & { close(): Promise<void> }) | null;
  readonly access: Access;
  readonly people: People;
  readonly keyNames: readonly string[];
  readonly origin: string | null;
  readonly limits: Limits;
  readonly trustedProxies: number;
  readonly metricsOpen: boolean;
  readonly referenceFolder: string | null;
  readonly pagesFolder: string | null;
  readonly log: ServiceLog;
  /** How the store is doing. */
  readonly store: {
    readonly readOnly: boolean;
    readonly damaged: readonly unknown[];
    readonly damagedBeside: readonly unknown[];
  };
  /** In the place of the evaluation by the book; for tests. */
  readonly evaluate?: Evaluate;
}
