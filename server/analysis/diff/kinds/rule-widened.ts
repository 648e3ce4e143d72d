import { ruleReach } from '../conditions-reach.ts';
import { classOfMoreReach } from '../rule-class.ts';
import type { ChangeKind } from './kind.ts';

/** A rule reaches more claims than before. */
export const ruleWidened: ChangeKind<'rule-widened'> = {
  id: 'rule-widened',
  mirror: 'rule-narrowed',
  recognises: (one, sides) => ruleReach(one, sides) === 'wider',
  classOf: classOfMoreReach,
};
