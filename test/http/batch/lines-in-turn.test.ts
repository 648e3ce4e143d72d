import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../../server/http/batch/line-chunk.ts';
import { LinesInTurn } from '../../../server/http/batch/lines-in-turn.ts';

/** Lines with their numbers, null for one that is too long. */
type Numbered = readonly [number, string | null];

const LIMIT = 24;

/** What readers find who have their turns in the order named; those that are named last read to the end. */
function readByTurns(heard: readonly Uint8Array[], pieces: readonly Uint8Array[], order: readonly number[]) {
  const lines = LinesInTurn.begin(heard, LIMIT);
  const readers = [0, 1, 2].map(() => ({
    lines: new LinesInTurn(lines.memory),
    splitter: new LineSplitter(LIMIT),
  }));
  const left = [...pieces];
  const found: Numbered[] = [];
  const numbers: number[] = [];
  for (let at = 0; ; at += 1) {
    const reader = readers[order[at % order.length] as number];
    const turn = reader?.lines.read(reader.splitter, () => left.shift() ?? new Uint8Array(0));
    if (turn === null || turn === undefined) break;
    numbers.push(turn.number);
    for (const { bytes, firstLine, tooLong } of turn.chunks) {
      const texts = Buffer.from(bytes).toString('latin1').split('\n').slice(0, -1);
      for (const [index, text] of texts.entries())
        found.push([firstLine + index, tooLong.includes(firstLine + index) ? null : text]);
    }
  }
  expect(numbers).toEqual(numbers.map((_, index) => index));
  return found;
}

describe('LinesInTurn', () => {
  it('gives every line once, with its number, whoever reads which piece and however they are cut', () => {
    const text = fc
      .array(fc.oneof(fc.constant('\n'), fc.stringMatching(/^[a-z\n]{0,40}$/)), { maxLength: 12 })
      .map((all) => all.join(''));
    const cuts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });
    const order = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, cuts, order, fc.nat(3), (all, lengths, turns, heard) => {
        const bytes = Buffer.from(all, 'latin1');
        const pieces: Uint8Array[] = [];
        for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
          const length = lengths[cut % lengths.length] as number;
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        const plain = all.split('\n');
        if (plain.at(-1) === '') plain.pop();
        const expected = plain.map((line, index): Numbered => [index + 1, line.length > LIMIT ? null : line]);
        expect(readByTurns(pieces.slice(0, heard), pieces.slice(heard), turns)).toEqual(expected);
      }),
    );
  });

  it('lets nobody read on after a reader that failed', () => {
    const lines = LinesInTurn.begin([Buffer.from('a\nb')], LIMIT);
    const fails = () => {
      throw new Error('disk');
    };
    expect(() => lines.read(new LineSplitter(LIMIT), fails)).toThrow('disk');
    expect(lines.read(new LineSplitter(LIMIT), () => Buffer.from('c\n'))).toBeNull();
  });

  it('lets a piece be written after all before it, and counts what was', () => {
    const lines = LinesInTurn.begin([], LIMIT);
    expect([lines.mayWrite(0), lines.mayWrite(1)]).toEqual([true, false]);
    lines.count({ done: 2 ** 31, bad: 1 });
    lines.written(0);
    expect([lines.mayWrite(0), lines.mayWrite(1)]).toEqual([false, true]);
    lines.count({ done: 2 ** 31, bad: 0 });
    expect(lines.answered).toEqual({ done: 2 ** 32, bad: 1 });
  });
});
