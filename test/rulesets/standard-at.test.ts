import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Row } from '../../server/rulesets/language.ts';
import { mergeRows, overlay } from '../../server/rulesets/rows.ts';
import { rowAt, standardAt, valueUnder } from '../../server/rulesets/standard-at.ts';

const ages: Row[] = [
  { from: 0, to: 18, value: 100 },
  { from: 18, to: 60, value: { 1: 200, otherwise: 300 } },
  { from: 60, value: 'unlimited' },
];

describe('a standard read under keys', () => {
  test.each([
    ['inside from', 18, '1', 200],
    ['outside to', 17, '1', 100],
    ['in the open last row', 200, '3', 'unlimited'],
    ['left to otherwise', 59, '3', 300],
    ['before all rows', -1, '1', undefined],
  ])('%s', (_, age, level, expected) => {
    const keyOf = (fact: string) => (fact === 'person.age' ? age : level);
    expect(standardAt({ by: ['person.age', 'hospital.level'], value: ages }, keyOf)).toEqual(expected);
  });

  it('is nothing where a key is missing, and the word itself where one word stands for all', () => {
    expect(standardAt({ by: ['a'], value: { x: 1 } }, () => undefined)).toBeUndefined();
    expect(standardAt({ by: ['a'], value: 'none' }, () => undefined)).toBe('none');
    expect(standardAt({ by: ['a'], value: { x: 1 } }, () => 'y')).toBeUndefined();
  });

  it('takes numbers and truth values for the texts that keys are, and nothing inherited', () => {
    expect(valueUnder({ 1: 'a', true: 'b' }, [1])).toBe('a');
    expect(valueUnder({ 1: 'a', true: 'b' }, [true])).toBe('b');
    expect(valueUnder({ 1: 'a' }, ['constructor'])).toBeUndefined();
    expect(valueUnder({ 1: 'a' }, ['__proto__'])).toBeUndefined();
  });

  it('leaves marginal rows and lists as they are', () => {
    expect(valueUnder({ full: ages }, ['full'])).toBe(ages);
    expect(valueUnder({ a: ['x'] }, ['a'])).toEqual(['x']);
  });
});

describe('rows', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }).chain((cuts) => {
    const starts = [0, ...cuts.sort((a, b) => a - b)];
    return fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 7, maxLength: 7 }).map((values) =>
      starts.map((from, index): Row => {
        const to = starts[index + 1];
        return to === undefined ? { from, value: values[index] ?? 0 } : { from, to, value: values[index] ?? 0 };
      }),
    );
  });

  it('laid over each other, and merged, say at every point what each said', () => {
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 45 }), (a, b, point) => {
        const stretch = overlay(a, b).find(({ from, to }) => from <= point && (to === null || point < to));
        expect([stretch?.first, stretch?.second]).toEqual([rowAt(a, point), rowAt(b, point)]);
        const merged = mergeRows(a.toReversed());
        expect(rowAt(merged, point)).toEqual(rowAt(a, point));
        merged.slice(1).forEach((row, index) => {
          expect(row.value).not.toEqual(merged[index]?.value);
        });
      }),
    );
  });
});
