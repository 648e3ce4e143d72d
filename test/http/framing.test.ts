import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestLine } from './batch/rooms.ts';
import { chunk, headOf, rawConnection, statuses } from './raw.ts';
import { example, type Service, startService } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const PATH = '/api/v1/evaluations';
const BATCH = `${PATH}/batch`;
const body = JSON.stringify(example);
const length = Buffer.byteLength(body);
const JSON_HEAD = { 'Content-Type': 'application/json', Connection: 'close' };
const EXPECT = { Expect: '100-continue' };

/** All that a service answers to what is sent, until it closes. */
async function answerTo(sent: string): Promise<string> {
  const one = rawConnection(service.address);
  one.write(sent);
  await one.closed;
  return one.text();
}

describe('a request that Node takes', () => {
  it.each([
    ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n'],
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b/<x>\r\n\r\n'],
    ['HTTP/2.0', 'GET / HTTP/2.0\r\nHost: x\r\n\r\n'],
    ['HTTP/0.9', 'GET /\r\nHost: x\r\n\r\n'],
    ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n'],
  ])('with %s is 400 as a problem, and its connection is closed', async (_, sent) => {
    const text = await answerTo(sent);
    expect([statuses(text), /"code":"(\w+)"/.exec(text)?.[1]]).toEqual([['400'], 'requestMalformed']);
    expect(text).toMatch(/^connection: close$/im);
  });

  it.each(['dixian.example:8080', '[::1]:8080', '127.0.0.1', 'xn--yfrt4h.example', ''])(
    'with the host "%s" is answered',
    async (host) => {
      const text = await answerTo(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(statuses(text)).toEqual(['200']);
    },
  );

  it('in a transfer encoding beside chunks is 415, where its body is read', async () => {
    for (const [path, type] of [
      [PATH, 'application/json'],
      [BATCH, 'application/x-ndjson'],
    ] as const) {
      const head = { 'Content-Type': type, Connection: 'close', 'Transfer-Encoding': 'gzip, chunked' };
      const text = await answerTo(`${headOf(path, head)}${chunk(body)}0\r\n\r\n`);
      expect([statuses(text), /"code":"(\w+)"/.exec(text)?.[1]]).toEqual([['415'], 'unsupportedEncoding']);
    }
    const plain = await answerTo(
      `${headOf(PATH, { ...JSON_HEAD, 'Transfer-Encoding': 'Chunked' })}${chunk(body)}0\r\n\r\n`,
    );
    expect(statuses(plain)).toEqual(['200']);
  });
});

describe('a connection between two requests', () => {
  it('is closed after the idle seconds, which its answers say', async () => {
    const idle = await startService({ limits: { idleSeconds: 2 } });
    const one = rawConnection(idle.address);
    one.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    const began = performance.now();
    await one.closed;
    expect(one.text()).toMatch(/^keep-alive: timeout=2$/im);
    const seconds = (performance.now() - began) / 1000;
    expect([seconds > 1.9, seconds < 8]).toEqual([true, true]);
    await idle.stop();
  });

  it('goes on behind a GET whose body nobody reads', async () => {
    const sent = `GET /api/v1/jurisdictions HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`;
    const text = await answerTo(`${sent}GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(statuses(text)).toEqual(['200', '200']);
  });
});

describe('who waits to be told to go on', () => {
  it.each([
    ['of another type', { 'Content-Type': 'text/plain', 'Content-Length': length }, '415'],
    ['too large', { 'Content-Type': 'application/json', 'Content-Length': 99_999_999_999 }, '413'],
    ['compressed', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'Content-Length': length }, '415'],
  ])('with a body %s is refused at once, and the connection closed', async (_, head, status) => {
    const text = await answerTo(headOf(PATH, { ...EXPECT, ...head }));
    expect(statuses(text)).toEqual([status]);
    expect(text).toMatch(/^connection: close$/im);
  });

  it('with a batch is told when it is read, and the connection stays', async () => {
    const one = rawConnection(service.address);
    const line = `${requestLine('first')}\n`;
    const head = { 'Content-Type': 'application/x-ndjson', 'Content-Length': Buffer.byteLength(line) };
    one.write(headOf(BATCH, { ...EXPECT, ...head }));
    await one.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    one.write(line);
    await one.until(/"id":"first"[\s\S]*\r\n0\r\n\r\n/);
    one.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await one.closed;
    expect(statuses(one.text())).toEqual(['100', '200', '200']);
  });
});
