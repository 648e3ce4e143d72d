import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';
import { sharedSolver } from '../../solver.ts';

const always = { all: [] };
const proof = (from: EffectiveRuleSet, to: EffectiveRuleSet) =>
  prove(from, to, { solver: sharedSolver(), year: false });

/** Two kinds of cost with one deductible of the year, paid by two rules. */
function twoKinds(figures: { readonly first?: number; readonly second?: number; readonly deductible?: number }) {
  const { first = 0.8, second = 0.6, deductible = 1_000 } = figures;
  const standards: RuleSet['standards'] = {
    first: { value: first, unit: 'share', better: 'higher' },
    second: { value: second, unit: 'share', better: 'higher' },
    deductible: { value: deductible, unit: 'CNY', better: 'lower' },
  };
  const rule = (name: string, pot: string) => ({
    name,
    layer: 'cover',
    conditions: always,
    event: {
      type: 'reimburse' as const,
      params: { of: [pot], year: 'cover', deductible: '$deductible', ratio: `$${name}` },
    },
  });
  return ruleSetOf({
    claims: { stay: { facts: { 'cost.a': { money: {} }, 'cost.b': { money: {} } } } },
    standards,
    rules: [rule('first', 'a'), rule('second', 'b')],
  });
}

describe('rules that share a base on one claim', () => {
  it.each([
    ['the ratio of the first', { first: 0.9 }, { first: 0.7 }],
    ['the ratio of the second', { second: 0.7 }, { second: 0.5 }],
    ['their deductible', { deductible: 900 }, { deductible: 1_100 }],
  ])('are proved where %s is better, and refuted where it is worse', async (_, better, worse) => {
    expect((await proof(twoKinds({}), twoKinds(better))).result).toBe('proved');
    expect((await proof(twoKinds({}), twoKinds(worse))).result).toBe('refuted');
  });
});

/** Two rules on one cost and one base, of which the first lets it grow by what lies above its own deductible alone. */
function belowBase(cap: number): EffectiveRuleSet {
  const params = { of: ['one'], year: 'cover', deductiblePer: 'claim' } as const;
  const rule = (name: string, more: object) => ({
    name,
    layer: 'cover',
    conditions: always,
    event: { type: 'reimburse' as const, params: { ...params, of: [...params.of], ...more } },
  });
  return ruleSetOf({
    claims: { stay: { facts: { 'cost.one': { money: {} } } } },
    standards: {
      large: { value: 1_000_000, unit: 'CNY', better: 'lower' },
      nothing: { value: 0, unit: 'CNY', better: 'lower' },
      never: { value: 0, unit: 'share', better: 'higher' },
      bands: {
        value: [
          { from: 0, to: 400, value: 0.5 },
          { from: 400, value: 0 },
        ],
        unit: 'share',
        better: 'higher',
      },
      cap: { value: cap, unit: 'CNY', better: 'higher' },
    },
    limits: [{ name: 'cap', over: ['cover'], per: 'year', atMost: '$cap' }],
    rules: [
      rule('first', { deductible: '$large', ratio: '$never' }),
      rule('second', { deductible: '$nothing', bands: '$bands' }),
    ],
  });
}

describe('a base that grows by less than is left of the bill', () => {
  const claim = { type: 'stay', cost: { one: 1_000 }, history: { year: { cover: { base: 0, paid: 400 } } } };

  it('can be below what was paid, as the engine shows, so no proof takes it to be above', async () => {
    const paid = async (cap: number) => (await compile(belowBase(cap)).settle(claim, '2019-06-01')).paid;
    expect([await paid(1_000), await paid(500)]).toEqual([20_000, 10_000]);
    expect((await proof(belowBase(1_000), belowBase(500))).result).not.toBe('proved');
  });
});
