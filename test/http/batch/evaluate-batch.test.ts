import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BatchOptions, evaluateBatch } from '../../../server/http/batch/evaluate-batch.ts';
import type { EvaluationPool } from '../../../server/http/batch/evaluation-pool.ts';
import { type Evaluate, evaluator } from '../../../server/usecases/evaluate.ts';
import { RuleBook } from '../../../server/usecases/rule-book.ts';
import { cityRules, open, parseLines, poolOver, requestLine, workerFile } from './rooms.ts';

let pools: Readonly<Record<'here' | 'threads', EvaluationPool>>;
beforeAll(async () => {
  const source = await cityRules();
  pools = { here: poolOver(source), threads: poolOver(source, { size: 2, worker: workerFile }) };
});
afterAll(async () => {
  await pools.here.close();
  await pools.threads.close();
});

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const cut of [...cuts, bytes.length]) {
    yield bytes.subarray(start, cut);
    start = cut;
  }
}

async function allOf(pool: EvaluationPool, input: AsyncIterable<Uint8Array>, options: Partial<BatchOptions> = {}) {
  const pieces: Uint8Array[] = [];
  for await (const piece of evaluateBatch(pool, input, { ...open, ...options })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** An input without end that counts what was read of it. */
function endless(piece = Buffer.from(`${requestLine('1')}\n`.repeat(150))) {
  const seen = { bytes: 0, ended: false };
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        seen.bytes += piece.length;
        yield piece;
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, input: read() };
}

/** Lets everything happen that can happen by itself. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe.each(['here', 'threads'] as const)('a batch evaluated by %s', (where) => {
  it('is answered alike however the input is cut', async () => {
    const lines = [
      requestLine('一'),
      '',
      'no json',
      requestLine('𠮷🧾'),
      ' ',
      requestLine('é', { date: '2019-02-30' }),
    ];
    const text = Buffer.from(`${lines.join('\r\n')}\n${'x'.repeat(5000)}\n${requestLine('last')}`);
    // Enough before it that threads take part.
    const first = Buffer.from(`${requestLine('f')}\n`.repeat(where === 'here' ? 1 : 130));
    const options = { lineLimit: 4000 };
    const expected = await allOf(pools.here, inPieces(Buffer.concat([first, text]), []), options);
    expect(parseLines(expected).slice(-5)).toMatchObject([
      { problem: { code: 'notJson' } },
      { id: '𠮷🧾', paid: 18902 },
      { id: 'é', problem: { status: 422 } },
      { id: null, problem: { code: 'lineTooLong' } },
      { id: 'last', paid: 18902 },
    ]);
    const cuts = fc.array(fc.nat({ max: text.length }), { maxLength: 40 }).map((all) => all.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(cuts, async (found) => {
        const after = found.map((cut) => first.length + cut);
        expect(await allOf(pools[where], inPieces(Buffer.concat([first, text]), after), options)).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('is answered byte by byte', async () => {
    const text = Buffer.from(`${requestLine('一')}\n${requestLine('二')}\n`);
    const every = Array.from(text, (_, index) => index);
    expect(await allOf(pools[where], inPieces(text, every))).toBe(await allOf(pools[where], inPieces(text, [])));
  });

  it('counts, in the order of the answers', async () => {
    const counts: unknown[] = [];
    const text = Buffer.from(`${requestLine('1')}\n{}\n\n${requestLine('3')}\n`.repeat(1000));
    await allOf(pools[where], inPieces(text, [5, 100_000]), { counted: (one) => counts.push(one) });
    expect(counts.length).toBeGreaterThan(3);
    expect(counts.at(-1)).toEqual({ done: 3000, bad: 1000 });
  });

  it('answers nothing to nothing', async () => {
    expect(await allOf(pools[where], inPieces(Buffer.from(''), []))).toBe('');
    expect(await allOf(pools[where], inPieces(Buffer.from('\n \n'), [1]))).toBe('');
  });

  it('answers what is there while the sender waits for it before it sends more', async () => {
    let answered: (() => void) | undefined;
    async function* oneByOne(): AsyncGenerator<Uint8Array> {
      for (let id = 1; id <= 3; id += 1) {
        const heard = new Promise<void>((resolve) => {
          answered = resolve;
        });
        yield Buffer.from(`${requestLine(String(id))}\n`);
        await heard;
      }
    }
    let lines = 0;
    for await (const piece of evaluateBatch(pools[where], oneByOne(), open)) {
      lines += parseLines(Buffer.from(piece).toString()).length;
      answered?.();
    }
    expect(lines).toBe(3);
  });

  it('reads no further while nobody reads the answers', async () => {
    const { seen, input } = endless();
    const answers = evaluateBatch(pools[where], input, open);
    for (let piece = 0; piece < 20; piece += 1) await answers.next();
    await settle();
    const read = seen.bytes;
    await settle();
    expect(seen.bytes).toBe(read);
    // What was answered, what two threads may hold of it, and a piece on its way.
    expect(read).toBeLessThan(3 * 1024 * 1024);
    await answers.return();
    await settle();
    expect(seen).toEqual({ bytes: read, ended: true });
  });

  it('stops where its signal says so, though the input says nothing more', async () => {
    const controller = new AbortController();
    let reads = 0;
    let ended = false;
    const input = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          reads += 1;
          const value = Buffer.from(`${requestLine('1')}\n`);
          return reads === 1 ? Promise.resolve({ done: false as const, value }) : new Promise<never>(() => {});
        },
        return: async () => {
          ended = true;
          return { done: true as const, value: undefined };
        },
      }),
    };
    const answers = evaluateBatch(pools[where], input, { ...open, signal: controller.signal });
    expect((await answers.next()).done).toBe(false);
    const next = answers.next();
    await vi.waitFor(() => expect(reads).toBe(2));
    const reason = new Error('the caller has left');
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
    expect({ reads, ended }).toEqual({ reads: 2, ended: true });
  });

  it('fails as its input fails', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${requestLine('1')}\n`);
      throw new Error('connection lost');
    }
    await expect(allOf(pools[where], broken())).rejects.toThrow('connection lost');
  });
});

describe('this thread', () => {
  it('has time for other work between the lines of batches, however many there are', async () => {
    let longest = 0;
    let turns = 0;
    let worked = 0;
    // A line takes a millisecond at least; on a slower machine fewer of them fit into a turn.
    const slow = () => {
      worked += 1;
      const until = performance.now() + 1;
      while (performance.now() < until);
    };
    const source = await cityRules();
    const real = evaluator(new RuleBook(source));
    const evaluate: Evaluate = (request) => {
      slow();
      return real(request);
    };
    const pool = poolOver(source, { evaluate });
    let running = true;
    const ticking = (async () => {
      while (running) {
        const before = worked;
        await new Promise((resolve) => setImmediate(resolve));
        longest = Math.max(longest, worked - before);
        turns += 1;
      }
    })();
    const text = Buffer.from(`${requestLine('1')}\n`.repeat(100));
    await Promise.all([1, 2, 3].map(() => allOf(pool, inPieces(text, []))));
    running = false;
    await ticking;
    expect(worked).toBe(300);
    // Eight milliseconds hold eight such lines, and one more that had begun.
    expect(longest).toBeLessThanOrEqual(9);
    expect(turns).toBeGreaterThan(30);
  });
});
