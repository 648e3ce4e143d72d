import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Access, accessOf } from '../../server/access/identify.ts';
import type { Scrypt } from '../../server/access/password-hash.ts';
import { EvaluationPool } from '../../server/http/batch/evaluation-pool.ts';
import { startHttpService } from '../../server/http/new-service.ts';
import type { AnsweredRequest, ServiceLog } from '../../server/http/service.ts';
import type { ServiceParts } from '../../server/http/service-parts.ts';
import type { RuleSource } from '../../server/rulesets/publication.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { Limits } from '../../server/usecases/configuration/configuration.ts';
import { type Evaluate, evaluator } from '../../server/usecases/evaluate.ts';
import { refreshKeys } from '../../server/usecases/people/issued-keys.ts';
import { newPeople, type People } from '../../server/usecases/people/people.ts';
import { ProofMemory } from '../../server/usecases/prove.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { openedRules } from '../opened-rules.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { keptInMemory } from '../usecases/kept-in-memory.ts';
import { fastScrypt } from './fast-scrypt.ts';

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
  readonly people: People;
  readonly access: Access;
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
  bytesPerSecond: 100,
  graceSeconds: 10,
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
  /** Names of keys that the configuration has. */
  readonly keyNames?: readonly string[];
  readonly samples?: boolean;
  /** One that is free, unless given: a service that comes back where it was. */
  readonly port?: number;
  readonly demo?: boolean;
  readonly rules?: RuleSource;
  /** In the place of what is kept in `logged` and `reports`. */
  readonly log?: ServiceLog;
  /** Closed with the service; one without threads unless given. */
  readonly pool?: EvaluationPool;
  /** Closed with the service; one without threads unless given. */
  readonly proofThread?: EvaluationPool;
  /** Closed with the service; one without threads unless given. */
  readonly proofJobThreads?: EvaluationPool;
  /** Closed with the service; none unless given. */
  readonly solver?: ServiceParts['solver'];
  readonly metricsOpen?: boolean;
  readonly trustedProxies?: number;
  readonly now?: Date | (() => Date);
  /** The folder of the reference page; none unless given. */
  readonly referenceFolder?: string;
  readonly pagesFolder?: string;
  /** The store of accounts and the like; one in memory unless given. Closed by whoever opened it. */
  readonly store?: Store;
  /** Milliseconds that rise, by hand; those of the machine unless given. */
  readonly clock?: () => number;
  readonly scrypt?: Scrypt;
  readonly random?: (bytes: number) => Uint8Array;
  readonly origin?: string;
  /** Done with the people before the service listens: accounts and the like. */
  readonly prepare?: (people: People) => Promise<void>;
}

/** What was proved of drafts, by digests alone: services of a thread need not prove the same again. */
export const sharedMemory = new ProofMemory();

/** A store on a disk in memory. */
export function memoryStore(disk = new MemoryDisk()): Promise<Store> {
  return openEmbedded('/data', { fs: disk.fs, takeLock: () => () => {} });
}

/** Starts a service over the rules of the checkout. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const reports: string[] = [];
  const logged: AnsweredRequest[] = [];
  const source = options.rules ?? (await openedRules(rules, options.samples));
  const book = new RuleBook(source);
  const at = options.now ?? new Date('2019-07-01T00:00:00Z');
  const now = typeof at === 'function' ? at : () => at;
  const access = options.access ?? accessOf([]);
  const people = newPeople({
    desk: options.store ?? (await memoryStore()),
    now,
    clock: options.clock ?? (() => performance.now()),
    random: options.random ?? ((bytes) => new Uint8Array(randomBytes(bytes))),
    scrypt: options.scrypt ?? fastScrypt,
    places: () => book.registry(),
  });
  await options.prepare?.(people);
  await refreshKeys(people.desk, access);
  const { address, stop } = await startHttpService({
    version: '0.0.0',
    demo: options.demo ?? false,
    host: '127.0.0.1',
    port: options.port ?? 0,
    now,
    book,
    pool:
      options.pool ??
      new EvaluationPool({ source, evaluate: evaluator(book), size: 0, worker: new URL('file:///none') }),
    proofThread:
      options.proofThread ??
      new EvaluationPool({ source, evaluate: evaluator(book), size: 0, worker: new URL('file:///none') }),
    proofJobThreads:
      options.proofJobThreads ??
      new EvaluationPool({ source, evaluate: evaluator(book), size: 0, worker: new URL('file:///none') }),
    keptProofs: await keptInMemory(),
    proofMemory: sharedMemory,
    solver: options.solver ?? null,
    access,
    people,
    keyNames: options.keyNames ?? [],
    origin: options.origin ?? null,
    limits: { ...limits, ...options.limits },
    trustedProxies: options.trustedProxies ?? 0,
    metricsOpen: options.metricsOpen ?? false,
    referenceFolder: options.referenceFolder ?? null,
    pagesFolder: options.pagesFolder ?? null,
    log: options.log ?? { answered: (request) => logged.push(request), fault: (id) => reports.push(id) },
    store: options.store ?? { readOnly: false, damaged: [], damagedBeside: [] },
    ...(options.evaluate === undefined ? {} : { evaluate: options.evaluate }),
  });
  const call = callerOf(address);
  const post: Service['post'] = (body, headers) =>
    call('/api/v1/evaluations', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  return { address, reports, logged, people, access, post, call, stop };
}

/** Asks a service at an address, and reads its answers. */
export function callerOf(address: string): Service['call'] {
  return async (path, init) => {
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
