import { expect, it } from 'vitest';
import { checkDocument } from '../../server/rulesets/validate.ts';

const plan = (standard: string) => `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01}
title: 小城
claims:
  stay: {facts: {cost.inScope: {money: {}}}}
layers: [{name: basic}]
standards:
  basic.ratio: {value: 0.5, unit: share, better: higher}
  basic.cap: {value: 500, unit: CNY, better: higher}
limits:
  - name: top
    over: [basic]
    per: year
    conditions: {all: [{fact: cost.total, operator: lessThan, value: {fact: $basic.${standard}}}]}
    atMost: $basic.cap
rules:
  - {name: pay, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}}
`;

it('a limit may compare a fact with a standard, as a rule may', () => {
  const found = (standard: string) => checkDocument(plan(standard), { maxBytes: 1 << 20 }).findings;
  expect(found('cap')).toEqual([]);
  expect(found('cup')).toMatchObject([{ code: 'unknownStandard', args: { given: '$basic.cup' } }]);
});
