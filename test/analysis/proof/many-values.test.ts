import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

/** A plan of one rule that pays a sum by one fact, whose last value is worth so much. */
const plan = (fact: unknown, table: (last: number) => unknown) => (last: number) =>
  ruleSetOf({
    claims: { stay: { facts: { 'stay.fact': fact, 'cost.stay': { money: null } } } },
    standards: { 'stay.sum': { unit: 'CNY', by: 'stay.fact', value: table(last) } },
    rules: [
      {
        name: 'stay',
        layer: 'cover',
        conditions: { all: [] },
        event: { type: 'sum', params: { sum: '$stay.sum', of: ['stay'] } },
      },
    ],
  } as unknown as Partial<RuleSet>);

const items = (count: number) => Array.from({ length: count }, (_, index) => `item${index}`);
const byItem = (count: number) =>
  plan({ choice: items(count) }, (last) =>
    Object.fromEntries(items(count).map((item, index) => [item, index === count - 1 ? last : 100])),
  );
const byRow = (count: number) =>
  plan({ integer: null }, (last) =>
    Array.from({ length: count }, (_, row) => ({
      from: row,
      ...(row === count - 1 ? { value: last } : { to: row + 1, value: 100 }),
    })),
  );
const result = async (from: EffectiveRuleSet, to: EffectiveRuleSet) => (await prove(from, to, { solver: null })).result;

describe('a loss behind the 256th value of a fact', () => {
  it.each([
    ['items', byItem(300)],
    ['rows of a table', byRow(300)],
  ])('is found: %s', async (_, of) => {
    expect(await result(of(100), of(99))).toBe('refuted');
    expect(await result(of(100), of(101))).toBe('proved');
  });

  it.each([
    ['items', byItem(700)],
    ['rows of a table', byRow(700)],
  ])('behind the 512th is never called proved: %s', async (_, of) => {
    expect(await result(of(100), of(99))).toBe('undecided');
  });
});
