import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationPool } from '../../../server/http/batch/evaluation-pool.ts';
import { LinesInTurn } from '../../../server/http/batch/lines-in-turn.ts';
import type { RuleSource } from '../../../server/rulesets/publication.ts';
import { emptyFolder } from '../../cli/dixian.ts';
import { cityRules, open, parseLines, poolOver, requestLine, threadThat, workerFile } from './rooms.ts';

const folder = emptyFolder();
const [from, to] = [join(folder.path, 'from'), join(folder.path, 'to')];
const MANY = 3_000;
let city: RuleSource;
let made: EvaluationPool | null = null;

beforeAll(async () => {
  city = await cityRules();
  writeFileSync(from, Array.from({ length: MANY }, (_, index) => `${requestLine(`c-${index}`)}\n`).join(''));
});
afterEach(async () => {
  await made?.close();
});
afterAll(folder.remove);

/** Evaluates the file with two threads; answers what they counted. */
async function run({ worker = workerFile, source = city, put = async (_: Uint8Array) => {} } = {}) {
  made = poolOver(source, { size: 2, worker });
  const lines = LinesInTurn.begin([], 1024);
  const [input, output] = [openSync(from, 'r'), openSync(to, 'w')];
  try {
    await made.inTurn(open, { lines, input, output, put });
    return lines.answered;
  } finally {
    await made.close();
    closeSync(input);
    closeSync(output);
  }
}

/** A thread in which a function of `fs` does something else from its nth call on. */
function threadWhose(name: string, call: number, instead: string): URL {
  return threadThat(
    folder.path,
    `${name}-${call}`,
    `if (kind === 'files') {
      const fs = process.getBuiltinModule('fs');
      const [real, counts] = [fs.${name}, { calls: 0 }];
      fs.${name} = (...all) => {
        counts.calls += 1;
        if (counts.calls < ${call}) return real(...all);
        ${instead}
      };
      process.getBuiltinModule('module').syncBuiltinESMExports();
    }`,
  );
}

const written = () => parseLines(readFileSync(to, 'utf8')).map(({ id }) => id);
const ids = Array.from({ length: MANY }, (_, index) => `c-${index}`);

describe('threads that read and write by turns', () => {
  it('write every answer in its place, and count them', async () => {
    expect(await run()).toEqual({ done: MANY, bad: 0 });
    expect(written()).toEqual(ids);
  });

  it('hand over what cannot be written at once, and write on after it', async () => {
    const fails = "throw Object.assign(new Error('full'), { code: 'EAGAIN' });";
    const all: Buffer[] = [];
    const put = async (piece: Uint8Array) => void all.push(Buffer.from(piece));
    expect(await run({ worker: threadWhose('writeSync', 1, fails), put })).toEqual({ done: MANY, bad: 0 });
    expect(parseLines(Buffer.concat(all).toString()).map(({ id }) => id)).toEqual(ids);
    expect(written()).toEqual([]);
  });

  it('fail where one of them dies, the other waiting for it, and never end well with a part', async () => {
    const worker = threadWhose('writeSync', 3, 'process.exit(7);');
    await expect(run({ worker })).rejects.toThrow('a thread has ended with code 7');
    const begun = written();
    expect(begun).toEqual(ids.slice(0, begun.length));
    expect(begun.length).toBeLessThan(MANY);
  });

  it('fail with what the file fails with, after the answers before it', async () => {
    const worker = threadWhose('readSync', 2, "throw new Error('EIO: i/o error, read');");
    await expect(run({ worker })).rejects.toThrow('EIO: i/o error, read');
    const begun = written();
    expect(begun).toEqual(ids.slice(0, begun.length));
    expect(begun.length).toBeGreaterThan(0);
  });

  it('fail with a fault of the rules', async () => {
    const source: RuleSource = { ...city, text: () => Promise.reject(new TypeError('disk')) };
    await expect(run({ source })).rejects.toThrow('disk');
    expect(written()).toEqual([]);
  });
});
