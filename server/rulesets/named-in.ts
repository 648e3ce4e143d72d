import type { EffectiveRuleSet, Layer, Limit, Rule } from './effective-rule-set.ts';

/** The rule of a name; undefined where there is none. */
export function ruleOf({ rules }: EffectiveRuleSet, name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}

/** The limit of a name; undefined where there is none. */
export function limitOf({ limits }: EffectiveRuleSet, name: string): Limit | undefined {
  return limits.find((limit) => limit.name === name);
}

/** The layer of a name; undefined where there is none. */
export function layerOf({ layers }: EffectiveRuleSet, name: string | null): Layer | undefined {
  return layers.find((layer) => layer.name === name);
}
