import type { EffectiveRuleSet } from '../../../rulesets/effective-rule-set.ts';
import { type ChangeKind, isPart } from './kind.ts';

/**
 * The rule set holds for another time. Claims on days that one side alone covers are settled by another text on the other,
 * or by none, which nobody can tell from these two; but outside of a county's text its city's holds as it stands.
 */
export const periodChanged: ChangeKind<'period-changed'> = {
  id: 'period-changed',
  mirror: 'period-changed',
  recognises: isPart('ruleSet', 'period'),
  classOf: (_, { before, after }) => (isCityAndItsCounty(before, after) ? 'neutral' : 'undetermined'),
};

/** Whether one side is the very city's text that the other, a county's, stands on. */
function isCityAndItsCounty(one: EffectiveRuleSet, other: EffectiveRuleSet): boolean {
  return one.base.digest === other.base.digest && (one.override === null) !== (other.override === null);
}
