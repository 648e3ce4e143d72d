import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A fact can take a value less: claims that bring it are refused. */
export const factItemRemoved: ChangeKind<'fact-item-removed'> = {
  id: 'fact-item-removed',
  mirror: 'fact-item-added',
  recognises: (one) => isPart('fact', 'item')(one) && one.after === null,
  classOf: neutral,
};
