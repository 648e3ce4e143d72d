import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { effective } from '../naive/documents.ts';
import { settleNaively } from '../naive/interpreter.ts';

const CITY = `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01, to: 2020-12-31}
title: 明川市
claims:
  stay:
    facts:
      insured: {label: 是否参保, boolean: {}, default: true}
      person.age: {label: 年龄, integer: {atLeast: 0, atMost: 120}}
      cost.inScope: {money: {}}
layers: [{name: basic}]
standards:
  basic.deductible: {value: 1000, unit: CNY, better: lower}
  basic.ratio: {value: 0.5, unit: share, better: higher}
  notInsured.terms: {value: {basic: none}, unit: terms}
rules:
  - name: notInsured
    conditions: {fact: insured, operator: equal, value: false}
    event: {type: terms, params: {terms: $notInsured.terms}}
  - name: pay
    layer: basic
    conditions: {fact: claim.type, operator: equal, value: stay}
    event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio, year: true}}
`;
const COUNTY = `kind: Override
jurisdiction: "990001"
extends: "990000"
effective: {from: 2020-01-01}
reason: 县里多付
adds:
  layers: [{name: elderly, label: 高龄补助, payer: 县财政}]
  standards:
    elderly.sum: {value: 100, unit: CNY, better: higher, label: 高龄补助金额}
  rules:
    - name: payElderly
      layer: elderly
      conditions: {all: [{fact: claim.type, operator: equal, value: stay}, {fact: person.age, operator: greaterThanInclusive, value: 80}]}
      event: {type: sum, params: {sum: $elderly.sum, of: [inScope]}}
`;

/** A document that the checks let through. */
function sound<T>(text: string, city?: ReturnType<typeof effective>): T {
  const { document, findings } = checkDocument(text, { maxBytes: 1 << 20, ...(city && { city }) });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return document as T;
}

describe('a layer that a county adds', () => {
  const city = sound<RuleSet>(CITY);
  const county = effective(city, sound<Override>(COUNTY, effective(city)));
  const settle = async (claim: object) => {
    const made = { type: 'stay', ...claim } as Claim;
    const settled = await compile(county).settle(made, '2020-05-01');
    const naive = settleNaively(county, made, '2020-05-01');
    expect({ ...settled, notices: [] }).toEqual(naive);
    return settled;
  };

  it('lets the city’s bases of somebody whom the city does not cover not grow', async () => {
    const young = await settle({ insured: false, person: { age: 30 }, cost: { inScope: 5000 } });
    expect(young.layers.map(({ reason }) => reason)).toEqual(['notEligible', 'noRuleApplies']);
    expect(young.history.after).toEqual(young.history.before);
    expect((await settle({ person: { age: 30 }, cost: { inScope: 5000 } })).history.after).not.toEqual(
      young.history.after,
    );
  });

  it('pays such a person what it says itself', async () => {
    const old = await settle({ insured: false, person: { age: 85 }, cost: { inScope: 5000 } });
    expect([old.eligible, old.layers.map(({ paid }) => paid)]).toEqual([true, [0, 10_000]]);
    expect(old.layers[0]?.reason).toBe('notEligible');
  });
});
