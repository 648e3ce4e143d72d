import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describedRoutes } from '../../server/http/openapi/static-document.ts';
import { serviceLog } from '../../server/http/service-log.ts';
import { headOf, rawConnection } from './raw.ts';
import { example, type Service, startService } from './service.ts';

// Made up; nobody's.
const CANARY = 'canary-zhang-372501';
let said = '';
let service: Service;
let failing: Service;

const stream = new Writable({
  write(piece, _, done) {
    said += piece;
    done();
  },
});

beforeAll(async () => {
  const log = serviceLog({ level: 'debug', requests: true }, stream);
  service = await startService({ metricsOpen: true, log });
  failing = await startService({
    log,
    evaluate: () => {
      throw new Error(`${CANARY}\n    at ${CANARY} (${CANARY}:1:1)`);
    },
  });
});
afterAll(async () => {
  await service.stop();
  await failing.stop();
});

const claim = { ...example, id: CANARY, [CANARY]: CANARY, claim: { ...example.claim, [CANARY]: CANARY } };

describe('what callers send', () => {
  it('is in no line of the log, in no metric and in no answer to a fault, whichever route it came by', async () => {
    const routes = describedRoutes();
    for (const { method, path, body } of routes) {
      const address = `${path.replaceAll(/\{[A-Za-z]+\}/g, CANARY)}?${CANARY}=${CANARY}`;
      const headers = {
        Authorization: `Bearer dixian_${CANARY}`,
        Cookie: CANARY,
        'X-Forwarded-For': CANARY,
        'User-Agent': CANARY,
        ...(body === undefined ? {} : { 'Content-Type': body.contents[0]?.type ?? '' }),
      };
      const content = body === undefined ? {} : { body: JSON.stringify(claim) };
      await service.call(address, { method, headers, ...content });
      await service.call(path, { method, headers, ...content });
    }
    const headers = { 'Content-Type': 'application/json' };
    const answers = [
      await failing.post(JSON.stringify(claim)),
      await failing.post(JSON.stringify([claim])),
      await failing.call(`/${CANARY}`, { method: 'POST', body: JSON.stringify(claim), headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 404]);
    for (const { text } of answers.slice(0, 2)) expect(text).not.toContain(CANARY);
    expect((await service.call('/metrics')).text).not.toContain(CANARY);
    expect(said).not.toContain(CANARY);
    const events = said
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; error?: string });
    expect(events.filter(({ event }) => event === 'answered').length).toBeGreaterThanOrEqual(2 * routes.length);
    const faults = events.filter(({ event }) => event === 'fault');
    expect(faults).toHaveLength(2);
    expect(faults[0]?.error).toMatch(/^Error \| at .*log-canaries/);
  });

  it('cannot break a line of the log', async () => {
    const before = said.length;
    const one = rawConnection(service.address);
    const id = 'a\u001b[31mb';
    one.write(headOf('/%0a%0d%1b[31m', { 'Request-Id': id, Connection: 'close', 'Content-Length': 0 }));
    await one.closed;
    const sound = await service.call('/healthz', { headers: { 'Request-Id': '{"level":"error"}' } });
    expect(sound.status).toBe(200);
    const lines = said.slice(before).trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as { requestId: string });
    expect(events.at(-1)?.requestId).toBe('{"level":"error"}');
    expect(said).not.toContain('[31m');
    expect([...said].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  });
});

describe('/metrics', () => {
  it('is Prometheus text, rises by what was done, and knows unknown addresses by one name', async () => {
    const read = async () => {
      const { text, headers } = await service.call('/metrics');
      expect(headers.get('content-type')).toMatch(/^text\/plain; ?version=0\.0\.4/);
      const samples = new Map<string, number>();
      const declared = new Set<string>();
      for (const line of text.trimEnd().split('\n')) {
        if (line === '') continue;
        const type = /^# TYPE ([a-z_:][\w:]*) (counter|gauge|histogram|summary)$/.exec(line);
        if (type !== null) declared.add(type[1] ?? '');
        if (line.startsWith('#')) continue;
        const sample = /^([a-z_:][\w:]*)(\{(?:[a-z_]\w*="(?:[^"\\]|\\.)*",?)*\})? (-?[\d.e+-]+|NaN|\+Inf)$/i.exec(line);
        expect(sample, line).not.toBeNull();
        const name = (sample?.[1] ?? '').replace(/_(bucket|sum|count)$/, '');
        expect(declared.has(name) || declared.has(sample?.[1] ?? ''), line).toBe(true);
        samples.set(`${sample?.[1]}${sample?.[2] ?? ''}`, Number(sample?.[3]));
      }
      return samples;
    };
    const before = await read();
    await service.post(JSON.stringify(example));
    await service.post(JSON.stringify([example, example, {}]));
    for (let index = 0; index < 30; index += 1) await service.call(`/unknown/${index}`, { method: 'PUT' });
    const after = await read();
    const risen = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(risen('dixian_claims_total{way="single",outcome="settled"}')).toBe(1);
    expect(risen('dixian_claims_total{way="array",outcome="settled"}')).toBe(2);
    expect(risen('dixian_claims_total{way="array",outcome="refused"}')).toBe(1);
    expect(risen('dixian_http_request_duration_seconds_count{operation="none",status="404"}')).toBe(30);
    const operations = new Set([...after.keys()].map((name) => /operation="([^"]*)"/.exec(name)?.[1]));
    const known = new Set([...describedRoutes().map(({ operation }) => operation), 'none', undefined]);
    expect([...operations].filter((one) => !known.has(one as string))).toEqual([]);
  });
});
