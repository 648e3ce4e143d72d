import type { Access } from '../access/identify.ts';
import { mayNotFor } from '../access/permission.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import type { Limits } from '../usecases/configuration/configuration.ts';
import { DraftProofs } from '../usecases/drafts/draft-proofs.ts';
import { type Evaluate, evaluator } from '../usecases/evaluate.ts';
import type { KeptProofs } from '../usecases/kept-proofs.ts';
import type { Office } from '../usecases/office/office.ts';
import type { People } from '../usecases/people/people.ts';
import { ProofJobs } from '../usecases/proof-jobs.ts';
import { type ComparedProof, ProofMemory } from '../usecases/prove.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { EvaluationPool } from './batch/evaluation-pool.ts';
import { type TextWork, textWork } from './batch/text-task.ts';
import { workshopBy } from './batch/text-workshop.ts';
import { Admission } from './limits/admission.ts';
import { ArrayQueue } from './limits/array-queue.ts';
import { BodyDeadline } from './limits/body-deadline.ts';
import { rate } from './limits/rate.ts';
import { SettlingQueue } from './limits/settling-queue.ts';
import { createListener } from './listener.ts';
import { newMetrics } from './metrics.ts';
import { proofJson } from './proof-json.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Service, ServiceLog } from './service.ts';
import { Turns } from './turns.ts';
import { unreadable } from './unreadable.ts';

/** Bytes of an id that nobody guesses. */
const ID_BYTES = 16;

/** Proofs at work at once where there are no threads for them. */
const PROOFS_BETWEEN_TURNS = 2;

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

/**
 * Puts the service together and starts listening.
 * @throws Refusal `portInUse` or `cannotListen`
 */
export async function startHttpService(parts: ServiceParts): Promise<RunningServer> {
  const { host, port, book, limits, store } = parts;
  const settling = new SettlingQueue();
  const arrays = new ArrayQueue();
  const admission = new Admission(limits, settling, arrays);
  const deadline = new BodyDeadline(limits);
  const metrics = newMetrics({
    publications: () => book.records().length,
    damaged: () => store.damaged.length + store.damagedBeside.length,
    readOnly: () => store.readOnly,
  });
  const turns = new Turns();
  const pause = async () => turns.breather() ?? undefined;
  const whole = new ProofMemory();
  const bench = { solver: parts.solver, memory: parts.proofMemory ?? new ProofMemory(), whole, pause };
  const here = textWork(book, () => bench);
  const textWorkFor =
    (most: number): TextWork =>
    (task) =>
      admission.heavy(most, () => parts.pool.ofText(task) ?? here(task));
  const ofText = textWorkFor(limits.drafts);
  // Whoever reads and compares can fill its places; who submits, approves or publishes finds as many again.
  const ofActs = textWorkFor(2 * limits.drafts);
  const proofs = new ProofJobs({
    work: async (task, overdue) => {
      const proof = { kind: 'sides', ...task } as const;
      return JSON.parse(await (parts.proofJobThreads.ofText(proof, overdue) ?? here(proof))) as ComparedProof;
    },
    answer: proofJson,
    mayRead: async (identity, codes) => {
      const places = await book.registry();
      return codes.every((code) => mayNotFor(identity, 'read', code, places) === null);
    },
    kept: parts.keptProofs,
    atOnce: parts.proofJobThreads.hasThreads ? parts.proofJobThreads.hands : PROOFS_BETWEEN_TURNS,
    newId: () => idOf(parts.people),
    fault: (id, error) => parts.log.fault(id, error),
    after,
  });
  const draftProofs = new DraftProofs({
    work: (task, overdue) => {
      const proof = { kind: 'proof', ...task } as const;
      return parts.proofThread.ofText(proof, overdue) ?? here(proof);
    },
    ground: () => book.records(),
    fault: (error) => parts.log.fault('draftProof', error),
    after,
  });
  let stopping = false;
  const service: Service = {
    ...parts,
    evaluate: parts.evaluate ?? evaluator(book),
    ofText,
    proofs,
    draftProofs,
    provesAhead: parts.proofThread.hasThreads,
    office: officeOf(parts, ofActs, draftProofs),
    admission,
    settling,
    arrays,
    deadline,
    rate: rate(limits.requestsPerSecond, limits.burst),
    metrics,
    stopping: () => stopping,
    notReady: async () => [
      ...(stopping ? (['stopping'] as const) : []),
      ...(store.readOnly ? (['storeReadOnly'] as const) : []),
      ...(admission.full ? (['memory'] as const) : []),
      // Asked anew while it fails: a file that was put back needs no restart.
      ...(await book.registry().then(
        () => [],
        () => ['jurisdictions'] as const,
      )),
    ],
  };
  const server = await startServer(createListener(service), {
    host,
    port,
    limits,
    dropped: metrics.dropped,
    unreadable: unreadable(service),
  });
  return {
    address: server.address,
    stop: async () => {
      stopping = true;
      const proofsClosed = proofs.close();
      draftProofs.close();
      await server.stop();
      await proofsClosed;
      // What cannot be written down was refused all the same; a store that fails says so elsewhere.
      await parts.people.strangers.flush().catch(() => undefined);
      await Promise.all([parts.pool.close(), parts.proofThread.close(), parts.proofJobThreads.close()]);
      await parts.solver?.close();
      admission.stop();
      deadline.stop();
    },
  };
}

/** What people's work is done with: the desk that accounts stand on, too, and texts by the threads. */
function officeOf({ book, people, limits }: ServiceParts, ofText: TextWork, draftProofs: DraftProofs): Office {
  return {
    desk: people.desk,
    book,
    now: people.now,
    newId: () => idOf(people),
    texts: workshopBy(ofText, (of, asked) => draftProofs.found(of, asked)),
    textBytes: limits.textBytes,
  };
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}

function idOf({ random }: People): string {
  return Buffer.from(random(ID_BYTES)).toString('base64url');
}
