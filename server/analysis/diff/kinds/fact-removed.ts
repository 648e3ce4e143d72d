import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A fact of a claim is gone; what hung on it is told of the rules. */
export const factRemoved: ChangeKind<'fact-removed'> = {
  id: 'fact-removed',
  mirror: 'fact-added',
  recognises: isRemoved('fact'),
  classOf: neutral,
};
