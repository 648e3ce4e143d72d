import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { compares } from '../../server/rulesets/comparison.ts';
import type { ConditionLeaf } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';

const OPERATORS: readonly ConditionLeaf['operator'][] = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
];

/** Of each kind that conditions compare, some on both sides of each other. */
const SCALARS = [1, 2, 2.5, -1, 'a', 'b', true, false];
const LISTS = [[], [1, 2], ['a'], ['b', 'a']];

async function byTheEngine(operator: string, met: unknown, wanted: unknown): Promise<boolean> {
  const engine = new Engine([
    { conditions: { all: [{ fact: 'x', operator, value: wanted }] }, event: { type: 'met' } },
  ]);
  return (await engine.run({ x: met })).events.length > 0;
}

describe('what a condition compares', () => {
  it.each(OPERATORS)('%s, as json-rules-engine does it', async (operator) => {
    const order = operator.includes('Than');
    const wanted = operator === 'in' || operator === 'notIn' ? LISTS : order ? [1, 2, 2.5] : SCALARS;
    const met = operator.toLowerCase().includes('contain') ? LISTS : order ? [1, 2, 2.5, -1] : SCALARS;
    const seen = new Set<boolean>();
    for (const one of met) {
      for (const other of wanted) {
        const holds = compares(operator, one, other);
        expect(holds, `${JSON.stringify(one)} ${operator} ${JSON.stringify(other)}`).toBe(
          await byTheEngine(operator, one, other),
        );
        seen.add(holds);
      }
    }
    expect(seen.size).toBe(2);
  });

  it('is met by nothing that is absent', () => {
    for (const operator of OPERATORS) {
      expect(compares(operator, undefined, 'a')).toBe(false);
      expect(compares(operator, 'a', undefined)).toBe(false);
    }
  });

  it('is an item whether it is written as a number or as text', () => {
    expect(compares('equal', '3', 3)).toBe(true);
    expect(compares('in', '3', [1, 3])).toBe(true);
    expect(compares('notIn', '3', [1, 3])).toBe(false);
  });

  it('is in order by days, which are texts', () => {
    expect(compares('lessThan', '2019-02-01', '2019-10-01')).toBe(true);
    expect(compares('greaterThanInclusive', '2019-02-01', '2019-10-01')).toBe(false);
  });
});

const careOf = (asked: string) => `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01}
title: 小城
claims:
  stay: {facts: {cost.inScope: {money: {}}}}
layers: [{name: basic}]
standards:
  basic.ratio: {value: 0.5, unit: share, better: higher}
  basic.care: {value: none, unit: choice, order: [none, some], county: fixed}
rules:
  - name: pay
    layer: basic
    conditions: {all: [{fact: $basic.care, operator: equal, value: ${asked}}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}
`;

it('an item called none is a value like any other', () => {
  const found = (asked: string) => checkDocument(careOf(asked), { maxBytes: 1 << 20 }).findings;
  expect(found('none')).toEqual([]);
  expect(found('some')).toMatchObject([{ code: 'ruleDead' }]);
});
