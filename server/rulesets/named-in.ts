import type { EffectiveRuleSet, Layer, Limit, Rule } from './effective-rule-set.ts';

/** The rule of a name; undefined where there is none. */
export function ruleOf({ rules }: EffectiveRuleSet, name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name);
}

/** The limit of a name; undefined where there is none. */
export function limitOf({ limits }: EffectiveRuleSet, name: string): Limit | undefined {
  return limits.find((limit) => limit.name === name);
}

/** Whether names of layers and rules, as limits and counters say them, name a rule: where a layer has a name, it is the layer that is meant. */
export function nameRule(
  names: readonly string[],
  layers: ReadonlySet<string>,
  { name, layer }: { readonly name: string; readonly layer?: string | null },
): boolean {
  return names.some((one) => one === (layers.has(one) ? layer : name));
}

/** The layer of a name; undefined where there is none. */
export function layerOf({ layers }: EffectiveRuleSet, name: string | null): Layer | undefined {
  return layers.find((layer) => layer.name === name);
}
