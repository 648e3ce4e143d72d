import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../house/sources.ts';
import { faultyRequests, wrongClaim, wrongEnvelope } from './faulty-requests.ts';
import { type Service, startService } from './service.ts';
import { grant, type Signed, send, settle, signIn } from './signed-in.ts';

let service: Service;
let signed: Readonly<Record<string, Partial<Signed>>>;
beforeAll(async () => {
  service = await startService({
    prepare: async (people) => {
      await settle(people, 'A-1', grant('administrator'));
      await settle(people, 'C-1', grant('countyEditor', '371525'));
      await settle(people, 'S-1', grant('cityReviewer', '371500'));
    },
  });
  const [administrator, editor, reviewer] = await Promise.all(['A-1', 'C-1', 'S-1'].map((one) => signIn(service, one)));
  signed = { administrator: administrator ?? {}, editor: editor ?? {}, reviewer: reviewer ?? {}, nobody: {} };
});
afterAll(() => service.stop());

/** The same with the fields of every object in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([field, one]) => [field, turned(one)]),
  );
}

interface Told {
  readonly code: string;
  readonly errors: readonly { readonly code: string; readonly pointer: string }[];
}

const inWords = ({ errors }: Told) => errors.map(({ code, pointer }) => `${code} ${pointer}`);

async function toldOf(address: string, by: string, body: unknown): Promise<Told> {
  const [method = '', path = ''] = address.split(' ');
  const filled = path.replace('{id}', 'x'.repeat(22)).replace('{staffNumber}', 'C-1');
  const { status, json } = await send(service, method, filled, body, { 'If-Match': '"1"', ...signed[by] });
  expect(status).toBe(422);
  return json as unknown as Told;
}

/** The fields of a request as its published schema lists them. */
function fieldsOf(schema: string): readonly string[] {
  const [file, name] = schema.split('#');
  const whole = JSON.parse(readFileSync(join(root, `schemas/${file}.schema.json`), 'utf8'));
  return Object.keys((name === undefined ? whole : whole.$defs[name]).properties);
}

describe.each(faultyRequests)('$address tells what is wrong with $what', ({ address, by, schema, request, told }) => {
  it('in the order of its fields, however they were sent', async () => {
    const problem = await toldOf(address, by, request);
    expect(inWords(problem)).toEqual(told);
    expect(problem.code).toBe(problem.errors[0]?.code);
    expect(inWords(await toldOf(address, by, turned(request))).sort()).toEqual([...told].sort());
    const [once, again] = [problem, await toldOf(address, by, turned(request))].map(({ errors }) =>
      errors.map(({ pointer }) => fieldsOf(schema).indexOf(pointer.split('/')[1] ?? '')),
    );
    expect(again).toEqual(once);
    const known = once?.map((place) => (place < 0 ? Number.POSITIVE_INFINITY : place));
    expect(known).toEqual(known?.toSorted((one, other) => (one === other ? 0 : one - other)));
  });
});

describe('the order of an evaluation', () => {
  const inOrder = faultyRequests.filter(({ address }) => address === 'POST /api/v1/evaluations');

  it('is that of an item of an array', async () => {
    const requests = inOrder.map(({ request }) => request);
    const { json } = await send(service, 'POST', '/api/v1/evaluations', requests);
    const items = json as unknown as readonly { readonly problem: Told }[];
    expect(items.map(({ problem }) => inWords(problem))).toEqual(inOrder.map(({ told }) => told));
  });

  it('is that of a line of a batch, but for the name that a line is given', async () => {
    const requests = [wrongEnvelope, wrongClaim].map((one) => ({ id: 'x', ...one }));
    const { text } = await service.call('/api/v1/evaluations/batch', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-ndjson' },
      body: requests.map((one) => JSON.stringify(one)).join('\n'),
    });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly problem: Told });
    expect(lines.map(({ problem }) => inWords(problem))).toEqual(
      inOrder.map(({ told }) => told.filter((one) => one !== 'requestFieldMissing /id')),
    );
  });

  it('holds where there is more than is told: the first of what there is stands first', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 1]));
    const funding = await toldOf('POST /api/v1/fundings', 'nobody', { ...unknown, claim: {}, date: '2019' });
    expect([funding.errors.length, ...inWords(funding).slice(0, 3)]).toEqual([
      100,
      'requestFieldMissing /jurisdiction',
      'requestNotDate /date',
      'requestFieldUnknown /x0',
    ]);
    const claim = { ...unknown, type: 'inpatient', hospital: { level: 9 }, cost: { inScope: 1 } };
    const request = { id: '1', jurisdiction: '371525', date: '2019-06-01', claim };
    expect(inWords(await toldOf('POST /api/v1/evaluations', 'nobody', request)).slice(0, 2)).toEqual([
      'claimNotAnItem /claim/hospital/level',
      'claimFieldUnknown /claim/x0',
    ]);
  });
});

it.each([
  ['/api/v1/diffs?ward=1&to=371525&to=371525', ['parameterMissing from', 'parameterTwice to', 'parameterUnknown ward']],
  [
    '/api/v1/jurisdictions/371500/rule-sets?ward=1&limit=0&limit=1&cursor=x',
    ['parameterTwice limit', 'pageLimit limit', 'parameterUnknown ward'],
  ],
  [
    '/api/v1/jurisdictions/37/effective?ward=1&date=x',
    ['requestNotCode code', 'requestNotDate date', 'parameterUnknown ward'],
  ],
])('%s: parameters are told in the order of the description, those that there are not last', async (path, told) => {
  const { json } = await service.call(path);
  const errors = json.errors as readonly { readonly code: string; readonly parameter: string }[];
  expect(errors.map(({ code, parameter }) => `${code} ${parameter}`)).toEqual(told);
});

it('every request that has several fields is held to it', async () => {
  const { json } = await service.call('/openapi.json');
  const paths = json.paths as Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>>;
  const taking = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody }]) => requestBody?.content['application/json'] !== undefined)
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  // A reason is all that these say.
  const single = /\/(submission|returns|suspension|resumption|revocation)$/;
  const held = new Set(faultyRequests.map(({ address }) => address));
  expect(taking.filter((one) => !single.test(one)).sort()).toEqual([...held].sort());
});
