import { bindsOneSideOnly } from '../limit-reach.ts';
import { type ChangeKind, isAdded } from './kind.ts';

/** A new limit: worse, unless it binds only what is new with it. */
export const limitAdded: ChangeKind<'limit-added'> = {
  id: 'limit-added',
  mirror: 'limit-removed',
  recognises: isAdded('limit'),
  classOf: ({ after }, sides) => (bindsOneSideOnly(after, sides) ? 'neutral' : 'worse'),
};
