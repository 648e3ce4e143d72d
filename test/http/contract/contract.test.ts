import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedRoutes } from '../../../server/http/openapi/static-document.ts';
import { account } from '../../../server/usecases/people/accounts.ts';
import { entryOf } from '../../../server/usecases/people/entry.ts';
import { newSession } from '../../../server/usecases/people/sessions.ts';
import { rounds } from '../../durability/rounds.ts';
import type { Service } from '../service.ts';
import { ADMINISTRATOR, REVIEWER, startDescribedService } from './described-service.ts';
import { headerFaults } from './headers.ts';
import { documentedRequests, mutatedRequests, type WireRequest } from './requests.ts';
import type { DocumentedOperation, Schema, ServedDocument } from './served-document.ts';

/** The ordinary run tries half as many as the long one where that is 30 or more; `RUNS=n` tries more. */
const share = Number(process.env.RUNS ?? rounds(0.6, 2) / 2);

/** How many requests of an operation the long run tries; of most a hundred. */
const runs: Readonly<Record<string, number>> = {
  evaluate: 300,
  evaluateBatch: 150,
  fund: 200,
  verifySettlement: 250,
  findEdges: 30,
  beginProof: 20,
  readEffective: 60,
  readMatrix: 60,
  about: 20,
  healthz: 20,
  readyz: 20,
  metrics: 20,
  readOpenApi: 20,
  // Each is asked in a session of its own, which is two writes.
  ...Object.fromEntries(
    [
      'readSession',
      'endSession',
      'listAccounts',
      'listKeys',
      'readAuditEnd',
      'listReviews',
      'listColleagues',
      'listTasks',
    ].map((id) => [id, 15]),
  ),
  ...Object.fromEntries(
    [
      'readDraft',
      'saveDraft',
      'discardDraft',
      'readDraftChanges',
      'readDraftConsequences',
      'readDraftProof',
      'commentOnDraft',
      'resolveComment',
      'submitDraft',
    ].map((id) => [id, 25]),
  ),
  ...Object.fromEntries(
    ['withdrawDraft', 'approveDraft', 'returnDraft', 'publishDraft', 'completeTask', 'listDrafts', 'createDraft'].map(
      (id) => [id, 25],
    ),
  ),
  ...Object.fromEntries(['suspendVersion', 'resumeVersion', 'revokeVersion'].map((id) => [id, 25])),
  ...Object.fromEntries(
    ['readAccount', 'revokeKey', 'readAudit', 'verifyAuditTrail', 'putPassword'].map((id) => [id, 30]),
  ),
  ...Object.fromEntries(['createAccount', 'changeAccount', 'issueKey'].map((id) => [id, 60])),
};

let service: Service;
let document: ServedDocument;
beforeAll(async () => {
  ({ service, document } = await startDescribedService());
});
afterAll(() => service.stop());

const operations = describedRoutes().map(({ operation }) => operation);
const untouched = Reflect.ownKeys(Object.prototype).join(' ');

/** Who has accounts and keys, and who has a part in policy; nobody is both. */

/** A session, new for each request: what is asked may end it. */
async function signedIn({ path }: DocumentedOperation): Promise<Readonly<Record<string, string>>> {
  const { people, address } = service;
  const { row } = await account(people, /drafts|reviews|tasks|rule-sets/.test(path) ? REVIEWER : ADMINISTRATOR);
  const { token, rows } = await newSession(people, row, null);
  const entry = entryOf(people, { kind: 'system' }, 'session.begun', null);
  await people.desk.act({ audit: [entry], rows });
  return { Cookie: `dixian_session=${token}`, Origin: address };
}

/** What changes what the next request finds, or asks for a secret or an id: that it succeeds is shown in test/http/people and test/http/drafts. */
const rarely = new Set([
  ...['beginSession', 'endSession', 'putPassword', 'beginSetUp', 'acceptInvitation', 'revokeKey'],
  ...['beginProof', 'readProof', 'cancelProof', 'readAccount', 'createAccount', 'changeAccount', 'issueKey'],
  ...[
    'createDraft',
    'readDraft',
    'saveDraft',
    'discardDraft',
    'readDraftChanges',
    'readDraftConsequences',
    'readDraftProof',
    'commentOnDraft',
    'resolveComment',
  ],
  ...['submitDraft', 'withdrawDraft', 'approveDraft', 'returnDraft', 'publishDraft', 'completeTask'],
  ...['suspendVersion', 'resumeVersion', 'revokeVersion'],
]);

/** Answers that were held to the document already: of the large ones some are the same a hundred times. */
const sound = new Set<string>();

/** Sends a request, and holds its answer to the document; answers the status. */
async function answered(meant: DocumentedOperation, request: WireRequest): Promise<number> {
  const { method, address, headers, body } = request;
  // By another method it may be another operation's, which then answers for it.
  const operation = document.operations.find((one) => one.path === meant.path && one.method === method) ?? meant;
  const signed = operation.security?.some((one) => 'session' in one) === true ? await signedIn(operation) : {};
  const init: RequestInit = { method, headers: { ...signed, ...headers }, ...(body === undefined ? {} : { body }) };
  const received = await service.call(address, init);
  const { status } = received;
  const type = received.headers.get('content-type')?.split(';')[0] ?? '';
  expect(service.reports).toEqual([]);
  expect(status).toBeLessThan(500);
  if (method !== operation.method) expect(status).toBe(405);
  const described = operation.responses[status];
  expect(described, `status ${status} of ${operation.operationId}`).toBeDefined();
  if (described !== undefined) expect(headerFaults(document, described, received.headers)).toEqual([]);
  if (method === 'HEAD' || status === 304 || status === 204) {
    expect(received.text).toBe('');
    return status;
  }
  const content = described?.content?.[type];
  expect(content, `${type} of ${operation.operationId} ${status}`).toBeDefined();
  if (content === undefined) return status;
  const item = content['x-itemSchema'];
  const same = `${operation.operationId} ${status} ${received.text}`;
  if (sound.has(same)) return status;
  if (item === undefined) expect(document.faults(content.schema, valueIn(type, received.text))).toEqual([]);
  else
    for (const line of received.text.split('\n').slice(0, -1))
      expect(document.faults(item, JSON.parse(line))).toEqual([]);
  if (status >= 400) expect(received.json.status).toBe(status);
  sound.add(same);
  expect(Reflect.ownKeys(Object.prototype).join(' ')).toBe(untouched);
  return status;
}

const valueIn = (type: string, text: string): unknown => (/json$/.test(type) ? JSON.parse(text) : text);

describe.each(operations)('%s', (id) => {
  it('answers as the document says, to requests made as it says and to others', async () => {
    const operation = document.operation(id);
    const whole = runs[id] ?? 100;
    const statuses = { documented: new Map<number, number>(), mutated: new Map<number, number>() };
    const requests = fc.oneof(documentedRequests(operation, document), mutatedRequests(operation, document));
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const status = await answered(operation, request);
        const counts = request.asDocumented ? statuses.documented : statuses.mutated;
        counts.set(status, (counts.get(status) ?? 0) + 1);
      }),
      // A request that fails says enough as it is; making it smaller takes minutes.
      { numRuns: Math.ceil(Math.max(Math.min(whole, 30), whole * share)), endOnFailure: true },
    );
    const all = [...statuses.documented.values()].reduce((sum, one) => sum + one, 0);
    if (process.env.SHOW)
      console.log(id, JSON.stringify([...statuses.documented]), JSON.stringify([...statuses.mutated]));
    // Otherwise nothing but refusals would have been looked at; of few, chance may choose no others.
    if (!rarely.has(id) && all >= 20) expect(statuses.documented.get(200) ?? 0).toBeGreaterThan(0);
  });
});

describe('a claim as a city’s rules describe it', () => {
  it.each(['Inpatient', 'Outpatient', 'Accident', 'Property', 'Funding'])('%s names its type', async (type) => {
    const schema: Schema = { $ref: `#/components/schemas/Claim371500${type}` };
    expect(document.resolved(schema).required).toContain('type');
  });
});

describe('an address or method that the document does not have', () => {
  it('is 404 or 405 with a problem', async () => {
    const schema: Schema = { $ref: '#/components/schemas/Problem' };
    for (const path of [
      '/api',
      '/api/v1',
      '/api/v2/evaluations',
      '/api/v1/evaluations/',
      '/API/v1/evaluations',
      '/%E0%A4%A',
      '/__proto__',
      '/api/v1/jurisdictions/%00/x',
      '//',
      '/api/v1/jurisdictions//rule-sets',
    ]) {
      const { status, json } = await service.call(path);
      expect([path, status]).toEqual([path, 404]);
      expect(document.faults(schema, json)).toEqual([]);
    }
    for (const { path } of document.operations.filter((one) => !one.path.includes('{'))) {
      const { status, headers, json } = await service.call(path, { method: 'OPTIONS' });
      expect([path, status]).toEqual([path, 405]);
      const methods = document.operations.filter((one) => one.path === path).map(({ method }) => method);
      expect(headers.get('allow')?.split(', ').sort()).toEqual(methods.sort());
      expect(document.faults(schema, json)).toEqual([]);
    }
  });
});
