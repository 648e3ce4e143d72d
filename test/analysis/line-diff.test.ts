import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineChange, lineDiff } from '../../server/analysis/line-diff.ts';

/** The later text, made of the earlier one and what is said to differ. */
function applied(before: string, changes: readonly LineChange[]): string {
  const lines = before.split('\n');
  for (const { line, before: gone, after } of changes) {
    expect(lines.slice(line - 1, line - 1 + gone.length)).toEqual(gone);
    lines.splice(line - 1, gone.length, ...after);
  }
  return lines.join('\n');
}

describe('two texts line by line', () => {
  it('differ where they do', () => {
    expect(lineDiff('a\nb\nc', 'a\nb\nc')).toEqual([]);
    expect(lineDiff('a\nb\nc', 'a\nx\nc')).toEqual([{ line: 2, before: ['b'], after: ['x'] }]);
    expect(lineDiff('a\nb\nc\nd', 'a\nc\nd\ne')).toEqual([
      { line: 2, before: ['b'], after: [] },
      { line: 4, before: [], after: ['e'] },
    ]);
  });

  it('lead from the one to the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, lineDiff(before, after))).toBe(after);
      }),
    );
  });

  it('that have little in common and are long are told at once', () => {
    const long = (name: string) => Array.from({ length: 3000 }, (_, index) => `${name} ${index}`).join('\n');
    expect(lineDiff(long('a'), long('b'))).toHaveLength(1);
  });
});
