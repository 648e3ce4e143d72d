import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isAdded } from './kind.ts';

/** A new type of claim; how much it is paid is told of the rules. */
export const claimTypeAdded: ChangeKind<'claim-type-added'> = {
  id: 'claim-type-added',
  mirror: 'claim-type-removed',
  recognises: isAdded('claimType'),
  classOf: (one, sides) => classOfMoreClaims(one, sides.after, sides),
};
