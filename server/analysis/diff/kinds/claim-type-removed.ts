import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A type of claim is gone; what it was paid is told of the rules. */
export const claimTypeRemoved: ChangeKind<'claim-type-removed'> = {
  id: 'claim-type-removed',
  mirror: 'claim-type-added',
  recognises: isRemoved('claimType'),
  classOf: neutral,
};
