import { afterEach, describe, expect, it } from 'vitest';
import type { Evaluate } from '../../server/usecases/evaluate.ts';
import { becomes, chunk, headOf, type RawConnection, rawConnection, statuses } from './raw.ts';
import { example, type Service, type ServiceOptions, startService } from './service.ts';

const running: Service[] = [];
async function serve(options: ServiceOptions = {}): Promise<Service> {
  const service = await startService({ metricsOpen: true, ...options });
  running.push(service);
  return service;
}
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const PATH = '/api/v1/evaluations';
const JSON_HEAD = { 'Content-Type': 'application/json' };
const body = JSON.stringify(example);
const post = headOf(PATH, { ...JSON_HEAD, 'Content-Length': Buffer.byteLength(body) }) + body;
const health = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

/** The last answer on a connection, taken apart. */
function problemIn(text: string): { readonly head: string; readonly json: Record<string, unknown> } {
  const last = text.slice(text.search(/HTTP\/1\.1 \d{3} (?!.*HTTP\/1\.1 \d)/s));
  const [head = '', json = ''] = last.split('\r\n\r\n');
  expect(head).toMatch(/^content-type: application\/problem\+json; charset=utf-8$/im);
  expect(head).toMatch(/^connection: close$/im);
  expect(head).toMatch(/^x-content-type-options: nosniff$/im);
  expect(head).toMatch(new RegExp(`^content-length: ${Buffer.byteLength(json, 'latin1')}$`, 'im'));
  return { head, json: JSON.parse(Buffer.from(json, 'latin1').toString()) as Record<string, unknown> };
}

async function answerTo(service: Service, sent: string): Promise<RawConnection> {
  const one = rawConnection(service.address);
  one.write(sent);
  await one.closed;
  return one;
}

async function counted(service: Service, status: number): Promise<number> {
  const { text } = await service.call('/metrics');
  return Number(new RegExp(`_unreadable_total\\{status="${status}"\\} (\\d+)`).exec(text)?.[1]);
}

const malformed: readonly (readonly [string, string])[] = [
  ['words', 'no http\r\n\r\n'],
  ['another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n'],
  ['a method that there is not', 'FETCH / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['another version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n'],
  ['a header with a control character', 'GET / HTTP/1.1\r\nHost: x\r\nA: \u0001\r\n\r\n'],
  ['two lengths', headOf(PATH, { ...JSON_HEAD, 'Content-Length': '2\r\nContent-Length: 3' })],
  ['a length and chunks', headOf(PATH, { ...JSON_HEAD, 'Content-Length': 2, 'Transfer-Encoding': 'chunked' })],
  ['a length that is no number', headOf(PATH, { ...JSON_HEAD, 'Content-Length': 'x' })],
  ['a chunk without a length', `${headOf(PATH, { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' })}zz\r\n`],
];

describe('what is no HTTP request', () => {
  it.each(malformed)('%s: 400 as a problem, once, and the connection is closed', async (_, sent) => {
    const service = await serve();
    const one = await answerTo(service, sent);
    expect(statuses(one.text())).toEqual(['400']);
    const { json } = problemIn(one.text());
    expect(json).toMatchObject({ status: 400, code: 'requestMalformed', title: '请求内容无法读取' });
    expect(one.text()).not.toMatch(/node:|\.ts:|HPE_|\n\s+at /);
    expect(await counted(service, 400)).toBe(1);
    expect(service.reports).toEqual([]);
  });

  it('has an id that stands in the log, and nothing else of it does', async () => {
    const service = await serve();
    const one = await answerTo(service, 'GET /secret HTTP/1.1\r\nsecret\r\n\r\n');
    const [, id] = /^request-id: (\S+)$/im.exec(problemIn(one.text()).head) ?? [];
    expect(service.logged).toEqual([
      { requestId: id, key: null, method: '', operation: 'unreadable', status: 400, milliseconds: 0 },
    ]);
  });

  it('headers above 16 KB: 431', async () => {
    const service = await serve();
    for (const sent of [
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    ]) {
      const one = await answerTo(service, sent);
      expect(statuses(one.text())).toEqual(['431']);
      expect(problemIn(one.text()).json).toMatchObject({ status: 431, code: 'headersTooLarge' });
    }
    expect(await counted(service, 431)).toBe(2);
  });

  it('is answered though much more of it is still coming', async () => {
    const service = await serve();
    const one = rawConnection(service.address);
    for (let sent = 0; sent < 40; sent += 1) one.write('x'.repeat(65_536));
    await one.until(/"requestMalformed"/);
    one.socket.destroy();
    expect(statuses(one.text())).toEqual(['400']);
    expect(await counted(service, 400)).toBe(1);
  });

  it('headers that do not end: 408; a connection on which nothing was said is closed without a word', async () => {
    const service = await serve({ limits: { headerSeconds: 1 } });
    const [slow, silent] = [rawConnection(service.address), rawConnection(service.address)];
    slow.write('GET / HTTP/1.1\r\nHost: x\r\n');
    await Promise.all([slow.closed, silent.closed]);
    expect(statuses(slow.text())).toEqual(['408']);
    expect(problemIn(slow.text()).json).toMatchObject({ status: 408, code: 'requestTooSlow' });
    expect(silent.text()).toBe('');
    expect(await counted(service, 408)).toBe(1);
  });

  it('a request without Host: 400 in its language; by HTTP/1.0 it may be without', async () => {
    const service = await serve();
    const one = await answerTo(service, 'GET /healthz HTTP/1.1\r\nAccept-Language: en\r\n\r\n');
    const { json } = problemIn(one.text());
    expect(json).toMatchObject({ code: 'requestMalformed', title: 'the request cannot be read' });
    const old = await answerTo(service, 'GET /healthz HTTP/1.0\r\n\r\n');
    expect(statuses(old.text())).toEqual(['200']);
  });

  it('an expectation that nobody knows is passed over', async () => {
    const service = await serve();
    const one = await answerTo(service, 'GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: x\r\nConnection: close\r\n\r\n');
    expect(statuses(one.text())).toEqual(['200']);
  });
});

/** A service whose evaluations wait until they are let go. */
async function holding(): Promise<{ readonly service: Service; readonly release: () => void }> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const evaluate: Evaluate = async () => {
    await held;
    throw new Error('a fault that a test planted');
  };
  return { service: await serve({ evaluate }), release };
}

describe('what is no request, on a connection with requests', () => {
  it('behind one that has been answered: a problem follows', async () => {
    const service = await serve();
    const one = rawConnection(service.address);
    one.write(health);
    await one.until(/"ok"/);
    one.write('nonsense\r\n\r\n');
    await one.closed;
    expect(statuses(one.text())).toEqual(['200', '400']);
    problemIn(one.text());
  });

  it('behind ones that are still to be answered: they are answered first, each with what is its own', async () => {
    const { service, release } = await holding();
    const one = rawConnection(service.address);
    one.write(`${post}${health}nonsense\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.text()).toBe('');
    release();
    await one.closed;
    expect(statuses(one.text())).toEqual(['500', '200', '400']);
    problemIn(one.text());
  });

  it('behind one that closes the connection: nothing follows', async () => {
    const service = await serve();
    const one = await answerTo(
      service,
      `${health.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}nonsense\r\n\r\n`,
    );
    expect(statuses(one.text())).toEqual(['200']);
  });

  it('behind one whose caller has left: nothing is written', async () => {
    const { service, release } = await holding();
    const one = rawConnection(service.address);
    one.write(`${post}nonsense\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    one.socket.resetAndDestroy();
    await one.closed;
    release();
    await becomes(() => service.logged.length === 1);
    expect(service.logged[0]).toMatchObject({ operation: 'evaluate', status: 499 });
    expect(await counted(service, 400)).toBe(0);
  });

  it('in the midst of a body: the answer to that request, by its id and in its language', async () => {
    const service = await serve();
    const headers = { ...JSON_HEAD, 'Transfer-Encoding': 'chunked', 'Accept-Language': 'en', 'Request-Id': 'mine' };
    const one = rawConnection(service.address);
    one.write(headOf(PATH, headers) + chunk('{'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    one.write('zz\r\n');
    await one.closed;
    expect(statuses(one.text())).toEqual(['400']);
    const { head, json } = problemIn(one.text());
    expect(head).toMatch(/^request-id: mine$/im);
    expect(json.title).toBe('the request cannot be read');
  });

  const chunked = { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' };
  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['of a request that is read', { ...chunked, 'Request-Id': 'mine' }],
    ['of one that would have been refused without being read', { ...chunked, 'Content-Type': 'text/plain' }],
  ])('in the midst of a body %s, behind ones still to be answered: each has its own answer', async (_, headers) => {
    const { service, release } = await holding();
    const one = rawConnection(service.address);
    one.write(`${post}${health}${headOf(PATH, headers)}${chunk('{')}zz\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.text()).toBe('');
    release();
    await one.closed;
    expect(statuses(one.text())).toEqual(['500', '200', '400']);
    problemIn(one.text());
  });

  it('in the midst of a batch that is being answered: the connection is reset, not ended', async () => {
    const service = await serve();
    const one = rawConnection(service.address);
    const headers = { 'Content-Type': 'application/x-ndjson', 'Transfer-Encoding': 'chunked' };
    one.write(headOf(`${PATH}/batch`, headers) + chunk(`${body}\n`));
    await one.until(/"id":"example"/);
    one.write('zz\r\n');
    expect(await one.closed).toBe('ECONNRESET');
    expect(statuses(one.text())).toEqual(['200']);
    expect(one.text()).not.toMatch(/\r\n0\r\n\r\n/);
  });

  it('the end in the midst of a body is a caller who left, and is told nothing', async () => {
    const service = await serve();
    const one = rawConnection(service.address);
    one.socket.end(`${headOf(PATH, { ...JSON_HEAD, 'Content-Length': 1000 })}{`);
    await one.closed;
    expect(one.text()).toBe('');
    await becomes(() => service.logged.length === 1);
    expect(service.logged[0]).toMatchObject({ operation: 'evaluate', status: 499 });
    expect(await counted(service, 400)).toBe(0);
  });
});
