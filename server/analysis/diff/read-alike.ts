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
  const others = [...before.standards.values()].flatMap((own) => {
    const other = after.standards.get(own.id);
    return other === undefined || other.ownKey === own.ownKey ? [] : [readAlike(own, other) ?? []];
  });
  const moved = others.flatMap(([own, other]) => (own === undefined || other === undefined ? [] : [{ own, other }]));
  if (moved.length === 0) return [before, after];
  return [
    withStandards(
      before,
      moved.map(({ own }) => own),
    ),
    withStandards(
      after,
      moved.map(({ other }) => other),
    ),
  ];
}

function withStandards(ruleSet: EffectiveRuleSet, moved: readonly EffectiveStandard[]): EffectiveRuleSet {
  const standards = new Map(ruleSet.standards);
  for (const one of moved) standards.set(one.id, one);
  return { ...ruleSet, standards };
}
