import type { Access } from '../access/identify.ts';
import type { Limits } from '../usecases/configuration/configuration.ts';
import { type Evaluate, evaluator } from '../usecases/evaluate.ts';
import type { RuleBook } from '../usecases/rule-book.ts';
import type { EvaluationPool } from './batch/evaluation-pool.ts';
import { textWork } from './batch/text-task.ts';
import { Admission } from './limits/admission.ts';
import { BodyDeadline } from './limits/body-deadline.ts';
import { rate } from './limits/rate.ts';
import { createListener } from './listener.ts';
import { newMetrics } from './metrics.ts';
import { type RunningServer, startServer } from './server.ts';
import type { Service, ServiceLog } from './service.ts';

/** What a service is made of. */
export interface ServiceParts {
  readonly version: string;
  readonly host: string;
  readonly port: number;
  readonly now: () => Date;
  readonly book: RuleBook;
  /** Threads for batches and for texts; closed with the service. */
  readonly pool: EvaluationPool;
  readonly access: Access;
  readonly limits: Limits;
  readonly trustedProxies: number;
  readonly metricsOpen: boolean;
  readonly referenceFolder: string | null;
  readonly log: ServiceLog;
  /** How the store is doing. */
  readonly store: { readonly readOnly: boolean; readonly damaged: readonly unknown[] };
  /** In the place of the evaluation by the book; for tests. */
  readonly evaluate?: Evaluate;
}

/**
 * Puts the service together and starts listening.
 * @throws Refusal `portInUse` or `cannotListen`
 */
export async function startHttpService(parts: ServiceParts): Promise<RunningServer> {
  const { host, port, book, limits, store } = parts;
  const admission = new Admission(limits);
  const deadline = new BodyDeadline(limits.bodySeconds);
  const metrics = newMetrics({
    publications: () => book.records().length,
    damaged: () => store.damaged.length,
    readOnly: () => store.readOnly,
  });
  const here = textWork(book);
  let stopping = false;
  const service: Service = {
    ...parts,
    evaluate: parts.evaluate ?? evaluator(book),
    ofText: (task) => admission.heavy(limits.drafts, () => parts.pool.ofText(task) ?? here(task)),
    admission,
    deadline,
    rate: rate(limits.requestsPerSecond, limits.burst),
    metrics,
    stopping: () => stopping,
    notReady: () => [
      ...(stopping ? (['stopping'] as const) : []),
      ...(store.readOnly ? (['storeReadOnly'] as const) : []),
      ...(admission.full ? (['memory'] as const) : []),
    ],
  };
  const server = await startServer(createListener(service), { host, port, limits, dropped: metrics.dropped });
  return {
    address: server.address,
    stop: async () => {
      stopping = true;
      await server.stop();
      await parts.pool.close();
      admission.stop();
      deadline.stop();
    },
  };
}
