import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** A clause is no longer cited. */
export const clauseRemoved: ChangeKind<'clause-removed'> = {
  id: 'clause-removed',
  mirror: 'clause-added',
  recognises: isRemoved('clause'),
  classOf: neutral,
};
