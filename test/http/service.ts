import { join } from 'node:path';
import { createListener } from '../../server/http/listener.ts';
import { startServer } from '../../server/http/server.ts';
import { openFolder } from '../../server/store/folder-source.ts';
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
  post(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Received>;
  call(path: string, init?: RequestInit): Promise<Received>;
  stop(): Promise<void>;
}

const rules = join(import.meta.dirname, '../../rules');

/** Starts a service over the rules of the checkout, or with another evaluation in its place. */
export async function startService(evaluate?: Evaluate): Promise<Service> {
  const reports: string[] = [];
  const listener = createListener({
    version: '0.0.0',
    evaluate: evaluate ?? evaluator(new RuleBook(await openFolder(rules))),
    report: (id) => reports.push(id),
  });
  const { address, stop } = await startServer(listener, '127.0.0.1', 0);
  const call = async (path: string, init?: RequestInit): Promise<Received> => {
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Received['json']) : {},
    };
  };
  const post: Service['post'] = (body, headers) =>
    call('/api/v1/evaluations', { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });
  return { address, reports, post, call, stop };
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
