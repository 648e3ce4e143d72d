import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A clause is cited that was not. */
export const clauseAdded: ChangeKind<'clause-added'> = {
  id: 'clause-added',
  mirror: 'clause-removed',
  recognises: isAdded('clause'),
  classOf: neutral,
};
