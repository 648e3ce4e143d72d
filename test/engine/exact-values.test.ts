import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { ProfileCache } from '../../server/engine/profile-cache.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { ruleSetOf } from '../rule-set-of.ts';

const DATE = '2019-06-01';
const ITEMS = [0, 1, 2, 3];

/** So much for each item of either list: what is paid tells exactly which were sent. */
const sums = ['left', 'right'].flatMap((list, side) =>
  ITEMS.map((item) => ({ list, item, name: `${list}${item}`, cny: 2 ** (item + side * ITEMS.length) })),
);
const rules = sums.map(({ list, item, name }) => ({
  name,
  layer: 'cover',
  conditions: { all: [{ fact: `lists.${list}`, operator: 'contains', value: item }] },
  event: { type: 'sum', params: { sum: `$cover.${name}` } },
})) as unknown as NonNullable<RuleSet['rules']>;

/** Two lists, each read exactly: a claim's profile is made of a number for each. */
const twoLists = ruleSetOf({
  claims: {
    stay: {
      facts: {
        'lists.left': { list: 'integers', default: [] },
        'lists.right': { list: 'integers', default: [] },
        'cost.inScope': { money: null },
      },
    },
  },
  layers: [{ name: 'cover', combine: 'sum' }],
  standards: Object.fromEntries(sums.map(({ name, cny }) => [`cover.${name}`, { unit: 'CNY', value: cny }])),
  rules,
});

const subset = fc.subarray(ITEMS);
const claims = fc.array(fc.tuple(subset, subset), { minLength: 1, maxLength: 12 });
const claimOf = ([left, right]: readonly [number[], number[]]): Claim => ({
  type: 'stay',
  lists: { left, right },
  cost: { inScope: 100 },
});
const fen = (items: readonly number[], side: number) =>
  items.reduce((sum, item) => sum + 100 * 2 ** (item + side * ITEMS.length), 0);
const owed = ([left, right]: readonly [number[], number[]]) => fen(left, 0) + fen(right, 1);

describe('values of facts that are read exactly', () => {
  it.each([true, false])(
    'never lend their plans to others where there are too many, code generated: %s',
    async (generate) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 4 }),
          // What stands in one group arrives at once: one is compiled while others make the values too many.
          fc.array(claims, { minLength: 1, maxLength: 6 }),
          async (exactValues, groups) => {
            const engine = compile(twoLists, { generate, exactValues });
            for (const group of groups) {
              const settled = await Promise.all(group.map((lists) => engine.settle(claimOf(lists), DATE)));
              expect(settled.map(({ paid }) => paid)).toEqual(group.map(owed));
              const told = await Promise.all(group.map((lists) => engine.explain(claimOf(lists), DATE)));
              expect(told.map(({ settlement }) => settlement.paid)).toEqual(group.map(owed));
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});

describe('the cache of profiles', () => {
  it('keeps nothing of what it has forgotten', () => {
    const cache = new ProfileCache<object>(3);
    const kept = Array.from({ length: 100 }, (_, index) => ({ index }));
    for (const [index, one] of kept.entries()) cache.set([index % 10, index, 0], one);
    expect(kept.filter((one, index) => cache.get([index % 10, index, 0]) === one)).toEqual(kept.slice(-3));
    const size = (level: unknown): number =>
      level instanceof Map ? [...level.values()].reduce((sum, next) => sum + size(next), 1) : 0;
    expect(size(cache.root)).toBeLessThanOrEqual(1 + 3 * 2);
  });
});
