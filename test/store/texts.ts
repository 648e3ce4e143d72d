import type { Publication } from '../../server/store/store.ts';

/** A city's text; `figure` makes it one of its own. */
export function cityText(figure: number, code = '371500', from = '2019-01-01', to = '2019-12-31'): string {
  return `# 样例
kind: RuleSet
jurisdiction: "${code}"
effective: {from: ${from}, to: ${to}}
title: {zh: 某市规则, en: a city's rules}
claims: {inpatient: {facts: {cost.inScope: {money: }}}}
layers: [{name: basic}]
standards: {basic.sum: {unit: CNY, better: higher, value: ${figure}}}
rules: [{name: basicSum, layer: basic, conditions: {all: []}, event: {type: sum, params: {sum: $basic.sum, of: [inScope]}}}]
`;
}

/** A county's text. */
export function countyText(figure: number, code = '371525', sample = false): string {
  return `kind: Override
jurisdiction: "${code}"
extends: "371500"
${sample ? 'sample: true\n' : ''}effective: {from: 2019-07-01, to: 2019-12-31}
reason: 提高标准
standards: {basic.sum: ${figure}}
`;
}

/** Who is who. */
export const jurisdictionsText = `kind: Jurisdictions
jurisdictions:
  - {code: "371500", name: 某市}
  - {code: "371525", name: 某县, parent: "371500"}
`;

/** Typical claims of a city, of people who are made up. */
export function typicalClaimsText(scope: number, code = '371500'): string {
  return `kind: TypicalClaims
jurisdiction: "${code}"
madeUp: true
claims:
  - {id: stay, label: 住院, date: 2019-06-01, claim: {type: inpatient, cost: {inScope: ${scope}}}}
`;
}

/** A publication of a text. */
export function publication(text: string, version: string): Publication {
  return { text, version, by: 'li', at: '2019-01-01T00:00:00Z' };
}
