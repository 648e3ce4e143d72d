import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from './dixian.ts';
import { runHere } from './in-process.ts';

const PLAN = `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2020-01-01, to: 2020-12-31}
title: 小城
claims:
  stay:
    label: {zh: 住院, en: hospital stay}
    facts:
      insured.days: {label: {zh: 参保天数, en: days insured}, integer: {}}
      person.plan: {label: {zh: 计划, en: plan}, choice: {plain: {zh: 基础版, en: plain}, upgrade: {zh: 升级版, en: upgrade}}}
      person.age: {label: {zh: 年龄, en: age}, integer: {atLeast: 0}}
      cost.inScope: {label: {zh: 费用, en: cost}, money: {}}
  visit:
    label: {zh: 门诊, en: visit}
    facts:
      insured.days: {label: {zh: 参保天数, en: days insured}, integer: {}}
      cost.visit: {label: {zh: 门诊费, en: fee}, money: {}}
layers:
  - {name: basic, combine: one}
standards:
  basic.waiting: {value: 30, unit: days, county: fixed}
  basic.deductible: {value: {plain: [{from: 0, to: 60, value: 200}, {from: 60, value: 100}], upgrade: 50}, by: [person.plan, person.age], unit: CNY, better: lower, label: {zh: 起付线, en: deductible}}
rules:
  - name: stay
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: stay}, {fact: insured.days, operator: greaterThanInclusive, value: {fact: $basic.waiting}}]}
    event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible}}
  - name: visit
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: visit}, {fact: insured.days, operator: greaterThanInclusive, value: {fact: $basic.waiting}}]}
    event: {type: reimburse, params: {of: [visit]}}
`;

const claims = [
  '{type: visit, insured: {days: 31}, cost: {visit: 10}}',
  ...[29, 30, 31].map(
    (days) => `{type: stay, insured: {days: ${days}}, person: {plan: upgrade, age: 20}, cost: {inScope: 50}}`,
  ),
  // Two ages of one row meet one threshold.
  '{type: stay, insured: {days: 40}, person: {plan: plain, age: 20}, cost: {inScope: 199}}',
  '{type: stay, insured: {days: 40}, person: {plan: plain, age: 21}, cost: {inScope: 200}}',
];

it('names the claim type of a threshold that several types have, and the keys of a figure', async () => {
  const rules = emptyFolder();
  try {
    writeFileSync(join(rules.path, 'plan.yaml'), PLAN);
    const scenarios = claims
      .map((claim, at) => `  - {name: "${at}", claim: ${claim}, expect: {eligible: true}}\n`)
      .join('');
    const head = 'kind: Scenarios\njurisdiction: "990000"\ndate: 2020-06-01\nscenarios:\n';
    writeFileSync(join(rules.path, 'scenarios.yaml'), head + scenarios);
    const { out } = await runHere(['test', '--coverage', rules.path, '--lang', 'en']);
    const lines = out.split('\n').filter((line) => line.startsWith('  '));
    expect(lines.map((line) => line.trim()).sort()).toEqual([
      'age: no scenario above 60',
      'age: no scenario at exactly 60',
      'days insured (visit): no scenario at exactly 30',
      'days insured (visit): no scenario below 30',
      'deductible (plain, age 0 to 60): no scenario above 200.00',
      'deductible (upgrade): no scenario above 50.00',
      'deductible (upgrade): no scenario below 50.00',
    ]);
  } finally {
    rules.remove();
  }
});
