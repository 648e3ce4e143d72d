import { type ChangeKind, isPart, neutral } from './kind.ts';

/** What a county may set was changed: improve, fixed or advise, the range, the group. */
export const standardPermissionChanged: ChangeKind<'standard-permission-changed'> = {
  id: 'standard-permission-changed',
  mirror: 'standard-permission-changed',
  recognises: isPart('standard', 'permission'),
  classOf: neutral,
};
