import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../server/store/folder-source.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';
import { becomes, chunk, headOf, type RawConnection, rawConnection, statuses } from './raw.ts';
import { example, type Service, type ServiceOptions, startService } from './service.ts';
import { keyOf, SetUps } from './set-ups.ts';

const running: Service[] = [];
async function serve(options: ServiceOptions = {}): Promise<Service> {
  const service = await startService(options);
  running.push(service);
  return service;
}
// After all, since some of the tests run at the same time.
afterAll(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const body = JSON.stringify(example);
const JSON_HEAD = { 'Content-Type': 'application/json' };
const PATH = '/api/v1/evaluations';
const post = headOf(PATH, { ...JSON_HEAD, 'Content-Length': Buffer.byteLength(body) }) + body;
const codeOf = (text: string) => /"code":"([A-Za-z]+)"/.exec(text)?.[1];

// They mostly wait, and each has a service of its own. Where a second of delay would cut another caller too, they run alone.
describe.concurrent('slow callers', () => {
  it.sequential('who drip their headers are cut', async () => {
    const { address, call } = await serve({ limits: { headerSeconds: 1 } });
    const slow = rawConnection(address);
    const drip = setInterval(() => slow.write('X-A: b\r\n'), 100);
    slow.write('GET / HTTP/1.1\r\nHost: x\r\n');
    await slow.closed;
    clearInterval(drip);
    expect(slow.text()).toMatch(/^HTTP\/1\.1 408 /);
    expect((await call('/healthz')).status).toBe(200);
  });

  it('who drip their body, or stop in it, are told 408 and cut', async () => {
    const { address, reports } = await serve({ limits: { bodySeconds: 1 } });
    const [dripping, stopped] = [rawConnection(address), rawConnection(address)];
    for (const one of [dripping, stopped]) one.write(headOf(PATH, { ...JSON_HEAD, 'Content-Length': 1000 }));
    const drip = setInterval(() => dripping.write(' '), 100);
    await Promise.all([dripping.closed, stopped.closed]);
    clearInterval(drip);
    for (const one of [dripping, stopped]) {
      expect(statuses(one.text())).toEqual(['408']);
      expect(codeOf(one.text())).toBe('requestTooSlow');
      expect(one.text()).toMatch(/connection: close/i);
    }
    expect(reports).toEqual([]);
  });

  it('who send chunks for ever are cut by the time limit', async () => {
    const { address } = await serve({ limits: { bodySeconds: 1 } });
    const endless = rawConnection(address);
    endless.write(headOf(PATH, { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' }));
    const drip = setInterval(() => endless.write(chunk(' ')), 50);
    await endless.closed;
    clearInterval(drip);
    expect(codeOf(endless.text())).toBe('requestTooSlow');
  });

  it('whose body comes slower than it must are told 408, long before its time is over', async () => {
    const service = await serve({ limits: { bodySeconds: 600, bytesPerSecond: 100, graceSeconds: 1 } });
    const [dripping, stopped] = [rawConnection(service.address), rawConnection(service.address)];
    for (const one of [dripping, stopped]) one.write(headOf(PATH, { ...JSON_HEAD, 'Content-Length': 1000 }));
    const drip = setInterval(() => dripping.write(' '), 100);
    await Promise.all([dripping.closed, stopped.closed]);
    clearInterval(drip);
    for (const one of [dripping, stopped]) {
      expect(statuses(one.text())).toEqual(['408']);
      expect(codeOf(one.text())).toBe('requestTooSlow');
      expect(one.text()).toMatch(/connection: close/i);
    }
    expect(service.reports).toEqual([]);
  });

  it('whose body comes fast enough may take their time', async () => {
    const { address } = await serve({ limits: { bytesPerSecond: 100, graceSeconds: 1 } });
    const one = rawConnection(address);
    one.write(headOf(PATH, { ...JSON_HEAD, 'Transfer-Encoding': 'chunked' }));
    // Each piece is enough for a hundred seconds; all of them take longer than the pace is measured over, three times.
    for (let sent = 0; sent < 35; sent += 1) {
      one.write(chunk(' '.repeat(10_000)));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    one.write(`${chunk(body)}0\r\n\r\n`);
    await one.until(/settlementDigest/);
    expect(statuses(one.text())).toEqual(['200']);
    one.socket.destroy();
  });

  it('are not cut for their pace where there is no such limit', async () => {
    const { address } = await serve({ limits: { bytesPerSecond: 0, graceSeconds: 1 } });
    const one = rawConnection(address);
    one.write(headOf(PATH, { ...JSON_HEAD, 'Content-Length': Buffer.byteLength(body) }));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    one.write(body);
    await one.until(/settlementDigest/);
    one.socket.destroy();
  });

  it.sequential('who say nothing are closed, before a request and after one', async () => {
    const { address } = await serve({ limits: { idleSeconds: 1 } });
    const [silent, after] = [rawConnection(address), rawConnection(address)];
    after.write(post);
    await Promise.all([silent.closed, after.closed]);
    expect([silent.text(), statuses(after.text())]).toEqual(['', ['200']]);
  });
});

describe('callers who leave', () => {
  it('in the middle of a body are no fault of the service, and are told apart in log and metrics', async () => {
    const service = await serve({ metricsOpen: true });
    for (const path of [PATH, '/api/v1/fundings']) {
      const leaving = rawConnection(service.address);
      const beginning = `${headOf(path, { ...JSON_HEAD, 'Content-Length': 1000 })}{`;
      // Not before it is on its way: who never came has not left.
      await new Promise<unknown>((sent) => leaving.socket.write(beginning, sent));
      leaving.socket.destroy();
    }
    await becomes(() => service.logged.length === 2);
    expect(service.reports).toEqual([]);
    expect(service.logged.map(({ status }) => status)).toEqual([499, 499]);
    expect((await service.call('/metrics')).text).toMatch(/_count\{operation="evaluate",status="499"\} 1/);
  });
});

describe('too much at once', () => {
  it('connections above the limit are dropped and counted', async () => {
    const service = await serve({ limits: { connections: 3 }, metricsOpen: true });
    const held = [1, 2, 3].map(() => rawConnection(service.address));
    for (const one of held) one.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await Promise.all(held.map((one) => one.until(/"ok"/)));
    const dropped = [1, 2, 3, 4].map(() => rawConnection(service.address));
    await Promise.all(dropped.map((one) => one.closed));
    expect(dropped.map((one) => one.text())).toEqual(['', '', '', '']);
    held[0]?.write('GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await held[0]?.until(/connections_dropped_total \d/)).toContain('dixian_http_connections_dropped_total 4');
    for (const one of held) one.socket.destroy();
  });

  it('above its memory it refuses claims, says when to come again, and is not ready but alive', async () => {
    const { post: send, call } = await serve({ limits: { memoryMegabytes: 1 } });
    await becomes(async () => (await call('/readyz')).status === 503);
    const refused = await send(body);
    expect([refused.status, refused.headers.get('retry-after'), refused.json.code]).toEqual([503, '1', 'overloaded']);
    expect((await call('/readyz')).json).toEqual({ status: 'notReady', reasons: ['memory'] });
    expect((await call('/healthz')).status).toBe(200);
  });

  it('in an overload each request is answered, by 200 or by 503 with Retry-After', async () => {
    const settle = evaluator(new RuleBook(await openFolder(join(root, 'rules'))));
    let waiting: RawConnection[] = [];
    const service = await serve({
      limits: { evaluationMilliseconds: 1 },
      evaluate: (request) => {
        // Each that is settled brings two more, so that more and more come at a pace that has become known.
        for (const one of waiting.splice(0, 2)) one.write(post);
        const until = performance.now() + 3;
        while (performance.now() < until);
        return settle(request);
      },
    });
    const callers = Array.from({ length: 50 }, () => rawConnection(service.address));
    for (const one of callers) one.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await Promise.all(callers.map((one) => one.until(/"ok"/)));
    let sent = 0;
    let all: readonly string[] = [];
    // Where the machine pauses in between, they may come one by one: so again, until they do not.
    while (!all.includes('503')) {
      waiting = callers.slice(1);
      callers[0]?.write(post);
      sent += callers.length;
      await becomes(() => {
        all = callers.flatMap((one) => statuses(one.text()).slice(1));
        return all.length === sent;
      });
    }
    const refused = all.filter((status) => status === '503').length;
    expect(all.filter((status) => status === '200').length + refused).toBe(sent);
    expect(callers.flatMap((one) => one.text().match(/retry-after: \d+/gi) ?? [])).toHaveLength(refused);
    for (const one of callers) one.socket.destroy();
  });

  it('unpublished texts wait for each other, so many and no more', async () => {
    const service = await serve({ limits: { drafts: 2 } });
    const text = 'kind: RuleSet\n';
    const ask = () =>
      service.call('/api/v1/validations', { method: 'POST', body: text, headers: { 'Content-Type': 'text/plain' } });
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ status, headers }) => status === 503 && headers.get('retry-after') === '1')).toBe(true);
    expect((await ask()).status).toBe(200);
  });
});

describe('the rate limit', () => {
  const allowed = { limits: { requestsPerSecond: 1, burst: 3 } };
  const asks = async (service: Service, headers: readonly Record<string, string>[]) => {
    const answers: string[] = [];
    for (const one of headers) {
      const { status, headers: sent } = await service.call('/api/v1/jurisdictions', { headers: one });
      answers.push(status === 429 ? `429 ${Number(sent.get('retry-after')) > 0}` : `${status}`);
    }
    return answers;
  };
  const from = (address: string) => ({ 'X-Forwarded-For': address });

  it('is by address, whatever header a caller makes up', async () => {
    const service = await serve(allowed);
    expect(await asks(service, ['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4'].map(from))).toEqual([
      '200',
      '200',
      '200',
      '429 true',
    ]);
    expect((await service.call('/healthz')).status).toBe(200);
  });

  it('behind a proxy is by the address that the proxy saw, not by those that were claimed before', async () => {
    const service = await serve({ ...allowed, trustedProxies: 1 });
    const spoofed = [1, 2, 3, 4].map((one) => from(`${one}.${one}.${one}.${one}, 9.9.9.9`));
    expect(await asks(service, [...spoofed, from('8.8.8.8')])).toEqual(['200', '200', '200', '429 true', '200']);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    const service = await serve({ ...allowed, trustedProxies: 1 });
    const network = ['2001:db8::1', '2001:db8:0:0:1::1', '2001:0db8::ffff:2', '2001:db8::9'].map(from);
    expect(await asks(service, [...network, from('2001:db8:0:1::1')])).toEqual([
      '200',
      '200',
      '200',
      '429 true',
      '200',
    ]);
  });

  it('is by key, and who tries keys is counted by address', async () => {
    const setUps = new SetUps();
    const { access } = await setUps.options('keys');
    const service = await serve({ ...allowed, ...(access === undefined ? {} : { access }) });
    const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
    const reader = bearer(keyOf('s'));
    expect(await asks(service, [reader, reader, reader, reader])).toEqual(['200', '200', '200', '429 true']);
    expect(await asks(service, [bearer(keyOf('a'))])).toEqual(['200']);
    const tried = ['1', '2', '3', '4'].map((one) => bearer(keyOf(one)));
    expect(await asks(service, tried)).toEqual(['401', '401', '401', '429 true']);
  });
});
