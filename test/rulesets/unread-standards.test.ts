import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/rulesets/validate.ts';

const STANDARDS = `  basic.ratio: {value: 0.5, unit: share, better: higher}
  basic.from: {value: 60, unit: years, better: lower}
  basic.cap: {value: 3000, unit: CNY, better: higher}
  basic.channel: {value: usual, unit: choice}
  counting.classB: {value: 0.9, unit: share, better: higher}`;

/** The standards of a plan that are told as read by nothing. @param further one more standard; an id with what it is */
function unread(further: string): readonly string[] {
  const text = `kind: RuleSet
jurisdiction: "990100"
effective: {from: 2024-01-01}
title: {zh: 试, en: trial}
claims:
  stay:
    label: 住院
    facts:
      person.age: {label: 年龄, integer: {atLeast: 0, atMost: 120}}
      cost.bill: {label: 费用, money: {}}
      cost.classB: {label: 乙类, money: {}, default: 0}
costs: [{item: classB, to: bill, share: $counting.classB, rest: outside}]
layers: [{name: basic, label: 基本, combine: one, channel: $basic.channel, product: medical}]
products: {medical: {label: 医疗}}
standards:
${STANDARDS}
  ${further}
limits: [{name: top, label: 封顶, over: [basic], per: year, atMost: $basic.cap}]
rules:
  - name: basic
    layer: basic
    label: 基本
    conditions: {fact: person.age, operator: greaterThan, value: {fact: $basic.from}}
    event: {type: reimburse, params: {of: [bill], ratio: $basic.ratio}}
`;
  const { findings } = checkDocument(text, { maxBytes: 1 << 20 });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return findings.flatMap(({ code, args }) => (code === 'standardUnread' ? [String(args.standard)] : []));
}

describe('standards that nothing reads', () => {
  it.each([
    ['of a layer', 'basic.spare: {value: 3, unit: days, better: higher}'],
    ['of a product', 'medical.spare: {value: 3, unit: CNY, better: higher}'],
    ['of a type of claims', 'stay.spare: {value: none, unit: CNY, better: higher}'],
    ['beside one that divides the bill', 'counting.classC: {value: 0.5, unit: share, better: higher}'],
  ])('%s are warned of, and no other', (_, further) => {
    expect(unread(further)).toEqual([further.split(':')[0]]);
  });

  it('are taken as told alone under a name of their own', () => {
    expect(unread('service.smallClaimDays: {value: 3, unit: days, better: lower}')).toEqual([]);
  });
});
