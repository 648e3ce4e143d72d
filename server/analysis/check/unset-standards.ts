import type { EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';

/** The standards that a rule names, in its conditions or its params, and that are not set. */
export function unsetStandards({ standards }: EffectiveRuleSet, { conditions, event }: Rule): readonly string[] {
  const named = new Set<string>();
  const visit = (part: unknown) => {
    if (typeof part === 'string' && part.startsWith('$')) named.add(part.slice(1));
    else if (typeof part === 'object' && part !== null) for (const one of Object.values(part)) visit(one);
  };
  visit(conditions);
  visit(event.params);
  return [...named].filter((id) => standards.get(id)?.value === 'none');
}
