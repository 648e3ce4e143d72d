import { type ChangeKind, isAdded, neutral } from './kind.ts';

/** Something of the policy is left out that was not. */
export const leftOutAdded: ChangeKind<'left-out-added'> = {
  id: 'left-out-added',
  mirror: 'left-out-removed',
  recognises: isAdded('leftOut'),
  classOf: neutral,
};
