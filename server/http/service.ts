import type { Access } from '../access/identify.ts';
import type { Limits } from '../usecases/configuration/configuration.ts';
import type { DraftProofs } from '../usecases/drafts/draft-proofs.ts';
import type { Evaluate } from '../usecases/evaluate.ts';
import type { Office } from '../usecases/office/office.ts';
import type { People } from '../usecases/people/people.ts';
import type { ProofJobs } from '../usecases/proof-jobs.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { EvaluationPool } from './batch/evaluation-pool.ts';
import type { TextWork } from './batch/text-task.ts';
import type { Admission } from './limits/admission.ts';
import type { ArrayQueue } from './limits/array-queue.ts';
import type { BodyDeadline } from './limits/body-deadline.ts';
import type { Rate } from './limits/rate.ts';
import type { SettlingQueue } from './limits/settling-queue.ts';
import type { Metrics } from './metrics.ts';

/** A request that has been answered, for the log: nothing of what it brought. */
export interface AnsweredRequest {
  readonly requestId: string;
  /** The name of the key that was shown; null where none was, or none that is good. */
  readonly key: string | null;
  readonly method: string;
  readonly operation: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Where the service tells what it does. Never a claim, a key or an address's query. */
export interface ServiceLog {
  answered(request: AnsweredRequest): void;
  /** What should never happen, with the id that the caller got. */
  fault(requestId: string, error: unknown): void;
}

/** Everything that the routes work with. */
export interface Service {
  readonly version: string;
  /** Whether everything here is made up for a demonstration; every answer says so. */
  readonly demo: boolean;
  /** The instant it is; fixed or moved for demos and tests. */
  readonly now: () => Date;
  readonly book: RuleBook;
  readonly evaluate: Evaluate;
  /** Evaluates batches, on several cores where there are. */
  readonly pool: EvaluationPool;
  /** Does what texts that have not been published ask for, in another thread where there are; `limits.drafts` may wait. */
  readonly ofText: TextWork;
  /** Proofs that were asked for. */
  readonly proofs: ProofJobs;
  /** Proofs of drafts, and whether they are begun as soon as a text is saved: where they have a thread of their own. */
  readonly draftProofs: DraftProofs;
  readonly provesAhead: boolean;
  readonly access: Access;
  /** Accounts, sessions and keys. */
  readonly people: People;
  /** Drafts, tasks and what happens to versions. */
  readonly office: Office;
  /** Names of the configuration's keys. */
  readonly keyNames: readonly string[];
  /** The address at which people reach the service, where the configuration tells: scheme, name and port. */
  readonly origin: string | null;
  readonly limits: Limits;
  readonly admission: Admission;
  readonly settling: SettlingQueue;
  readonly arrays: ArrayQueue;
  readonly deadline: BodyDeadline;
  /** Null where requests are not counted. */
  readonly rate: Rate | null;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** The folder of the reference page; null where the program came without it. */
  readonly referenceFolder: string | null;
  /** The folder of the pages for people, which may be filled while the service runs; null where there will be none. */
  readonly pagesFolder: string | null;
  readonly metrics: Metrics;
  /** Whether /metrics needs no key. */
  readonly metricsOpen: boolean;
  readonly log: ServiceLog;
  /** Whether the service takes leave: connections are closed with the answers that are still due. */
  readonly stopping: () => boolean;
  /** What keeps the service from being ready; empty where it is. */
  readonly notReady: () => Promise<readonly ('stopping' | 'storeReadOnly' | 'memory' | 'jurisdictions')[]>;
}
