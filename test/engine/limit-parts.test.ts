import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { countersOf } from '../../server/rulesets/counters.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import { boundState } from '../../server/rulesets/figure-state.ts';
import { canBind } from '../../server/rulesets/possible.ts';
import { trialRules } from '../rulesets/trial-rules.ts';
import { byEngine, byMeaning } from './both-engines.ts';

const DATE = '2024-06-01';
const WHOLE = { amount: '$x.cap', more: '$x.more', each: 'person.children', atMost: '$x.most' };

/** A cap of the year made of several parts. */
const plan = (values: { cap?: unknown; more?: unknown; most?: unknown }, atMost: unknown = WHOLE): EffectiveRuleSet =>
  trialRules(`
claims:
  stay: {facts: {cost.inScope: {money: }, person.children: {integer: {atLeast: 0}, default: 0}}}
layers: [{name: basic}]
limits: [{name: year, per: year, over: [basic], atMost: ${JSON.stringify(atMost)}}]
standards:
  x.ratio: {unit: share, better: higher, value: 0.7}
  x.cap: {unit: CNY, better: higher, value: ${values.cap ?? 10000}}
  x.more: {unit: CNY, better: higher, value: ${values.more ?? 1000}}
  x.most: {unit: CNY, better: higher, value: ${values.most ?? 999999}}
rules:
  - {name: one, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio}}}
`);
const claim = { type: 'stay', cost: { inScope: 20000 }, history: { year: { basic: { paid: 9000 } } } };
const paidOf = (outcome: object) => ('paid' in outcome ? outcome.paid : outcome);

describe('a cap of the year that is made of several parts', () => {
  it.each<[string, Parameters<typeof plan>, string, number]>([
    ['with a highest amount', [{}], 'set', 100_000],
    ['without a highest amount', [{ most: 'unlimited' }], 'set', 100_000],
    ['that is no cap', [{ cap: 'unlimited', most: 'unlimited' }], 'unlimited', 1_400_000],
    ['of an amount alone, and that no cap', [{ cap: 'unlimited' }, '$x.cap'], 'unlimited', 1_400_000],
    ['of which a part is unset', [{ more: 'none' }], 'off', 1_400_000],
    ['of which the highest amount is unset', [{ most: 'none' }], 'off', 1_400_000],
  ])('%s', async (_, [values, atMost], state, paid) => {
    const rules = plan(values, atMost);
    expect(rules.limits.map((limit) => boundState(rules, limit))).toEqual([state]);
    expect(rules.limits.map((limit) => canBind(rules, limit, 'stay'))).toEqual([state === 'set']);
    // The history is asked for wherever the cap may bind, and what it says comes off.
    expect(countersOf(rules, 'stay').map(({ name, kind }) => `${name}.${kind}`)).toEqual(
      state === 'set' ? ['basic.paid'] : [],
    );
    const [settled, meant] = [await byEngine(compile(rules), claim, DATE), byMeaning(rules, claim, DATE)];
    expect([paidOf(settled), paidOf(meant)]).toEqual([paid, paid]);
  });
});
