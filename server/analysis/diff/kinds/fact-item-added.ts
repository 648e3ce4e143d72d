import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A fact can take a value more. */
export const factItemAdded: ChangeKind<'fact-item-added'> = {
  id: 'fact-item-added',
  mirror: 'fact-item-removed',
  recognises: (one) => isPart('fact', 'item')(one) && one.before === null,
  classOf: neutral,
};
