import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new fact of a claim; what hangs on it is told of the rules. */
export const factAdded: ChangeKind<'fact-added'> = {
  id: 'fact-added',
  mirror: 'fact-removed',
  recognises: isAdded('fact'),
  classOf: neutral,
};
