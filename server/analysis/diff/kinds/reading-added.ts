import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new reading of the policy. */
export const readingAdded: ChangeKind<'reading-added'> = {
  id: 'reading-added',
  mirror: 'reading-removed',
  recognises: isAdded('reading'),
  classOf: neutral,
};
