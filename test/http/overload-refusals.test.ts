import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { OverloadRefusals } from '../../server/http/limits/overload-refusals.ts';
import { becomes, headOf, rawConnection, statuses } from './raw.ts';
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

test('far more requests than are refused at once, over many connections: each has its own refusal, and the next request its answer', async () => {
  const { address, call } = await fullService();
  const callers = Array.from({ length: 60 }, () => rawConnection(address));
  // Connections are taken on one a turn: all are there first, so that what is sent then comes in one.
  for (const one of callers) one.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await Promise.all(callers.map((one) => one.until(/"ok"/)));
  const sent = callers.map((_, caller) => Array.from({ length: 50 }, (_, request) => `${caller}-${request}`));
  for (const [caller, ids] of sent.entries()) callers[caller]?.write(ids.map((id) => requestOf(id)).join(''));
  const told = (text: string) => [...text.matchAll(/request-id: (\S+)/gi)].map(([, id]) => id);
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
