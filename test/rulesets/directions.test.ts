import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/rulesets/validate.ts';

/** What a plan is made of beside one rule of its second layer. */
interface Parts {
  readonly standard: string;
  readonly params?: string;
  readonly event?: string;
  readonly limit?: string;
  readonly cost?: string;
  readonly conditions?: string;
}

const plan = ({ standard, params, event, limit, cost, conditions = '' }: Parts) => `kind: RuleSet
jurisdiction: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
title: t
claims:
  stay:
    facts:
      cost.inScope: {money: {}}
      cost.classB: {money: {}, default: 0}
      stay.days: {integer: {atLeast: 0}, default: 1}
costs: [${cost ?? '{item: classB, to: inScope}'}]
layers: [{name: basic}, {name: more}]
limits: [${limit ?? ''}]
standards:
  x.ratio: {unit: share, better: higher, value: 0.5}
  x.cap: {unit: CNY, value: 1000}
  x.asked: {${standard}}
rules:
  - {name: one, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio}}}
  - {name: two, layer: more, conditions: {all: [${conditions}]}, event: ${event ?? `{type: reimburse, params: {of: [inScope], ${params ?? 'ratio: $x.ratio'}}}`}}
`;
const found = (parts: Parts) =>
  checkDocument(plan(parts), { maxBytes: 1 << 20 }).findings.flatMap(({ code, args, at, severity }) =>
    code === 'betterAgainstUse' || severity === 'error' ? [`${code} ${args.wanted} ${at?.pointer}`] : [],
  );

type Role = Omit<Parts, 'standard'>;
const cap = (atMost: string): Role => ({ limit: `{name: cap, over: [basic], per: claim, atMost: ${atMost}}` });

describe('a direction', () => {
  it.each<[string, string, 'higher' | 'lower', Role]>([
    ['a deductible', 'unit: CNY', 'lower', { params: 'deductible: $x.asked' }],
    [
      'what a deductible is multiplied with',
      'unit: factor',
      'lower',
      { params: 'deductible: {amount: $x.cap, times: $x.asked}' },
    ],
    [
      'what a deductible is divided by',
      'unit: days, range: {above: 0}',
      'higher',
      { params: 'deductible: {amount: $x.cap, dividedBy: $x.asked}' },
    ],
    [
      'what comes off a deductible',
      'unit: CNY',
      'higher',
      { params: 'deductible: {amount: $x.cap, less: $x.asked, each: stay.days}' },
    ],
    ['a ratio', 'unit: share', 'higher', { params: 'ratio: $x.asked' }],
    ['points off a ratio', 'unit: points', 'lower', { params: 'ratio: {amount: $x.ratio, less: $x.asked}' }],
    ['a sum', 'unit: CNY', 'higher', { event: '{type: sum, params: {sum: $x.asked}}' }],
    [
      'days without',
      'unit: days',
      'lower',
      { event: '{type: allowance, params: {rate: $x.cap, count: stay.days, deductible: $x.asked}}' },
    ],
    [
      'a share to pay down to',
      'unit: share',
      'lower',
      { event: '{type: topUp, params: {of: [inScope], below: $x.asked}}' },
    ],
    ['a cap', 'unit: CNY', 'higher', cap('$x.asked')],
    ['a cap by the cost', 'unit: share', 'higher', cap('{share: $x.asked, of: [inScope]}')],
    ['what stays with the person', 'unit: CNY', 'lower', { limit: '{name: keep, leave: $x.asked, of: [inScope]}' }],
    [
      'what counts in the pot that is paid',
      'unit: share',
      'higher',
      { cost: '{item: classB, to: inScope, share: $x.asked, rest: out}' },
    ],
    [
      'what goes where nobody pays',
      'unit: share',
      'lower',
      { cost: '{item: classB, to: out, share: $x.asked, rest: inScope}' },
    ],
  ])('is held to its use: %s', (_, unit, better, role) => {
    const wrong = better === 'higher' ? 'lower' : 'higher';
    const standard = (way: string, more = '') => `${unit}, better: ${way}, value: 0.5${more}`;
    expect(found({ standard: standard(better), ...role })).toEqual([]);
    expect(found({ standard: standard(wrong), ...role })).toEqual([
      `betterAgainstUse ${better} /standards/x.asked/better`,
    ]);
    expect(found({ standard: standard(wrong, ', county: fixed'), ...role })).toEqual([]);
    expect(found({ standard: standard('none'), ...role })).toEqual([]);
  });

  it.each<[string, string, Role]>([
    ['a cap and a deductible', 'unit: CNY', { ...cap('$x.asked'), params: 'deductible: $x.asked' }],
    [
      'a condition asks about as well',
      'unit: CNY',
      { ...cap('$x.asked'), conditions: '{fact: cost.total, operator: greaterThan, value: {fact: $x.asked}}' },
    ],
    ['another layer pays beyond', 'unit: CNY', { ...cap('$x.asked'), params: 'beyond: cap, ratio: $x.ratio' }],
    [
      'goes from one pot that is paid to another',
      'unit: share',
      {
        cost: '{item: classB, to: inScope, share: $x.asked, rest: out}',
        event: '{type: reimburse, params: {of: [out], ratio: $x.ratio}}',
      },
    ],
  ])('is the text’s own where a figure is read so that neither is better for sure: %s', (_, unit, role) => {
    for (const better of ['higher', 'lower'])
      expect(found({ standard: `${unit}, better: ${better}, value: 0.5`, ...role })).toEqual([]);
  });
});
