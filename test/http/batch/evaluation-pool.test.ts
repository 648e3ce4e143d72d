import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '../../../server/domain/refusal.ts';
import { evaluateBatch } from '../../../server/http/batch/evaluate-batch.ts';
import type { EvaluationPool } from '../../../server/http/batch/evaluation-pool.ts';
import type { PublicationRecord, RuleSource } from '../../../server/rulesets/publication.ts';
import { emptyFolder } from '../../cli/dixian.ts';
import { chunkOf, cityRules, open, poolOver, readAnswers, requestLine, threadThat, workerFile } from './rooms.ts';

const folder = emptyFolder();
let city: RuleSource;
const pools: EvaluationPool[] = [];

beforeAll(async () => {
  city = await cityRules();
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});
afterAll(folder.remove);

function pool(source: RuleSource = city, { size = 1, file = workerFile } = {}): EvaluationPool {
  const made = poolOver(source, { size, worker: file });
  pools.push(made);
  return made;
}

const never = new AbortController().signal;
/** An input of its own, unless one is given. */
const evaluate = (made: EvaluationPool, ids: string, signal = never, input: typeof open = { ...open }) =>
  made.evaluate(chunkOf(`${requestLine(ids)}\n`), input, signal, false);
const idsOf = async (answers: ReturnType<typeof evaluate>) => readAnswers(await answers).map(({ id }) => id);

const NO_SCHEME = 'The URL must be of scheme file';

/** From here on `new Worker` throws, as where the machine has no thread left. @returns where the file was */
function noThreadsLeft(file: URL): string {
  const { href } = file;
  file.href = 'none:';
  return href;
}

describe('EvaluationPool', () => {
  it('answers in threads what this thread answers', async () => {
    const text = `${requestLine('1')}\nno\n${requestLine('3', { jurisdiction: '999999' })}\n`;
    const there = await pool().evaluate(chunkOf(text), open, never, false);
    const here = await pool().evaluate(chunkOf(text), open, never, true);
    expect(there).toMatchObject({ done: 3, bad: 2 });
    expect(Buffer.concat(there.pieces)).toEqual(Buffer.concat(here.pieces));
  });

  it('gives the buffer of a chunk away instead of copying it', async () => {
    const chunk = chunkOf(`${requestLine('1')}\n`);
    await pool().evaluate(chunk, open, never, false);
    expect(chunk.bytes.length).toBe(0);
  });

  it('rejects the chunk of a thread that dies, and goes on with another', async () => {
    const file = threadThat(folder.path, 'dies', 'if (text.includes(\'"die"\')) process.exit(7);');
    const made = pool(city, { file });
    const all = ['1', 'die', '2'].map((id) => evaluate(made, id));
    const outcomes = (await Promise.allSettled(all)).map((one) => (one.status === 'fulfilled' ? 'done' : one.reason));
    expect(outcomes).toEqual(['done', new Error('a thread has ended with code 7'), 'done']);
  });

  it('lets the next chunk of the same input lie ready with its thread, and no other', async () => {
    const file = threadThat(folder.path, 'dies-too', 'if (text.includes(\'"die"\')) process.exit(7);');
    const made = pool(city, { file });
    const [one, other] = [{ ...open }, { ...open }];
    const all = [evaluate(made, 'die', never, one), evaluate(made, '2', never, one), evaluate(made, '3', never, other)];
    const outcomes = (await Promise.allSettled(all)).map(({ status }) => status);
    expect(outcomes).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('rejects the chunk of a thread that throws, with what it threw', async () => {
    const file = threadThat(folder.path, 'throws', "if (text.includes('\"throw\"')) throw new RangeError('of ours');");
    const made = pool(city, { file });
    await expect(evaluate(made, 'throw')).rejects.toThrow('of ours');
    expect(await idsOf(evaluate(made, '2'))).toEqual(['2']);
  });

  it('ends a thread that does not come to an end, where it is told to, and goes on with another', async () => {
    const file = threadThat(folder.path, 'hangs', 'if (text.includes("hang")) for (;;);');
    const made = pool(city, { file });
    const overdue = new AbortController();
    const asked = { language: 'en', textBytes: 256 } as const;
    const hanging = made.ofText({ kind: 'validation', text: 'hang', ...asked }, overdue.signal);
    const next = made.ofText({ kind: 'validation', text: 'kind: x', ...asked }, new AbortController().signal);
    overdue.abort();
    await expect(hanging).rejects.toThrow('a thread has ended');
    expect(JSON.parse((await next) ?? '')).toMatchObject({ valid: false });
  });

  it('rejects a chunk where the rules cannot be read for a fault of ours, and goes on', async () => {
    let broken = true;
    const source: RuleSource = {
      ...city,
      text: (record) => (broken ? Promise.reject(new TypeError('disk')) : city.text(record)),
    };
    const made = pool(source);
    await expect(evaluate(made, '1')).rejects.toThrow('disk');
    broken = false;
    expect(await idsOf(evaluate(made, '2'))).toEqual(['2']);
  });

  it('says of a text that is refused what this thread says', async () => {
    const source: RuleSource = {
      ...city,
      text: async (record) => refuse('textDamaged', { jurisdiction: record.jurisdiction, version: '1.0.0', file: 'x' }),
    };
    const text = `${requestLine('1')}\n`;
    const there = readAnswers(await pool(source).evaluate(chunkOf(text), open, never, false));
    expect(there).toMatchObject([{ line: 1, problem: { status: 503, code: 'ruleSetUnusable' } }]);
    expect(there).toEqual(readAnswers(await pool(source).evaluate(chunkOf(text), open, never, true)));
  });

  it('answers all that waits where a thread dies and no other can be started, and starts one for the next', async () => {
    const file = threadThat(folder.path, 'dies-last', 'if (text.includes(\'"die"\')) process.exit(7);');
    const made = pool(city, { file });
    const all = Promise.allSettled(['die', '1', '2'].map((id) => evaluate(made, id)));
    const href = noThreadsLeft(file);
    const reasons = (await all).map((one) => one.status === 'rejected' && String(one.reason.message));
    expect(reasons).toEqual(['a thread has ended with code 7', NO_SCHEME, NO_SCHEME]);
    await expect(evaluate(made, '3')).rejects.toThrow(NO_SCHEME);
    file.href = href;
    expect(await idsOf(evaluate(made, '4'))).toEqual(['4']);
  });

  it('leaves what waits to the threads there are where no more can be started', async () => {
    const file = new URL(workerFile);
    const made = pool(city, { file, size: 3 });
    const first = evaluate(made, '1');
    noThreadsLeft(file);
    const all = await Promise.all([first, evaluate(made, '2'), evaluate(made, '3')].map(idsOf));
    expect(all.flat()).toEqual(['1', '2', '3']);
  });

  it('sees a publication between two chunks', async () => {
    let records: readonly PublicationRecord[] = [];
    const made = pool({ ...city, records: () => records }, { size: 2 });
    const both = () => Promise.all([evaluate(made, '1'), evaluate(made, '2')]);
    for (const one of await both()) expect(readAnswers(one)).toMatchObject([{ problem: { code: 'noRuleSets' } }]);
    records = [...city.records()];
    for (const one of await both()) expect(readAnswers(one)).toMatchObject([{ paid: 18902 }]);
    records = [];
    for (const one of await both()) expect(readAnswers(one)).toMatchObject([{ problem: { code: 'noRuleSets' } }]);
  });

  it('drops what was not begun where its signal says so', async () => {
    const made = pool();
    const controller = new AbortController();
    const running = evaluate(made, '1');
    const waiting = evaluate(made, '2', controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(await idsOf(running)).toEqual(['1']);
  });

  it('lets no input starve another', async () => {
    const made = pool();
    async function* many(): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.from(`${requestLine('many')}\n`.repeat(200));
    }
    async function* few(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${requestLine('few')}\n`.repeat(300));
    }
    const endless = evaluateBatch(made, many(), open);
    let running = true;
    const first = (async () => {
      while (running) await endless.next();
    })();
    let lines = 0;
    for await (const piece of evaluateBatch(made, few(), open)) lines += piece.filter((byte) => byte === 10).length;
    expect(lines).toBe(300);
    running = false;
    await first;
    await endless.return();
  });

  it('shares what may be under way among the inputs there are', () => {
    const made = pool(city, { size: 2 });
    expect(made.share).toBe(6);
    const leave = [made.enter(), made.enter(), made.enter()];
    expect(made.share).toBe(2);
    for (let more = 0; more < 20; more += 1) leave.push(made.enter());
    expect(made.share).toBe(1);
    for (const one of leave) one();
    expect(made.share).toBe(6);
  });

  it('ends with what it has to do, and does nothing more', async () => {
    const made = pool();
    const all = ['1', '2'].map((id) => evaluate(made, id));
    const ends = Promise.allSettled(all);
    await made.close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(evaluate(made, '3')).rejects.toThrow('closed');
  });
});
