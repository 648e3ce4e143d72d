import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineChunk, LineSplitter } from '../../../server/http/batch/line-chunk.ts';

/** All chunks of an input that comes in pieces. */
function chunksOf(pieces: readonly Uint8Array[], { limit = 64, any = false } = {}): readonly LineChunk[] {
  const splitter = new LineSplitter(limit);
  const chunks: LineChunk[] = [];
  const take = () => {
    for (let chunk = splitter.take(any); chunk !== undefined; chunk = splitter.take(any)) chunks.push(chunk);
  };
  for (const piece of pieces) {
    splitter.push(piece);
    take();
  }
  splitter.finish();
  take();
  return chunks;
}

/** Lines with their numbers, null for one that is too long; what a plain reading of all bytes would say. */
function linesOf(chunks: readonly LineChunk[]): readonly [number, string | null][] {
  return chunks.flatMap(({ bytes, firstLine, tooLong }) => {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    expect(lines.pop()).toBe('');
    return lines.map((line, index): [number, string | null] => {
      const number = firstLine + index;
      if (!tooLong.includes(number)) return [number, line];
      expect(line).toBe('');
      return [number, null];
    });
  });
}

function plainLines(bytes: Uint8Array, limit: number): readonly [number, string | null][] {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => [index + 1, line.length > limit ? null : line]);
}

const pieces = fc.array(
  fc
    .array(fc.oneof(fc.constantFrom(10, 13, 32), fc.integer({ min: 0, max: 255 })), { maxLength: 40 })
    .map((bytes) => Uint8Array.from(bytes)),
  { maxLength: 30 },
);

describe('LineSplitter', () => {
  it('finds the lines that a plain reading finds, however the input is cut', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 30 }), fc.boolean(), (all, limit, any) => {
        expect(linesOf(chunksOf(all, { limit, any }))).toEqual(plainLines(Buffer.concat(all), limit));
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts chunks of a moderate size, each in a buffer of its own', () => {
    const line = `${'x'.repeat(999)}\n`;
    const chunks = chunksOf([Buffer.from(line.repeat(1000))], { limit: 1000 });
    expect(chunks.length).toBeGreaterThan(5);
    for (const { bytes } of chunks) {
      expect(bytes.length).toBeLessThanOrEqual(132_000);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
    expect(linesOf(chunks)).toHaveLength(1000);
  });

  it('cuts after some hundred lines too, for the shortest lines have the longest answers', () => {
    const chunks = chunksOf([Buffer.from('1\n'.repeat(10_000))]);
    expect(Math.max(...chunks.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(2048);
  });

  it('keeps nothing of a line that is too long', () => {
    const splitter = new LineSplitter(1000);
    splitter.push(Buffer.from('a\n'));
    const before = process.memoryUsage().arrayBuffers;
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let megabytes = 0; megabytes < 256; megabytes += 1) splitter.push(piece);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    splitter.push(Buffer.from('\nb'));
    splitter.finish();
    expect(linesOf([splitter.take(true) as LineChunk])).toEqual([
      [1, 'a'],
      [2, null],
      [3, 'b'],
    ]);
  });
});
