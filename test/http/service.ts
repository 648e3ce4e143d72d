import { join } from 'node:path';
import { type Access, accessOf } from '../../server/access/identify.ts';
import { EvaluationPool } from '../../server/http/batch/evaluation-pool.ts';
import { startHttpService } from '../../server/http/new-service.ts';
import type { AnsweredRequest, ServiceLog } from '../../server/http/service.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import type { Limits } from '../../server/usecases/configuration/configuration.ts';
import { type Evaluate, evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';

/** An answer with its body read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** A service over the real rules on a real socket. */
export interface Service {
  readonly address: string;
  /** What the service reported as never to happen. */
  readonly reports: readonly string[];
  /** Requests that the service says it answered. */
  readonly logged: readonly AnsweredRequest[];
  post(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Received>;
  call(path: string, init?: RequestInit): Promise<Received>;
  stop(): Promise<void>;
}

const rules = join(import.meta.dirname, '../../rules');

/** What the service of a test bears: what the configuration gives without a word, but memory, which tests share. */
export const limits: Limits = {
  bodyBytes: 1024 * 1024,
  textBytes: 256 * 1024,
  lineBytes: 256 * 1024,
  claims: 1000,
  headerSeconds: 10,
  bodySeconds: 30,
  idleSeconds: 30,
  stopSeconds: 5,
  connections: 2000,
  batches: 8,
  drafts: 4,
  memoryMegabytes: 100_000,
  requestsPerSecond: 0,
  burst: 0,
  evaluationMilliseconds: 10_000,
};

/** How the service of a test differs from one over the rules of the checkout. */
export interface ServiceOptions {
  readonly evaluate?: Evaluate;
  readonly limits?: Partial<Limits>;
  readonly access?: Access;
  readonly samples?: boolean;
  readonly rules?: RuleSource;
  /** In the place of what is kept in `logged` and `reports`. */
  readonly log?: ServiceLog;
  /** Closed with the service; one without threads unless given. */
  readonly pool?: EvaluationPool;
  readonly metricsOpen?: boolean;
  readonly trustedProxies?: number;
  readonly now?: Date;
}

/** Starts a service over the rules of the checkout. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const reports: string[] = [];
  const logged: AnsweredRequest[] = [];
  const source = options.rules ?? (await openFolder(rules, { samples: options.samples ?? false }));
  const book = new RuleBook(source);
  const { address, stop } = await startHttpService({
    version: '0.0.0',
    host: '127.0.0.1',
    port: 0,
    now: () => options.now ?? new Date('2019-07-01T00:00:00Z'),
    book,
    pool:
      options.pool ??
      new EvaluationPool({ source, evaluate: evaluator(book), size: 0, worker: new URL('file:///none') }),
    access: options.access ?? accessOf([]),
    limits: { ...limits, ...options.limits },
    trustedProxies: options.trustedProxies ?? 0,
    metricsOpen: options.metricsOpen ?? false,
    referenceFolder: null,
    log: options.log ?? { answered: (request) => logged.push(request), fault: (id) => reports.push(id) },
    store: { readOnly: false, damaged: [] },
    ...(options.evaluate === undefined ? {} : { evaluate: options.evaluate }),
  });
  const call = async (path: string, init?: RequestInit): Promise<Received> => {
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    const isJson = /[/+]json(;|$)/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Received['json']) : {},
    };
  };
  const post: Service['post'] = (body, headers) =>
    call('/api/v1/evaluations', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  return { address, reports, logged, post, call, stop };
}

/** The first worked example as a request. */
export const example = {
  id: 'example',
  jurisdiction: '371525',
  date: '2019-06-01',
  claim: {
    type: 'inpatient',
    person: { category: 'registered' },
    hospital: { level: 1, place: 'homeCounty' },
    stay: { number: 1 },
    referral: { status: 'notNeeded' },
    cost: { inScope: 20000, outOfScope: 1500, essentialDrug: 0 },
    history: {
      year: {
        criticalIllness: { base: 0, paid: 0 },
        medicalAssistance: { paid: 0 },
        supplementaryMedical: { paid: 0 },
      },
    },
  },
};
