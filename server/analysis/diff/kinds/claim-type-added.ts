import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new type of claim; what it is paid is told of the rules. */
export const claimTypeAdded: ChangeKind<'claim-type-added'> = {
  id: 'claim-type-added',
  mirror: 'claim-type-removed',
  recognises: isAdded('claimType'),
  classOf: neutral,
};
