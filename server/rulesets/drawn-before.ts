import type { EffectiveRuleSet, Rule } from './effective-rule-set.ts';
import { potsDrawn } from './pots.ts';
import { reaches } from './reach.ts';

/**
 * Whether others that pay before a rule, in layers before its own or, where rules of a layer add up, in its own, may draw from
 * a pot that it pays from, in a claim that both can meet: it then pays from what those have left.
 */
export function drawnBefore(ruleSet: Pick<EffectiveRuleSet, 'claims' | 'layers' | 'rules'>, rule: Rule): boolean {
  const own = new Set(potsDrawn(rule.event));
  const types = [...ruleSet.claims.keys()];
  const meets = (one: Rule, type: string) => reaches(one.conditions, type) !== false;
  return before(ruleSet, rule).some(
    (one) =>
      potsDrawn(one.event).some((pot) => own.has(pot)) && types.some((type) => meets(one, type) && meets(rule, type)),
  );
}

function before({ layers, rules }: Pick<EffectiveRuleSet, 'layers' | 'rules'>, rule: Rule): readonly Rule[] {
  const at = layers.findIndex(({ name }) => name === rule.layer);
  const earlier = new Set<string | null>(layers.slice(0, Math.max(0, at)).map(({ name }) => name));
  const beside = layers[at]?.combine === 'sum' ? rules.slice(0, rules.indexOf(rule)) : [];
  return [...rules.filter(({ layer }) => earlier.has(layer)), ...beside.filter(({ layer }) => layer === rule.layer)];
}
