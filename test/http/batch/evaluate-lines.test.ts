import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateLines } from '../../../server/http/batch/evaluate-lines.ts';
import { evaluationJson } from '../../../server/http/evaluation-json.ts';
import { type Evaluate, evaluator } from '../../../server/usecases/evaluate.ts';
import { RuleBook } from '../../../server/usecases/rule-book.ts';
import { chunkOf, cityRules, open, readAnswers, requestLine } from './rooms.ts';

let evaluate: Evaluate;
beforeAll(async () => {
  evaluate = evaluator(new RuleBook(await cityRules()));
});

const answer = async (text: string | Uint8Array, options = {}) => {
  const answers = await evaluateLines(chunkOf(text), evaluate, { ...open, ...options });
  return { ...answers, lines: readAnswers(answers) };
};

describe('evaluateLines', () => {
  it('answers each line as the service answers a request alone', async () => {
    const line = requestLine('一');
    const { pieces } = await answer(`${line}\n`);
    const alone = evaluationJson(await evaluate(JSON.parse(line)), 'en');
    expect(Buffer.concat(pieces).toString()).toBe(`${alone}\n`);
  });

  it('answers a problem in the place of a bad line, passes over blank ones and counts them', async () => {
    const text = `\ufeff${requestLine('1')}\r\n \t\r\n{"id":"3"}\n\n\u00a0\n{"id":"6",}\n${requestLine('7')}`;
    const { done, bad, lines } = await answer(text);
    expect({ done, bad }).toEqual({ done: 5, bad: 3 });
    expect(lines).toMatchObject([
      { id: '1', paid: 18902 },
      { line: 3, id: '3', problem: { status: 422, errors: [{ pointer: '/jurisdiction' }, {}, {}] } },
      { line: 5, id: null, problem: { status: 400, code: 'notJson' } },
      { line: 6, id: null, problem: { status: 400, code: 'notJson', errors: [{ line: 1, column: 11 }] } },
      { id: '7', paid: 18902 },
    ]);
  });

  it('says of a line alone that it is not UTF-8, or too long', async () => {
    const good = Buffer.from(`${requestLine('字')}\n`);
    const bytes = Buffer.concat([good, good.subarray(0, good.indexOf('字') + 1), Buffer.from('\n'), good]);
    const { lines } = await answer(bytes);
    expect(lines).toMatchObject([{ id: '字' }, { line: 2, id: null, problem: { code: 'notUtf8' } }, { id: '字' }]);
    const long = await answer(`${requestLine('1')}\n"${'x'.repeat(300_000)}"\n${requestLine('3')}\n`);
    const problem = { status: 413, code: 'lineTooLong', errors: [{ message: 'the line has more than 262144 bytes' }] };
    expect(long.lines).toMatchObject([{ id: '1' }, { line: 2, id: null, problem }, { id: '3' }]);
  });

  it('gives what a request leaves out, and makes a request of a claim alone', async () => {
    const { claim } = JSON.parse(requestLine('')) as { claim: object };
    const text = `${JSON.stringify(claim)}\n${JSON.stringify({ id: 'x', claim, date: '2019-05-01' })}\n`;
    const { lines } = await answer(text, { defaults: { jurisdiction: '371500', date: '2019-06-01', explain: true } });
    expect(lines).toMatchObject([
      { id: '1', jurisdiction: '371500', date: '2019-06-01', explanation: expect.any(Array) },
      { id: 'x', jurisdiction: '371500', date: '2019-05-01', explanation: expect.any(Array) },
    ]);
  });

  it('refuses a jurisdiction that is not allowed, and leaves what is no code to its own complaint', async () => {
    const text = ['371525', '371500', 'x', '999999']
      .map((code) => requestLine(code, { jurisdiction: code }))
      .join('\n');
    const { lines } = await answer(text, { limitedTo: { name: 'county', codes: ['371525'] } });
    expect(lines).toMatchObject([
      { id: '371525', paid: 18902 },
      { line: 2, id: '371500', problem: { status: 403, code: 'jurisdictionNotAllowed' } },
      { line: 3, id: 'x', problem: { status: 422, errors: [{ code: 'requestNotCode' }] } },
      { line: 4, id: '999999', problem: { status: 403, code: 'jurisdictionNotAllowed' } },
    ]);
  });

  it('blames no line for a fault of ours', async () => {
    const broken: Evaluate = () => {
      throw new TypeError('ours');
    };
    await expect(evaluateLines(chunkOf(`${requestLine('1')}\n`), broken, open)).rejects.toThrow(new TypeError('ours'));
  });

  it('writes answers in pieces, each in a buffer of its own', async () => {
    const { pieces, lines } = await answer(`${requestLine('1')}\n`.repeat(200), { defaults: { explain: true } });
    expect(lines).toHaveLength(200);
    expect(pieces.length).toBeGreaterThan(5);
    expect(new Set(pieces.map(({ buffer }) => buffer)).size).toBe(pieces.length);
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(64 * 1024);
  });
});
