import { limitReach } from '../limit-reach.ts';
import type { ChangeKind } from './kind.ts';

/** A limit holds in fewer claims, counts fewer payments or binds fewer of them. */
export const limitNarrowed: ChangeKind<'limit-narrowed'> = {
  id: 'limit-narrowed',
  mirror: 'limit-widened',
  recognises: (one, sides) => limitReach(one, sides) === 'narrower',
  classOf: () => 'better',
};
