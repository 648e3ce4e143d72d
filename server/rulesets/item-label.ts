import type { Label } from '../domain/label.ts';
import type { EffectiveRuleSet } from './effective-rule-set.ts';
import { inBoth } from './words.ts';

/**
 * What people call an item of a choice or of a list: by the fact that is named, else by any that has such an item.
 * @param fact the id of the fact; null where it is not known, as of a list standard
 * @returns null where no fact has the item
 */
export function itemLabel(
  { claims }: Pick<EffectiveRuleSet, 'claims'>,
  item: string,
  fact: string | null,
): Label | null {
  for (const { facts } of claims.values()) {
    for (const { id, type } of facts.values()) {
      if (fact !== null && id !== fact) continue;
      const label = type.kind === 'choice' || type.kind === 'list' ? type.items?.get(item) : undefined;
      if (label !== undefined) return label;
    }
  }
  return null;
}

/**
 * What people call a value of a fact that a figure is keyed by: an item by its label, a truth value with what it is of
 * (`是否身故：是`).
 * @returns null where the fact has no such value
 */
export function keyLabel(ruleSet: Pick<EffectiveRuleSet, 'claims'>, key: string, fact: string): Label | null {
  const found = [...ruleSet.claims.values()].map(({ facts }) => facts.get(fact)).find((one) => one !== undefined);
  if (found?.type.kind !== 'boolean' || (key !== 'true' && key !== 'false')) return itemLabel(ruleSet, key, fact);
  return inBoth('keyIs', { fact: found.label, value: key === 'true' });
}
