import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A reading of the policy is gone. */
export const readingRemoved: ChangeKind<'reading-removed'> = {
  id: 'reading-removed',
  mirror: 'reading-added',
  recognises: isRemoved('reading'),
  classOf: neutral,
};
