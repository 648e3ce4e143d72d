import { describe, expect, it } from 'vitest';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { ruleSetOf } from '../../rule-set-of.ts';
import { sharedSolver } from '../../solver.ts';

type Standards = RuleSet['standards'];
type Bounds = { readonly atLeast?: number; readonly atMost?: number };

const always = { all: [] };

/** A price insurance by the kilogram and a repair that share one cap: with 12 for 10 it is used up before the repair, from 32 kilograms on. */
function prices(target: number, kilograms: Bounds): EffectiveRuleSet {
  const cny = (value: number) => ({ value, unit: 'CNY', better: 'higher' }) as const;
  const facts = {
    'crop.income': { money: {} },
    'crop.kilograms': { integer: { atLeast: 0, ...kilograms } },
    'cost.repair': { money: {}, default: 0 },
  };
  const standards: Standards = { 'income.target': cny(target), cap: cny(390), 'repair.cap': cny(10) };
  const gap = { target: '$income.target', actual: 'crop.income', count: 'crop.kilograms' };
  return ruleSetOf({
    claims: { crop: { facts } },
    layers: [{ name: 'income' }, { name: 'repair' }],
    standards,
    limits: [
      { name: 'repairs', over: ['repair'], per: 'claim', atMost: '$repair.cap' },
      { name: 'both', over: ['income', 'repair'], per: 'claim', atMost: '$cap' },
    ],
    rules: [
      { name: 'income', layer: 'income', conditions: always, event: { type: 'gap', params: gap } },
      { name: 'repair', layer: 'repair', conditions: always, event: { type: 'reimburse', params: { of: ['repair'] } } },
    ],
  });
}

/** A deductible that falls with every stay. */
function falling(ratio: number, less: number, { value, times } = { value: 1_000, times: 1 }): EffectiveRuleSet {
  const deductible = { amount: '$deductible', times: '$times', less: '$less', each: 'stay.number' };
  return ruleSetOf({
    claims: { stay: { facts: { 'stay.number': { integer: { atLeast: 1 } }, 'cost.inScope': { money: {} } } } },
    standards: {
      deductible: { value, unit: 'CNY', better: 'lower' },
      times: { value: times, unit: 'factor' },
      less: { value: less, unit: 'CNY', better: 'higher' },
      ratio: { value: ratio, unit: 'share', better: 'higher' },
    },
    rules: [
      {
        name: 'stay',
        layer: 'cover',
        conditions: always,
        event: { type: 'reimburse', params: { of: ['inScope'], deductible, ratio: '$ratio' } },
      },
    ],
  });
}

const proof = (from: EffectiveRuleSet, to: EffectiveRuleSet) => prove(from, to, { solver: sharedSolver() });

describe('a number that a figure is counted by', () => {
  it('without an end to it is tried so far, and nothing is called proved', async () => {
    const found = await proof(prices(10, {}), prices(12, {}));
    expect(found.result).toBe('undecided');
    expect(found.undecided).toEqual([{ claimType: 'crop', reason: 'countedInPart', count: 1 }]);
    expect(found.bounds).toEqual([{ claimType: 'crop', fact: 'crop.kilograms', upTo: 30 }]);
  });

  it('hides a loss beyond what is tried, as the engine shows', async () => {
    const claim = { type: 'crop', crop: { income: 0, kilograms: 38 }, cost: { repair: 10 } };
    const borne = async (target: number) =>
      (await compile(prices(target, {})).settle(claim, '2019-06-01')).selfPay.total;
    expect([await borne(10), await borne(12)]).toEqual([0, 1_000]);
  });

  it('is tried to the end of its declaration: the loss is found', async () => {
    const found = await proof(prices(10, { atMost: 40 }), prices(12, { atMost: 40 }));
    expect(found.result).toBe('refuted');
    expect(found.counterexample?.claim).toMatchObject({ crop: { kilograms: expect.any(Number) } });
  });

  it('is tried to the end of its declaration: without a loss it is proved, with nothing left open', async () => {
    const found = await proof(prices(10, { atMost: 31 }), prices(12, { atMost: 31 }));
    expect([found.result, found.bounds, found.undecided]).toEqual(['proved', [], []]);
  });

  it('is tried to where the figure has fallen to nothing', async () => {
    const found = await proof(falling(0.7, 150), falling(0.8, 150));
    expect([found.result, found.bounds]).toEqual(['proved', []]);
  });

  it('that falls too slowly for that is tried in part', async () => {
    const found = await proof(falling(0.7, 1), falling(0.8, 1));
    expect([found.result, found.bounds]).toEqual(['undecided', [{ claimType: 'stay', fact: 'stay.number', upTo: 30 }]]);
  });

  it('is not taken to fall to nothing where two negative figures make a positive one', async () => {
    // −1,000 × −1 − 40 × stays: not 0 before the 25th, and 30 are tried.
    const [from, to] = [0.7, 0.8].map((ratio) => falling(ratio, 40, { value: -1_000, times: -1 }));
    expect((await proof(from as EffectiveRuleSet, to as EffectiveRuleSet)).bounds).toHaveLength(1);
  });

  it('leaves a type of claims alone that both compute alike', async () => {
    const more = (ratio: number) => {
      const rules = falling(ratio, 150);
      const crop = prices(10, {});
      return { ...crop, ...merged(crop, rules) };
    };
    const found = await proof(more(0.7), more(0.8));
    expect([found.result, found.undecided]).toEqual(['proved', []]);
  });
});

/** Two rule sets with nothing in common, as one. */
function merged(one: EffectiveRuleSet, other: EffectiveRuleSet): Partial<EffectiveRuleSet> {
  return {
    claims: new Map([...one.claims, ...other.claims]),
    standards: new Map([...one.standards, ...other.standards]),
    layers: [...one.layers, ...other.layers],
    rules: [
      ...one.rules.map((rule) => ({ ...rule, conditions: ofType('crop') })),
      ...other.rules.map((rule) => ({ ...rule, conditions: ofType('stay') })),
    ],
  };
}

const ofType = (value: string) => ({ fact: 'claim.type', operator: 'equal', value }) as const;
