import { type ChangeKind, isRemoved, neutral } from './kind.ts';

/** Something of the policy is no longer left out. */
export const leftOutRemoved: ChangeKind<'left-out-removed'> = {
  id: 'left-out-removed',
  mirror: 'left-out-added',
  recognises: isRemoved('leftOut'),
  classOf: neutral,
};
