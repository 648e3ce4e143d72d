import type { EffectiveRuleSet, EffectiveStandard } from '../../rulesets/effective-rule-set.ts';
import { readAlike } from '../../rulesets/own-key.ts';

/**
 * Two rule sets whose standards are read by the same facts, where only a key of a county's own stood between them: a figure
 * raised for some is then a change at their key, and no other definition of the standard.
 */
export function sidesReadAlike(
  before: EffectiveRuleSet,
  after: EffectiveRuleSet,
): readonly [before: EffectiveRuleSet, after: EffectiveRuleSet] {
  const own: EffectiveStandard[] = [];
  const other: EffectiveStandard[] = [];
  for (const one of before.standards.values()) {
    const twin = after.standards.get(one.id);
    const alike = twin === undefined || twin.ownKey === one.ownKey ? null : readAlike(one, twin);
    if (alike === null) continue;
    own.push(alike[0]);
    other.push(alike[1]);
  }
  return own.length === 0 ? [before, after] : [withStandards(before, own), withStandards(after, other)];
}

function withStandards(ruleSet: EffectiveRuleSet, moved: readonly EffectiveStandard[]): EffectiveRuleSet {
  const standards = new Map(ruleSet.standards);
  for (const one of moved) standards.set(one.id, one);
  return { ...ruleSet, standards };
}
