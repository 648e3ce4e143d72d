import { limitReach } from '../limit-reach.ts';
import type { ChangeKind } from './kind.ts';

/** A limit holds in more claims, counts more payments or binds more of them. */
export const limitWidened: ChangeKind<'limit-widened'> = {
  id: 'limit-widened',
  mirror: 'limit-narrowed',
  recognises: (one, sides) => limitReach(one, sides) === 'wider',
  classOf: () => 'worse',
};
