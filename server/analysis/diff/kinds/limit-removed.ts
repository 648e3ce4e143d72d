import { bindsOneSideOnly } from '../limit-reach.ts';
import { type ChangeKind, isRemoved } from './kind.ts';

/** A limit is gone: better, unless it bound only what is gone with it. */
export const limitRemoved: ChangeKind<'limit-removed'> = {
  id: 'limit-removed',
  mirror: 'limit-added',
  recognises: isRemoved('limit'),
  classOf: ({ before }, sides) => (bindsOneSideOnly(before, sides) ? 'neutral' : 'better'),
};
