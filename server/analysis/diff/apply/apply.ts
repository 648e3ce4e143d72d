import type { Period } from '../../../domain/dates.ts';
import type { EffectiveRuleSet } from '../../../rulesets/effective-rule-set.ts';
import { ownPeriod } from '../../../rulesets/terms-digest.ts';
import type { Difference, Subject } from '../difference.ts';
import type { Rename } from '../renames.ts';
import { rewritten } from '../rewritten.ts';
import { claimsWith } from './claims.ts';
import { layersWith } from './layers.ts';
import { limitsWith, rulesWith } from './rules.ts';
import { standardsWith } from './standards.ts';

/**
 * A rule set with changes made to its terms: with those that `diff` found between it and another, what it settles is what
 * the other settles. Its title, products, readings and digests stay.
 */
export function apply(changes: readonly Difference[], before: EffectiveRuleSet): EffectiveRuleSet {
  const held = periodsWith(before, changes);
  const named = changes.filter(isRename).map(renameOf).reduce(rewritten, held);
  const of = (subject: Subject) => changes.filter((one) => one.subject === subject && !isRename(one));
  const costs = of('costs').find(({ part }) => part === 'costs');
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

/** Of another time; layers without a period of their own pay as long as the text holds. */
function periodsWith(before: EffectiveRuleSet, changes: readonly Difference[]): EffectiveRuleSet {
  const changed = changes.find(({ subject, part }) => subject === 'ruleSet' && part === 'period');
  if (changed === undefined) return before;
  const period = changed.after as Period;
  const layers = before.layers.map((layer) => (ownPeriod(layer, before.texts) === null ? { ...layer, period } : layer));
  return { ...before, period, texts: [period], layers };
}

function isRename({ part }: Difference): boolean {
  return part === 'name';
}

function renameOf({ subject, id, claimType, before }: Difference): Rename {
  return { subject: subject as Rename['subject'], claimType, from: String(before), to: id };
}
