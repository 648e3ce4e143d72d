import { turned } from '../change.ts';
import { ruleReach } from '../conditions-reach.ts';
import { classOfMoreReach } from '../rule-class.ts';
import type { ChangeKind } from './kind.ts';

/** A rule reaches fewer claims than before. */
export const ruleNarrowed: ChangeKind<'rule-narrowed'> = {
  id: 'rule-narrowed',
  mirror: 'rule-widened',
  recognises: (one, sides) => ruleReach(one, sides) === 'narrower',
  classOf: (one, sides) => turned(classOfMoreReach(one, sides)),
};
