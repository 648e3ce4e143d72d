import { limitReach } from '../limit-reach.ts';
import type { ChangeKind } from './kind.ts';

/** A limit holds in other claims or over other payments, or the same in other words. */
export const limitReachChanged: ChangeKind<'limit-reach-changed'> = {
  id: 'limit-reach-changed',
  mirror: 'limit-reach-changed',
  recognises: (one, sides) => ['same', 'other'].includes(limitReach(one, sides) ?? ''),
  classOf: (one, sides) => (limitReach(one, sides) === 'same' ? 'neutral' : 'undetermined'),
};
