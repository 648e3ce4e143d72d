import { afterAll, describe, expect, it } from 'vitest';
import type { EvaluationPool } from '../../server/http/batch/evaluation-pool.ts';
import { type Evaluate, evaluator } from '../../server/usecases/evaluate.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { emptyFolder } from '../cli/dixian.ts';
import { BatchServices, batch, begin, CHUNKED, NDJSON, PATH } from './batch/batch-services.ts';
import { parseLines, poolOver, requestLine, threadThat } from './batch/rooms.ts';
import { becomes, chunk, headOf, rawConnection, sentUntilStill } from './raw.ts';
import { keyOf, SetUps } from './set-ups.ts';

const folder = emptyFolder();
afterAll(folder.remove);
const services = new BatchServices();
const { serve } = services;

/** A pool without threads whose evaluation is counted and may be disturbed. */
function disturbed(disturb: (request: { readonly id?: string }) => void): EvaluationPool {
  const evaluate = evaluator(new RuleBook(services.source));
  const counted: Evaluate = (request) => {
    disturb(request as { id?: string });
    return evaluate(request);
  };
  return poolOver(services.source, { evaluate: counted });
}

describe('POST /api/v1/evaluations/batch', () => {
  it('answers 20,000 lines in their order, wrong ones in their place, and counts them', async () => {
    const service = await serve({ metricsOpen: true });
    const lines = Array.from({ length: 20_000 }, (_, index) => (index % 100 === 7 ? '{' : requestLine(`r${index}`)));
    const { status, headers, text } = await batch(service, lines.join('\n'));
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const answers = parseLines(text);
    expect(answers).toHaveLength(20_000);
    const wrong = answers.findIndex(({ id, line }, index) =>
      index % 100 === 7 ? line !== index + 1 || id !== null : id !== `r${index}`,
    );
    expect(wrong).toBe(-1);
    const metrics = (await service.call('/metrics')).text;
    expect(metrics).toContain('dixian_claims_total{way="batch",outcome="settled"} 19800');
    expect(metrics).toContain('dixian_claims_total{way="batch",outcome="refused"} 200');
  });

  it('gives lines what they leave out, counts blank ones, and refuses one of 10 MB in its place', async () => {
    const service = await serve();
    const bare = requestLine('bare', { jurisdiction: undefined, date: undefined });
    const text = `${bare}\n\n${'x'.repeat(10 * 1024 * 1024)}\n${bare}`;
    const { text: said } = await batch(service, text, '?jurisdiction=371525&date=2019-06-01&explain=true');
    const answers = parseLines(said);
    expect(answers.map(({ id, line, problem }) => [id, line, (problem as { code?: string })?.code])).toEqual([
      ['bare', undefined, undefined],
      [null, 3, 'lineTooLong'],
      ['bare', undefined, undefined],
    ]);
    expect(answers[0]).toMatchObject({ jurisdiction: '371525', date: '2019-06-01', explanation: expect.any(Array) });
  });

  it('refuses a line with decimals that no double holds, and takes zeros and a power of ten', async () => {
    const service = await serve();
    const line = (inScope: string) => requestLine(inScope).replace('"inScope":20000', `"inScope":${inScope}`);
    const sent = ['1.0000000000000000000001', '20000.000000000000000000', '2e4', '100.001'];
    const answers = parseLines((await batch(service, sent.map(line).join('\n'))).text);
    expect(answers.map(({ id, problem }) => [id, (problem as { code?: string })?.code])).toEqual([
      [null, 'jsonNumberNotExact'],
      ['20000.000000000000000000', undefined],
      ['2e4', undefined],
      ['100.001', 'claimNotMoney'],
    ]);
  });

  it('answers while the rest is still to come', async () => {
    const service = await serve();
    const one = begin(service, `${requestLine('first')}\n`);
    await one.until(/"id":"first"/);
    one.write(`${chunk(`${requestLine('second')}\n`)}0\r\n\r\n`);
    await one.until(/"id":"second"[\s\S]*\r\n0\r\n\r\n$/);
    one.socket.destroy();
  });

  it('does not read from who does not read', async () => {
    const service = await serve({ limits: { idleSeconds: 600 } });
    const one = rawConnection(service.address);
    one.socket.pause();
    one.write(headOf(PATH, CHUNKED));
    const piece = chunk(`${requestLine('x')}\n`.repeat(500));
    const before = process.memoryUsage.rss();
    expect(await sentUntilStill(one, piece)).toBeLessThan(60_000_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000);
    one.socket.destroy();
    await becomes(() => service.logged.length === 1);
    expect(service.logged[0]).toMatchObject({ operation: 'evaluateBatch', status: 499 });
  });

  it('waits for a slow reader without leaving listeners behind', async () => {
    const warnings: string[] = [];
    const hear = ({ name }: Error) => warnings.push(name);
    process.on('warning', hear);
    const service = await serve();
    const one = rawConnection(service.address);
    const text = `${requestLine('x', { explain: true })}\n`.repeat(600);
    one.write(headOf(PATH, { ...NDJSON, Connection: 'close', 'Content-Length': Buffer.byteLength(text) }) + text);
    one.socket.on('data', () => {
      one.socket.pause();
      setTimeout(() => one.socket.resume(), 1);
    });
    await one.closed;
    process.off('warning', hear);
    expect(one.text()).toMatch(/\r\n0\r\n\r\n$/);
    expect(warnings).toEqual([]);
  });

  it('stops working when the caller leaves, and has room for the next', async () => {
    let evaluated = 0;
    const pool = disturbed(() => {
      evaluated += 1;
    });
    const service = await serve({ pool, limits: { batches: 1 } });
    for (let round = 0; round < 3; round += 1) {
      const one = begin(service, `${requestLine('x')}\n`.repeat(400));
      const feed = setInterval(() => one.socket.write(chunk(`${requestLine('x')}\n`.repeat(400))), 5);
      await one.until(/"id":"x"/);
      one.socket.destroy();
      clearInterval(feed);
      await becomes(() => service.logged.length === round + 1);
      const after = evaluated;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(evaluated - after).toBeLessThan(400);
    }
    expect(parseLines((await batch(service, requestLine('next'))).text)).toMatchObject([{ id: 'next' }]);
    expect(service.reports).toEqual([]);
  });

  it('refuses more batches than it may have, and says when to come again', async () => {
    const service = await serve({ limits: { batches: 1 } });
    const one = begin(service, `${requestLine('held')}\n`);
    await one.until(/"id":"held"/);
    const refused = await batch(service, requestLine('x'));
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([503, 'overloaded', '1']);
    one.write('0\r\n\r\n');
    await one.until(/\r\n0\r\n\r\n$/);
    expect((await batch(service, requestLine('x'))).status).toBe(200);
    one.socket.destroy();
  });

  it.each(['1.1', '1.0'])('resets the connection after a fault of ours, in HTTP/%s', async (version) => {
    const pool = disturbed(({ id }) => {
      if (id === 'trap') throw new Error('a fault that a test planted');
    });
    const service = await serve({ pool });
    const lines = `${`${requestLine('x')}\n`.repeat(500)}${requestLine('trap')}\n${requestLine('after')}\n`;
    const one = rawConnection(service.address);
    const head = headOf(PATH, { ...NDJSON, 'Request-Id': 'mine', 'Content-Length': Buffer.byteLength(lines) });
    const fault = lines.lastIndexOf(requestLine('trap'));
    one.write(head.replace('HTTP/1.1', `HTTP/${version}`) + lines.slice(0, fault));
    // All answers first: a reset that comes together with data is told by Node's own client as a plain end.
    await becomes(() => one.text().split('"id":"x"').length === 501);
    one.write(lines.slice(fault));
    const ended = await one.closed;
    expect([ended, ended === null ? one.text().slice(0, 900) : '']).toEqual(['ECONNRESET', '']);
    expect(one.text()).not.toMatch(/"id":"(trap|after)"/);
    expect(one.text()).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(service.reports).toEqual(['mine']);
    expect(service.logged.at(-1)).toMatchObject({ requestId: 'mine', status: 500 });
    await expect(batch(service, lines)).rejects.toThrow();
    expect((await batch(service, requestLine('x'))).status).toBe(200);
  });

  it('resets the connection where a thread dies in the midst of it, and goes on with another', async () => {
    const file = threadThat(folder.path, 'dies', 'if (text.includes(\'"die"\')) process.exit(7);');
    const service = await serve({ pool: poolOver(services.source, { size: 2, worker: file }) });
    const one = begin(service, `${requestLine('x')}\n`.repeat(500));
    await becomes(() => one.text().split('"id":"x"').length === 501);
    const rest = `${requestLine('y')}\n`.repeat(300);
    one.write(`${chunk(`${requestLine('die')}\n${rest}`)}0\r\n\r\n`);
    expect(await one.closed).toBe('ECONNRESET');
    expect(one.text()).not.toMatch(/"id":"die"|\r\n0\r\n\r\n$/);
    await becomes(() => service.logged.length === 1);
    expect(service.logged[0]).toMatchObject({ operation: 'evaluateBatch', status: 500 });
    expect(service.reports).toHaveLength(1);
    const answers = parseLines((await batch(service, `${requestLine('x')}\n`.repeat(500))).text);
    expect(answers.filter(({ paid }) => paid === 18902)).toHaveLength(500);
  });

  it('answers what is wrong before the first line by a problem', async () => {
    const service = await serve();
    const { status, json } = await batch(service, requestLine('x'), '?date=tomorrow');
    expect([status, json.code]).toEqual([422, 'requestNotDate']);
  });

  it('holds a key to its jurisdictions, line by line, under every code they have had', async () => {
    const { access } = await new SetUps().options('keys');
    const service = await serve(access === undefined ? {} : { access });
    const ask = (character: string, ...codes: readonly string[]) =>
      batch(service, codes.map((code) => requestLine(code, { jurisdiction: code })).join('\n'), '', {
        Authorization: `Bearer ${keyOf(character)}`,
      });
    const answers = parseLines((await ask('j', '371521', '371525', '371500', '371521')).text);
    const codes = answers.map(
      ({ problem }) => (problem as { code: string; status: number } | undefined)?.status ?? 200,
    );
    expect(codes).toEqual([200, 403, 403, 200]);
    expect((await ask('s', '371521')).status).toBe(403);
  });
});

describe('a stop in the middle of a batch', () => {
  it('lets it finish, closes its connection, and takes no other', async () => {
    const service = await serve();
    const [one, open] = [begin(service, `${requestLine('first')}\n`), rawConnection(service.address)];
    const asking = rawConnection(service.address);
    asking.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    await one.until(/"id":"first"/);
    open.write(headOf('/api/v1/evaluations', { 'Content-Type': 'application/json', 'Content-Length': 20 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = service.stop();
    await expect(service.call('/healthz')).rejects.toThrow();
    // Who had begun to ask is told to go elsewhere.
    asking.write('\r\n');
    await asking.closed;
    expect(asking.text()).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close/i);
    expect(asking.text()).toContain('{"status":"notReady","reasons":["stopping"]}');
    open.write(' '.repeat(20));
    await open.closed;
    expect(open.text()).toMatch(/^HTTP\/1\.1 400 [\s\S]*connection: close/i);
    one.write(`${chunk(`${requestLine('last')}\n`)}0\r\n\r\n`);
    await one.closed;
    expect(one.text()).toMatch(/"id":"last"[\s\S]*\r\n0\r\n\r\n$/);
    await stopped;
  });

  it('resets what does not end in time', async () => {
    const service = await serve({ limits: { stopSeconds: 1 } });
    const one = begin(service, `${requestLine('first')}\n`);
    await one.until(/"id":"first"/);
    await service.stop();
    expect(await one.closed).toBe('ECONNRESET');
    expect(one.text()).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(service.reports).toEqual([]);
  });
});
