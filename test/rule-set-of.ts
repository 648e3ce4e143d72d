import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';

/** A small rule set for a test: one claim type `stay`, one layer `cover`, unless the parts given say otherwise. */
export function ruleSetOf(parts: Partial<RuleSet>): EffectiveRuleSet {
  const document: RuleSet = {
    kind: 'RuleSet',
    jurisdiction: '990099',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    title: '测试',
    claims: { stay: { facts: { 'cost.inScope': { money: null } } } },
    layers: [{ name: 'cover' }],
    standards: {},
    rules: [],
    ...parts,
  };
  return resolve({ document, name: { jurisdiction: '990099', version: '1.0.0', digest: digest(document) } });
}
