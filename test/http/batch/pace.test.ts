import { describe, expect, it } from 'vitest';
import { type Evaluate, evaluator } from '../../../server/usecases/evaluate.ts';
import { RuleBook } from '../../../server/usecases/rule-book.ts';
import { becomes, chunk, headOf, rawConnection } from '../raw.ts';
import { BatchServices, batch, begin, CHUNKED, PATH } from './batch-services.ts';
import { parseLines, poolOver, requestLine } from './rooms.ts';

const services = new BatchServices();
const { serve } = services;

describe('a batch that is too slow', () => {
  const pace = { bytesPerSecond: 100, graceSeconds: 1, idleSeconds: 600, batches: 1 };

  it('before its first answer is told so: 408', async () => {
    const service = await serve({ limits: pace });
    const one = rawConnection(service.address);
    one.write(headOf(PATH, { ...CHUNKED, 'Accept-Language': 'en' }));
    const drip = setInterval(() => one.write(chunk(' ')), 100);
    await one.closed;
    clearInterval(drip);
    expect(one.text()).toMatch(/^HTTP\/1\.1 408 [\s\S]*connection: close[\s\S]*"code":"requestTooSlow"/i);
    expect(service.logged).toMatchObject([{ operation: 'evaluateBatch', status: 408 }]);
    expect((await batch(service, requestLine('next'))).status).toBe(200);
    expect(service.reports).toEqual([]);
  });

  it('after its first answer is reset, so that it does not look like one that has ended', async () => {
    const service = await serve({ limits: pace });
    const one = begin(service, `${requestLine('first')}\n`);
    await one.until(/"id":"first"/);
    const drip = setInterval(() => one.write(chunk(' ')), 100);
    expect(await one.closed).toBe('ECONNRESET');
    clearInterval(drip);
    expect(one.text()).not.toMatch(/\r\n0\r\n\r\n$/);
    await becomes(() => service.logged.length === 1);
    expect(service.logged).toMatchObject([{ operation: 'evaluateBatch', status: 408 }]);
    expect((await batch(service, requestLine('next'))).status).toBe(200);
    expect(service.reports).toEqual([]);
  });

  it('in taking its answers is reset, and has room for the next', async () => {
    const service = await serve({ limits: { ...pace, bytesPerSecond: 20_000 } });
    const one = rawConnection(service.address);
    one.socket.pause();
    one.write(headOf(PATH, CHUNKED));
    const piece = chunk(`${requestLine('x', { explain: true })}\n`.repeat(500));
    const more = () => {
      while (!one.socket.destroyed && one.socket.write(piece));
    };
    one.socket.on('drain', more);
    more();
    await one.closed;
    await becomes(() => service.logged.length === 1);
    expect(service.logged).toMatchObject([{ operation: 'evaluateBatch', status: 499 }]);
    expect((await batch(service, requestLine('next'))).status).toBe(200);
    expect(service.reports).toEqual([]);
  });

  it('only because the service is, is not cut', async () => {
    const evaluate = evaluator(new RuleBook(services.source));
    const slow: Evaluate = async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return evaluate(request);
    };
    const service = await serve({ limits: pace, pool: poolOver(services.source, { evaluate: slow }) });
    const lines = `${requestLine('x')}\n`.repeat(35);
    expect(parseLines((await batch(service, lines)).text)).toHaveLength(35);
  });
});
