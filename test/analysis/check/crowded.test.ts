import { describe, expect, it } from 'vitest';
import { check } from '../../../server/analysis/check/check.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';

const FACTS = ['one', 'two', 'three', 'four', 'five'];
const VALUES = ['a', 'b', 'c', 'd', 'e'];
const of = (type: string) => ({ fact: 'claim.type', operator: 'equal', value: type });

/**
 * Stays of whose facts 3,125 combinations are paid each another sum, and visits with one rule. A rule for the last group of people
 * pays more of a stay, up to a cap; figures of visits are the test's.
 */
function crowded(visitRatio: number): EffectiveRuleSet {
  const sums = FACTS.map((fact, at) => ({
    name: fact,
    layer: 'sums',
    conditions: { all: [of('stay')] },
    event: { type: 'sum', params: { sum: `$sum.${at}`, of: ['stay'] } },
  }));
  const tables = FACTS.map((fact, at) => [
    `sum.${at}`,
    {
      unit: 'CNY',
      by: `fact.${fact}`,
      value: Object.fromEntries(VALUES.map((value, place) => [value, 1 + place * 5 ** at])),
    },
  ]);
  return ruleSetOf({
    claims: {
      stay: {
        facts: {
          'group.last': { boolean: null },
          ...Object.fromEntries(FACTS.map((fact) => [`fact.${fact}`, { choice: VALUES }])),
          'cost.stay': { money: null },
        },
      },
      visit: { facts: { 'cost.visit': { money: null } } },
    },
    layers: [{ name: 'last', combine: 'one' }, { name: 'sums', combine: 'sum' }, { name: 'visits' }],
    standards: {
      ...Object.fromEntries(tables),
      'last.ratio': { unit: 'share', value: 0.5 },
      'last.cap': { unit: 'CNY', value: 100 },
      'visit.ratio': { unit: 'share', value: visitRatio },
    },
    limits: [{ name: 'lastCap', over: ['last'], atMost: '$last.cap' }],
    rules: [
      ...sums,
      {
        name: 'last',
        layer: 'last',
        conditions: { all: [of('stay'), { fact: 'group.last', operator: 'equal', value: true }] },
        event: { type: 'reimburse', params: { of: ['stay'], ratio: '$last.ratio' } },
      },
      {
        name: 'visit',
        layer: 'visits',
        conditions: { all: [of('visit')] },
        event: { type: 'reimburse', params: { of: ['visit'], ratio: '$visit.ratio' } },
      },
    ],
  } as unknown as Partial<RuleSet>);
}

describe('a claim type with more kinds of claims than are looked at', () => {
  it('has no rule called dead, its caps are found, and other types are told in full', async () => {
    const found = await check(crowded(0.5), { solver: null });
    expect(found.found.filter(({ question }) => question === 'deadRules')).toEqual([]);
    // Half of 200.01 is rounded up to a fen more than 100.
    expect(found.caps).toMatchObject([{ limit: 'lastCap', rule: 'last', bill: 20_001, reason: 'tooManyProfiles' }]);
    const reasonOf = (question: string, type: string | null) =>
      found.answers.find((one) => one.question === question && one.claimType === type)?.reason;
    expect([reasonOf('deadRules', null), reasonOf('gaps', 'stay')]).toEqual(['tooManyProfiles', 'tooManyProfiles']);
    expect([reasonOf('gaps', 'visit'), reasonOf('cliffs', 'visit')]).toEqual([null, null]);
    const [type] = found.crowded;
    expect(type?.claimType).toBe('stay');
    expect(type?.facts.map(({ values }) => values)).toEqual([5, 5, 5, 5, 5, 2]);
  });
});

describe('a check that is ended early', () => {
  it('has answered what is asked of types with few kinds before anything that a crowded one needs', async () => {
    const plan = crowded(0.5);
    const asked = async (most: number) => {
      let left = most;
      const { answers } = await check(plan, { solver: null, goOn: () => --left >= 0 });
      const isStopped = (question: string, type: string | null) =>
        answers.find((one) => one.question === question && one.claimType === type)?.reason === 'stopped';
      return { asked: most - left, visits: isStopped('cliffs', 'visit'), stays: isStopped('gaps', 'stay') };
    };
    const { asked: whole } = await asked(Number.MAX_SAFE_INTEGER);
    // A half, a quarter and so on: together as long as one check.
    const ended = [];
    for (let most = Math.floor(whole / 2); most > 0; most = Math.floor(most / 2)) ended.push(await asked(most));
    expect(ended.filter(({ visits, stays }) => visits && !stays)).toEqual([]);
    expect(ended.filter(({ visits, stays }) => !visits && stays).length).toBeGreaterThan(0);
  });
});

describe('a proof of a change that does not touch such a type', () => {
  /** Six hundred items: more than are looked at of one fact. */
  const many = Array.from({ length: 600 }, (_, index) => `item${index}`);
  const plan = (ratio: number, sum: number) =>
    ruleSetOf({
      claims: {
        stay: { facts: { 'stay.item': { choice: many }, 'cost.stay': { money: null } } },
        visit: { facts: { 'cost.visit': { money: null } } },
      },
      layers: [{ name: 'stays' }, { name: 'visits' }],
      standards: {
        'stay.sum': {
          unit: 'CNY',
          by: 'stay.item',
          value: Object.fromEntries(many.map((item, index) => [item, index + sum])),
        },
        'visit.ratio': { unit: 'share', value: ratio },
      },
      rules: [
        {
          name: 'stay',
          layer: 'stays',
          conditions: { all: [of('stay')] },
          event: { type: 'sum', params: { sum: '$stay.sum', of: ['stay'] } },
        },
        {
          name: 'visit',
          layer: 'visits',
          conditions: { all: [of('visit')] },
          event: { type: 'reimburse', params: { of: ['visit'], ratio: '$visit.ratio' } },
        },
      ],
    } as unknown as Partial<RuleSet>);

  it('needs none of its kinds', async () => {
    expect((await prove(plan(0.5, 1), plan(0.6, 1), { solver: null })).result).toBe('proved');
    expect((await prove(plan(0.5, 1), plan(0.4, 1), { solver: null })).result).toBe('refuted');
    const touched = await prove(plan(0.5, 1), plan(0.5, 2), { solver: null });
    expect(touched).toMatchObject({
      result: 'undecided',
      undecided: [{ claimType: 'stay', reason: 'tooManyProfiles' }],
    });
  });
});
