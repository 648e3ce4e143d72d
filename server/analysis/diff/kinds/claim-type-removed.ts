import { turned } from '../change.ts';
import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isRemoved } from './kind.ts';

/** A type of claim is gone: whoever was paid one is refused. */
export const claimTypeRemoved: ChangeKind<'claim-type-removed'> = {
  id: 'claim-type-removed',
  mirror: 'claim-type-added',
  recognises: isRemoved('claimType'),
  classOf: (one, sides) => turned(classOfMoreClaims(one, sides.before, sides)),
};
