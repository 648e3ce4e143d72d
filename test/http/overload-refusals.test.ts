import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { OverloadRefusals } from '../../server/http/limits/overload-refusals.ts';
import { becomes, chunk, headOf, type RawConnection, rawConnection, statuses } from './raw.ts';
import { example, type Service, startService } from './service.ts';

const running: Service[] = [];
afterAll(async () => {
  for (const service of running) await service.stop();
});

test('a thousand are refused at once; who comes after them in the same turn is refused at its end, in order', async () => {
  const refusals = new OverloadRefusals();
  for (let round = 0; round < 2; round += 1) {
    const answered: number[] = [];
    for (let one = 0; one < 1_300; one += 1) refusals.refuse(() => answered.push(one));
    expect(answered).toEqual(Array.from({ length: 1_000 }, (_, one) => one));
    await turn();
    expect(answered).toEqual(Array.from({ length: 1_300 }, (_, one) => one));
  }
});

/** A service that has no room for claims: whatever memory it takes is too much. */
async function fullService(): Promise<Service> {
  const service = await startService({ limits: { memoryMegabytes: 1 }, metricsOpen: true });
  running.push(service);
  await becomes(async () => (await service.call('/readyz')).status === 503);
  return service;
}

const body = JSON.stringify(example);
const requestOf = (id: string, more: Readonly<Record<string, string>> = {}) =>
  headOf('/api/v1/evaluations', {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Request-Id': id,
    ...more,
  }) + body;

/** Connections that have been answered on: they are taken on one a turn, and what is sent on them then comes in one. */
async function callersOf(address: string, many: number): Promise<readonly RawConnection[]> {
  const callers = Array.from({ length: many }, () => rawConnection(address));
  for (const one of callers) one.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await Promise.all(callers.map((one) => one.until(/"ok"/)));
  return callers;
}

/** The ids of the requests that are answered in a text, in order. */
const told = (text: string) => [...text.matchAll(/request-id: (\S+)/gi)].map(([, id]) => id);

test('far more requests than are refused at once, over many connections: each has its own refusal, and the next request its answer', async () => {
  const { address, call } = await fullService();
  const callers = await callersOf(address, 60);
  const sent = callers.map((_, caller) => Array.from({ length: 50 }, (_, request) => `${caller}-${request}`));
  for (const [caller, ids] of sent.entries()) callers[caller]?.write(ids.map((id) => requestOf(id)).join(''));
  await becomes(() => callers.every((one) => statuses(one.text()).length === 51));
  expect(callers.map((one) => told(one.text()).slice(1))).toEqual(sent);
  expect(new Set(callers.flatMap((one) => statuses(one.text()).slice(1)))).toEqual(new Set(['503']));
  expect(callers.every((one) => one.text().match(/retry-after: 1\r/gi)?.length === 50)).toBe(true);
  const metrics = await (await call('/metrics')).text;
  expect(metrics).toMatch(/request_duration_seconds_count\{operation="evaluate",status="503"\} 3000\n/);
  callers[0]?.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await callers[0]?.until(/"ok".*"ok"/s)).toContain('HTTP/1.1 200');
  for (const one of callers) one.socket.destroy();
});

test('a refusal for want of room is told before anything else is asked: in the language, with the trace that was sent, and no key is looked at', async () => {
  const { address } = await fullService();
  const caller = rawConnection(address);
  const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  caller.write(requestOf('one', { 'Accept-Language': 'en', traceparent: trace, Authorization: 'Bearer nobody' }));
  const answer = await caller.until(/"overloaded".*\}$/s);
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(answer).toMatch(/content-language: en\r/i);
  expect(answer).toContain(`traceparent: ${trace}`);
  expect(answer).toMatch(/content-type: application\/problem\+json/i);
  caller.socket.destroy();
});

test('a method that is not taken is told so, however full the service is', async () => {
  const { call } = await fullService();
  expect((await call('/api/v1/evaluations')).status).toBe(405);
});

/** How many requests of evaluations were counted with a status. */
async function counted({ call }: Service, operation: string, status: number): Promise<number> {
  const metrics = await (await call('/metrics')).text;
  const line = new RegExp(`request_duration_seconds_count\\{operation="${operation}",status="${status}"\\} (\\d+)`);
  return Number(line.exec(metrics)?.[1] ?? 0);
}

test('callers who leave before their refusal keep nobody else from theirs, and are counted as having left', async () => {
  const service = await fullService();
  const callers = await callersOf(service.address, 60);
  const ids = Array.from({ length: 50 }, (_, request) => `${request}`);
  for (const [index, caller] of callers.entries()) {
    caller.write(ids.map((id) => requestOf(id)).join(''));
    if (index % 2 === 0) caller.socket.resetAndDestroy();
  }
  const staying = callers.filter((_, index) => index % 2 === 1);
  await becomes(() => staying.every((one) => statuses(one.text()).length === 51));
  for (const one of staying) expect(told(one.text()).slice(1)).toEqual(ids);
  // Of who has left so many were counted as could be read before.
  const [refused, left] = [await counted(service, 'evaluate', 503), await counted(service, 'evaluate', 499)];
  expect(refused).toBeGreaterThanOrEqual(1_500);
  expect(refused + left).toBeLessThanOrEqual(3_000);
  expect((await service.call('/healthz')).status).toBe(200);
  for (const one of staying) one.socket.destroy();
});

test('a request whose body turns out to be none while its refusal waits is answered once', async () => {
  const service = await fullService();
  const callers = await callersOf(service.address, 30);
  const many = Array.from({ length: 50 }, () => requestOf('many')).join('');
  const head = headOf('/api/v1/evaluations', { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
  for (const one of callers) one.write(`${many}${head}${chunk('{')}no chunk\r\n`);
  await Promise.all(callers.map((one) => one.closed));
  for (const one of callers) {
    const [, ...answers] = statuses(one.text());
    expect(answers.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => '503'));
    expect(answers).toHaveLength(51);
  }
});

test('answers and refusals on one connection come in the order of their requests', async () => {
  const { address } = await fullService();
  const [caller] = await callersOf(address, 1);
  const known = 'GET /api/v1/jurisdictions HTTP/1.1\r\nHost: x\r\n\r\n';
  const piece = known + requestOf('one') + requestOf('two') + known;
  caller?.write(piece.repeat(600));
  await becomes(() => statuses(caller?.text() ?? '').length === 2_401);
  const round = ['200', '503', '503', '200'];
  expect(statuses(caller?.text() ?? '').slice(1)).toEqual(Array.from({ length: 600 }, () => round).flat());
  caller?.socket.destroy();
});

test('a service that stops under an overload comes to its end; whatever it has answered is whole and in order', async () => {
  const service = await fullService();
  running.pop();
  const callers = await callersOf(service.address, 60);
  for (const one of callers) one.write(Array.from({ length: 50 }, (_, id) => requestOf(`${id}`)).join(''));
  await callers[0]?.until(/ 503 /);
  await service.stop();
  await Promise.all(callers.map((one) => one.closed));
  for (const one of callers) {
    const answers = statuses(one.text()).slice(1);
    expect(new Set(answers)).toEqual(new Set(answers.length === 0 ? [] : ['503']));
    expect(told(one.text()).slice(1)).toEqual(answers.map((_, id) => `${id}`));
    if (answers.length > 0) expect(one.text()).toMatch(/"code":"overloaded"[^{}]*\}[^{}]*\}$/);
  }
});
