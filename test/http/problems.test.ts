import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, type Received, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const post = (request: unknown, headers?: Record<string, string>) => service.post(JSON.stringify(request), headers);

/** Status and code of a problem, once its shape has been looked at. */
function problem({ status, headers, json }: Received): string {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(json).toMatchObject({
    type: `urn:problem:dixian:${json.code}`,
    title: expect.any(String),
    status,
    code: expect.any(String),
  });
  const errors = json.errors as Record<string, unknown>[];
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors)
    expect(error).toMatchObject({ pointer: expect.any(String), code: expect.any(String), message: expect.any(String) });
  return `${status} ${json.code}`;
}

const pointers = ({ json }: Received) =>
  (json.errors as { pointer: string; code: string }[]).map(({ pointer }) => pointer);

describe('requests that cannot be read', () => {
  it.each([
    ['nothing', '', 'jsonEndsEarly'],
    ['words', 'claim', 'notJson'],
    ['half a claim', '{"id":"1"', 'jsonEndsEarly'],
    ['a key twice', '{"id":"1","id":"2"}', 'jsonKeyTwice'],
    ['__proto__', '{"__proto__":{"id":"1"}}', 'jsonKeyForbidden'],
    ['1e309', JSON.stringify(example).replace('20000', '1e309'), 'jsonNumberTooLarge'],
    ['hidden decimals', JSON.stringify(example).replace('20000', '99999999.999999999999999'), 'jsonNumberNotExact'],
    ['1e-400 in an array', JSON.stringify([example]).replace('20000', '1e-400'), 'jsonNumberNotExact'],
    ['a lone surrogate', '{"id":"\\ud800"}', 'jsonLoneSurrogate'],
    ['20,000 deep', '{"claim":'.repeat(20_000), 'jsonTooDeep'],
    ['20,000 deep in an array', '['.repeat(20_000) + ']'.repeat(20_000), 'jsonTooDeep'],
  ])('%s: 400', async (_, body, code) => {
    const received = await service.post(body);
    expect(problem(received)).toBe(`400 ${code}`);
    expect(received.json.errors).toMatchObject([{ line: 1, column: expect.any(Number) }]);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });

  it('bytes that are not UTF-8: 400', async () => {
    expect(problem(await service.post(new Uint8Array([0x22, 0xff, 0x22])))).toBe('400 notUtf8');
  });

  it('another media type, charset or encoding: 415', async () => {
    expect(problem(await post(example, { 'Content-Type': 'text/plain' }))).toBe('415 unsupportedMediaType');
    expect(problem(await post(example, { 'Content-Type': 'application/json; charset=gbk' }))).toBe(
      '415 unsupportedMediaType',
    );
    expect(problem(await post(example, { 'Content-Encoding': 'gzip' }))).toBe('415 unsupportedEncoding');
    expect((await post(example, { 'Content-Type': 'application/json;charset=UTF-8' })).status).toBe(200);
  });

  it('more than 1 MB: 413, by its length and without one', async () => {
    const large = JSON.stringify({ ...example, id: 'x'.repeat(1024 * 1024) });
    expect(problem(await service.post(large))).toBe('413 tooLarge');
    const chunks = new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < 300; sent += 1) controller.enqueue(new TextEncoder().encode(' '.repeat(4096)));
        controller.close();
      },
    });
    const init = {
      method: 'POST',
      body: chunks,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit;
    expect(problem(await service.call('/api/v1/evaluations', init))).toBe('413 tooLarge');
  });

  it('an answer that nobody takes: 406', async () => {
    expect(problem(await post(example, { Accept: 'text/html' }))).toBe('406 notAcceptable');
    expect((await post(example, { Accept: 'text/html, */*;q=0.1' })).status).toBe(200);
  });

  it('another address: 404; another method: 405 with Allow', async () => {
    expect(problem(await service.call('/api/v1/evaluation'))).toBe('404 notFound');
    const got = await service.call('/api/v1/evaluations');
    expect(problem(got)).toBe('405 methodNotAllowed');
    expect(got.headers.get('allow')).toBe('POST');
    const put = await service.call('/', { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('requests that are wrong', () => {
  it('in their envelope: 422 with a pointer for each', async () => {
    const received = await post({
      id: 7,
      jurisdiction: '3715',
      date: '2019-02-30',
      ruleset: {},
      claim: { type: 'inpatient' },
    });
    expect(problem(received)).toMatch(/^422 /);
    expect(pointers(received)).toEqual(['/id', '/jurisdiction', '/date', '/ruleset']);
  });

  it('in their claim: 422 with a pointer for each', async () => {
    const claim = {
      type: 'inpatient',
      hospital: { level: 4, colour: 'red' },
      cost: { inScope: -1, outOfScope: 0.001 },
    };
    const received = await post({ ...example, claim });
    expect(problem(received)).toMatch(/^422 /);
    expect(pointers(received).sort()).toEqual([
      '/claim/cost/inScope',
      '/claim/cost/outOfScope',
      '/claim/hospital/colour',
      '/claim/hospital/level',
    ]);
  });

  it.each([
    ['an unknown claim type', { type: 'dental' }, '/claim/type'],
    ['a missing fact', { type: 'inpatient', cost: { inScope: 1 } }, '/claim/hospital'],
    [
      'more essential drugs than in-scope cost',
      { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 1, essentialDrug: 2 } },
      '/claim/cost/essentialDrug',
    ],
    [
      'a date that contradicts the request',
      { type: 'inpatient', discharge: '2019-06-02', hospital: { level: 1 }, cost: { inScope: 1 } },
      '/claim/discharge',
    ],
    [
      'a stay away without saying whether it was referred',
      { type: 'inpatient', hospital: { level: 1, place: 'city' }, cost: { inScope: 1 } },
      '/claim/referral',
    ],
    [
      'a stay outside the city without what was settled there',
      {
        type: 'inpatient',
        hospital: { level: 3, place: 'outsideCity' },
        referral: { status: 'completed' },
        cost: { inScope: 1 },
      },
      '/claim/settled',
    ],
  ])('with %s: 422', async (_, claim, pointer) => {
    const received = await post({ ...example, claim });
    expect(problem(received)).toMatch(/^422 /);
    expect(pointers(received).every((one) => one.startsWith(pointer))).toBe(true);
  });

  it('with a hundred and more errors: the first hundred are told', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x${index}`, 1]));
    const received = await post({ ...example, ...many });
    expect(problem(received)).toMatch(/^422 /);
    expect(pointers(received)).toHaveLength(100);
  });

  it('with an unknown jurisdiction: 422; with a date that no rules cover: 409 with the nearest', async () => {
    const unknown = await post({ ...example, jurisdiction: '110000' });
    expect(problem(unknown)).toBe('422 unknownJurisdiction');
    expect(pointers(unknown)).toEqual(['/jurisdiction']);
    const late = await post({ ...example, date: '2020-01-01' });
    expect(problem(late)).toBe('409 noRuleSetInForce');
    expect(pointers(late)).toEqual(['/date']);
    expect(late.text).toContain('2019-12-31');
  });

  it('are told in the language asked for', async () => {
    const zh = await post({ ...example, date: '2020-01-01' });
    const en = await post({ ...example, date: '2020-01-01' }, { 'Accept-Language': 'en-GB' });
    expect(zh.json.title).toMatch(/\p{Script=Han}/u);
    expect(en.text).not.toMatch(/\p{Script=Han}/u);
    expect(zh.json.code).toBe(en.json.code);
  });

  it('are told in both languages to who names both', async () => {
    const wrong = { ...example, date: '2020-01-01' };
    const [zh, en, both] = await Promise.all(
      ['zh', 'en', 'zh, en;q=0.5'].map((languages) => post(wrong, { 'Accept-Language': languages })),
    );
    const errorOf = (received: Received | undefined) =>
      (received?.json.errors as Record<string, unknown>[] | undefined)?.[0];
    const { message, help } = errorOf(en) ?? {};
    expect(errorOf(zh)).not.toHaveProperty('also');
    expect(errorOf(both)).toEqual({ ...errorOf(zh), also: { language: 'en', message, help } });
  });
});

describe('all answers', () => {
  it('echo who asked, forbid scripts, and are not kept', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const { headers } = await post(example, { 'Request-Id': 'abc-1', traceparent });
    expect(headers.get('request-id')).toBe('abc-1');
    expect(headers.get('traceparent')).toBe(traceparent);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    const { headers: made } = await post(example, { traceparent: 'nonsense' });
    expect(made.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.get('traceparent')).toBeNull();
  });

  it('to / say what this is', async () => {
    const { status, json } = await service.call('/');
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: 'dixian', version: '0.0.0', evaluations: '/api/v1/evaluations' });
    const head = await service.call('/?a=b', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('a failure of our own', () => {
  it('is a 500 with an id and nothing of the claim', async () => {
    const failing = await startService({
      evaluate: () => {
        throw new Error('secret 20000');
      },
    });
    try {
      const received = await failing.post(JSON.stringify(example), { 'Request-Id': 'r-1' });
      expect(problem(received)).toBe('500 internalError');
      expect(received.text).toContain('r-1');
      expect(received.text).not.toContain('20000');
      expect(failing.reports).toEqual(['r-1']);
    } finally {
      await failing.stop();
    }
  });
});

describe('connections', () => {
  it('that send no HTTP are closed with 400', async () => {
    const { port } = new URL(service.address);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('no http\r\n\r\n'));
      let said = '';
      socket.on('data', (chunk) => {
        said += chunk;
      });
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('under way are answered before a stop', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startService({
      evaluate: async () => {
        await held;
        throw new Error('late');
      },
    });
    const asked = slow.post(JSON.stringify(example));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = slow.stop();
    release();
    expect((await asked).status).toBe(500);
    await stopped;
    await expect(slow.call('/')).rejects.toThrow();
  });
});
