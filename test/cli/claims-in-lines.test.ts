import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { evaluateClaimsInLines } from '../../server/cli/claims-in-lines.ts';
import { openClaims } from '../../server/cli/claims-input.ts';
import { EvaluationPool } from '../../server/http/batch/evaluation-pool.ts';
import { evaluator } from '../../server/usecases/evaluate.ts';
import { readRequests } from '../../server/usecases/read-requests.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { cityRules, open, requestLine, workerFile } from '../http/batch/rooms.ts';
import { emptyFolder } from './dixian.ts';

const folder = emptyFolder();
const file = join(folder.path, 'claims');
afterAll(folder.remove);

const own = { input: 0, output: 1 };

/** Whether threads were given a file of 200 lines, all that is said of them being their number and the small size. */
async function givenToThreads({ threads = 2, small = 1024, descriptors = own as typeof own | null, text = lines() }) {
  writeFileSync(file, text);
  const source = await cityRules();
  const evaluate = evaluator(new RuleBook(source));
  const pool = new EvaluationPool({ source, evaluate, size: threads, small, worker: workerFile });
  const inTurn = vi.spyOn(pool, 'inTurn').mockResolvedValue();
  const output = new PassThrough({ highWaterMark: 1 << 24 });
  const streams = { input: new PassThrough(), output, errors: new PassThrough() };
  const terminal = { ...streams, ...(descriptors !== null && { descriptors }) };
  const input = openClaims(file, terminal);
  const requests = await readRequests(input.pieces);
  if (requests.kind !== 'lines') throw new Error('no lines');
  await evaluateClaimsInLines(terminal, pool, input, requests, open);
  await pool.close();
  input.close();
  const answered = String(output.read() ?? '').split('\n').length - 1;
  return { threads: inTurn.mock.calls.length === 1, here: answered };
}

const lines = () => `${requestLine('1')}\n`.repeat(200);

describe('lines of a file', () => {
  it('are read by the threads that there are', async () => {
    expect(await givenToThreads({})).toEqual({ threads: true, here: 0 });
  });

  it('go through this one where there are no threads, or few lines, or the output is not the own', async () => {
    const through = { threads: false, here: 200 };
    expect(await givenToThreads({ threads: 0 })).toEqual(through);
    expect(await givenToThreads({ small: 1024 * 1024 })).toEqual(through);
    expect(await givenToThreads({ descriptors: null })).toEqual(through);
  });

  it('go through this one where most of it had to be read to know what it is', async () => {
    const text = `no claim\n${' \n'.repeat(600_000)}${lines()}`;
    expect(await givenToThreads({ text })).toEqual({ threads: false, here: 201 });
  });
});
