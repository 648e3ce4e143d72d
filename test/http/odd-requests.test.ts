import { afterEach, describe, expect, it } from 'vitest';
import { chunk, headOf, rawConnection, statuses } from './raw.ts';
import { example, type Service, type ServiceOptions, startService } from './service.ts';

const running: Service[] = [];
async function serve(options: ServiceOptions = {}): Promise<Service> {
  const service = await startService(options);
  running.push(service);
  return service;
}
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const body = JSON.stringify(example);
const JSON_HEAD = { 'Content-Type': 'application/json' };
const PATH = '/api/v1/evaluations';
const post = headOf(PATH, { ...JSON_HEAD, 'Content-Length': Buffer.byteLength(body) }) + body;

describe('odd requests', () => {
  it('one behind the other on one connection are answered in their order', async () => {
    const { address } = await serve();
    const one = rawConnection(address);
    one.write(`${post}GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n${post}GET /none HTTP/1.1\r\nHost: x\r\n\r\n`);
    await one.until(/notFound/);
    expect(statuses(one.text())).toEqual(['200', '200', '200', '404']);
    one.socket.destroy();
  });

  it('that wait to be told to go on are told so', async () => {
    const { address } = await serve();
    const one = rawConnection(address);
    one.write(post.slice(0, -body.length).replace('\r\n', '\r\nExpect: 100-continue\r\n'));
    await one.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    one.write(body);
    await one.until(/settlementDigest/);
    expect(statuses(one.text())).toEqual(['100', '200']);
    one.socket.destroy();
  });

  it('that are far too large are told so, though they are still being sent', async () => {
    const { address } = await serve();
    for (const headers of [{ 'Content-Length': 50_000_000 }, { 'Transfer-Encoding': 'chunked' }]) {
      const one = rawConnection(address);
      one.write(headOf(PATH, { ...JSON_HEAD, ...headers }));
      const piece = 'Content-Length' in headers ? ' '.repeat(65_536) : chunk(' '.repeat(65_536));
      let sent = 0;
      const more = () => {
        while (!one.socket.destroyed && sent < 700) {
          sent += 1;
          if (!one.socket.write(piece)) return;
        }
      };
      one.socket.on('drain', more);
      more();
      await one.closed;
      expect(statuses(one.text())).toEqual(['413']);
      expect(sent).toBeLessThan(700);
    }
  });

  it('of every method are answered by what is documented', async () => {
    const { call } = await serve();
    for (const [method, path, expected] of [
      ['HEAD', PATH, 405],
      ['OPTIONS', PATH, 405],
      ['HEAD', '/healthz', 200],
      ['OPTIONS', '/healthz', 405],
      ['OPTIONS', '*', 404],
      ['DELETE', '/api/v1/jurisdictions', 405],
      ['HEAD', '/api/v1/none', 404],
    ] as const) {
      const { status, text, headers } = await call(path === '*' ? '/*' : path, { method });
      expect([method, path, status]).toEqual([method, path, expected]);
      if (method === 'HEAD') expect(text).toBe('');
      if (status === 405) expect(headers.get('allow')).toMatch(/^(POST|GET, HEAD)$/);
    }
  });

  it('for absurd addresses are never a 500', async () => {
    const service = await serve();
    const lines = [
      'TRACE / HTTP/1.1',
      'OPTIONS * HTTP/1.1',
      'GET /%00 HTTP/1.1',
      'GET /%ff%fe HTTP/1.1',
      'GET /%zz HTTP/1.1',
      'GET /api/v1/jurisdictions/%zz HTTP/1.1',
      'GET /api/v1/jurisdictions/%00 HTTP/1.1',
      'GET // HTTP/1.1',
      'GET //evil.example/%2e%2e HTTP/1.1',
      'GET /../../etc/passwd HTTP/1.1',
      'GET /docs/../../etc/passwd HTTP/1.1',
      'GET /?%zz=%zz HTTP/1.1',
      'GET /api/v1/jurisdictions?%zz=%zz&__proto__=1 HTTP/1.1',
      'GET http://[ HTTP/1.1',
      'GET http:// HTTP/1.1',
      'GET ? HTTP/1.1',
      `GET /${'a'.repeat(10_000)} HTTP/1.1`,
      `GET /api/v1/jurisdictions/${'%41'.repeat(3_000)} HTTP/1.1`,
      `GET /${'a'.repeat(20_000)} HTTP/1.1`,
      'GET /api/v1/rule-sets/by-digest/sha256:x HTTP/1.1',
    ];
    const answers: string[] = [];
    for (const line of lines) {
      const one = rawConnection(service.address);
      one.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
      await one.closed;
      answers.push(`${line.slice(0, 60)} ${statuses(one.text())[0]}`);
    }
    expect(answers.filter((one) => !/ (200|4\d\d)$/.test(one))).toEqual([]);
    expect(service.reports).toEqual([]);
  });

  it('by their whole address are understood', async () => {
    const { address } = await serve();
    const one = rawConnection(address);
    one.write(post.replace(PATH, `${address}${PATH}`));
    await one.until(/settlementDigest/);
    one.socket.destroy();
  });

  it('that are refused have no ETag and are not kept', async () => {
    const { call } = await serve();
    for (const path of ['/none', '/api/v1/jurisdictions/999999']) {
      const { headers } = await call(path);
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
    }
  });
});
