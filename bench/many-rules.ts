import type { Claim } from '../server/engine/settlement.ts';
import type { RuleDeclaration, RuleSet } from '../server/rulesets/language.ts';

/** A rule set with so many rules of one condition each, one a disease, and claims of ten of its diseases. */
export function manyRules(count: number): { readonly document: RuleSet; readonly claims: readonly Claim[] } {
  const diseases = Array.from({ length: count }, (_, index) => `d${index}`);
  const rules = diseases.map(
    (disease): RuleDeclaration => ({
      name: `rule-${disease}`,
      layer: 'plan',
      conditions: { all: [{ fact: 'illness.disease', operator: 'equal', value: disease }] },
      event: { type: 'reimburse', params: { of: ['inScope'], deductible: '$plan.deductible', ratio: '$plan.ratio' } },
    }),
  );
  const document = {
    kind: 'RuleSet',
    jurisdiction: '371500',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    title: { zh: '规则数量测试' },
    claims: { visit: { facts: { 'illness.disease': { choice: diseases }, 'cost.inScope': { money: {} } } } },
    layers: [{ name: 'plan', combine: 'sum' }],
    standards: { 'plan.deductible': { unit: 'CNY', value: 100 }, 'plan.ratio': { unit: 'share', value: 0.7 } },
    rules,
  } as unknown as RuleSet;
  const step = Math.max(1, Math.floor(count / 10));
  const claims = Array.from({ length: 1_000 }, (_, index) => ({
    type: 'visit',
    illness: { disease: `d${(index % 10) * step}` },
    cost: { inScope: 50 + index },
  }));
  return { document, claims: claims.map((claim) => JSON.parse(JSON.stringify(claim)) as Claim) };
}
