import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A standard is gone; what that does is told of the rules and limits that named it. */
export const standardRemoved: ChangeKind<'standard-removed'> = {
  id: 'standard-removed',
  mirror: 'standard-added',
  recognises: isRemoved('standard'),
  classOf: neutral,
};
