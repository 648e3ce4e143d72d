import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import { edits } from '../../server/rulesets/edits.ts';
import { nearest } from '../../server/rulesets/words.ts';
import { cityRuleSet } from '../city.ts';

/** Optimal string alignment as it is defined, from the ends of both names. */
function byDefinition(one: string, other: string): number {
  const [m, n] = [one.length, other.length];
  if (m === 0 || n === 0) return m + n;
  const isSwap = m > 1 && n > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  return Math.min(
    byDefinition(one.slice(0, -1), other) + 1,
    byDefinition(one, other.slice(0, -1)) + 1,
    byDefinition(one.slice(0, -1), other.slice(0, -1)) + (one.at(-1) === other.at(-1) ? 0 : 1),
    isSwap ? byDefinition(one.slice(0, -2), other.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

describe('the edits between two names', () => {
  it('are those of the definition', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '医', '😀'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(edits(one, other)).toBe(byDefinition(one, other));
      }),
      { numRuns: 500 },
    );
  });

  it.each([30, 31, 32, 33])('count a swap as one of up to 31 characters: of %i', (length) => {
    const end = 'x'.repeat(length - 4);
    expect(edits(`${end}yaer`, `${end}year`)).toBe(length <= 31 ? 1 : 2);
    expect(edits(`yaer${end}`, `year${end}`)).toBe(length <= 31 ? 1 : 2);
  });

  it('are never more than without swaps', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 40 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(edits(one, other)).toBeLessThanOrEqual(distance(one, other));
        expect(edits(one, other) * 2).toBeGreaterThanOrEqual(distance(one, other));
        expect(edits(one, other)).toBe(edits(other, one));
      }),
    );
  });
});

it('are counted exactly where they are fewer than what is near', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(name, name, fc.nat(5), (one, other, near) => {
      const [exact, found] = [edits(one, other), edits(one, other, near)];
      expect(exact < near ? found : found >= near).toBe(exact < near ? exact : true);
    }),
  );
});

describe('the name that was meant', () => {
  it.each([
    ['yaer', ['claim', 'year', 'event'], 'year'],
    ['eyar', ['claim', 'year', 'event'], 'year'],
    ['cots', ['cost', 'coats'], 'cost'],
    ['pot', ['cost', 'stay'], null],
    ['yaep', ['claim', 'year', 'event'], null],
    ['ab', ['ba'], null],
  ])('%s of %j is %s', (given, known, meant) => {
    expect(nearest(given, known)).toBe(meant);
  });

  it('is asked for where two letters of a period are swapped', () => {
    const claim = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 1 }, history: { yaer: {} } };
    const [finding] = claimCheck(cityRuleSet())(claim);
    expect(finding?.at?.pointer).toBe('/claim/history/yaer');
    const help = (language: 'zh' | 'en') => say(finding?.code ?? '', finding?.args ?? {}, language).help;
    expect(help('zh')).toContain('您是不是要写 year？');
    expect(help('en')).toContain('Did you mean year?');
  });
});
