import { ruleReach } from '../conditions-reach.ts';
import type { ChangeKind } from './kind.ts';

/** A rule reaches other claims, or the same by other conditions. */
export const ruleConditionsChanged: ChangeKind<'rule-conditions-changed'> = {
  id: 'rule-conditions-changed',
  mirror: 'rule-conditions-changed',
  recognises: (one, sides) => ['same', 'other'].includes(ruleReach(one, sides) ?? ''),
  classOf: (one, sides) => (ruleReach(one, sides) === 'same' ? 'neutral' : 'undetermined'),
};
