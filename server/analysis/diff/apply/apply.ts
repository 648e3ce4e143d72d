import type { EffectiveRuleSet } from '../../../rulesets/effective-rule-set.ts';
import type { Difference, Subject } from '../difference.ts';
import type { Rename } from '../renames.ts';
import { rewritten } from '../rewritten.ts';
import { claimsWith } from './claims.ts';
import { layersWith } from './layers.ts';
import { limitsWith, rulesWith } from './rules.ts';
import { standardsWith } from './standards.ts';

/**
 * A rule set with changes made to its terms: with those that `diff` found between it and another, what it settles is what
 * the other settles. Its title, products, readings and digests stay; its layers pay as long as its own texts hold, unless
 * they have a period of their own.
 */
export function apply(changes: readonly Difference[], before: EffectiveRuleSet): EffectiveRuleSet {
  const named = changes.filter(isRename).map(renameOf).reduce(rewritten, before);
  const of = (subject: Subject) => changes.filter((one) => one.subject === subject && !isRename(one));
  const costs = of('costs')[0];
  return {
    ...named,
    standards: standardsWith(named.standards, of('standard')),
    claims: claimsWith(named.claims, of('claimType'), of('fact')),
    layers: layersWith(named, of('layer')),
    rules: rulesWith(named.rules, of('rule')),
    limits: limitsWith(named.limits, of('limit')),
    costs: costs === undefined ? named.costs : (costs.after as EffectiveRuleSet['costs']),
  };
}

function isRename({ part }: Difference): boolean {
  return part === 'name';
}

function renameOf({ subject, id, claimType, before }: Difference): Rename {
  return { subject: subject as Rename['subject'], claimType, from: String(before), to: id };
}
