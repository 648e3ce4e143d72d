import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** A new standard; what it does is told of the rules and limits that name it. */
export const standardAdded: ChangeKind<'standard-added'> = {
  id: 'standard-added',
  mirror: 'standard-removed',
  recognises: isAdded('standard'),
  classOf: neutral,
};
