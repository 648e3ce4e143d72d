import { classOfMoreReach } from '../rule-class.ts';
import { type ChangeKind, isAdded } from './kind.ts';

/** A new rule: better where it pays, worse where it bounds what layers give. */
export const ruleAdded: ChangeKind<'rule-added'> = {
  id: 'rule-added',
  mirror: 'rule-removed',
  recognises: isAdded('rule'),
  classOf: classOfMoreReach,
};
