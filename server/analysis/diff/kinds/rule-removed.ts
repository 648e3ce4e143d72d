import { turned } from '../change.ts';
import { classOfMoreReach } from '../rule-class.ts';
import { type ChangeKind, isRemoved } from './kind.ts';

/** A rule is gone: worse where it paid, better where it bounded what layers give. */
export const ruleRemoved: ChangeKind<'rule-removed'> = {
  id: 'rule-removed',
  mirror: 'rule-added',
  recognises: isRemoved('rule'),
  classOf: (one, sides) => turned(classOfMoreReach(one, sides)),
};
