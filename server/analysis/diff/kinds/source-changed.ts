import { type ChangeKind, isPart, neutral } from './kind.ts';

/** Where a figure comes from, or whether it stands in the policy itself. */
export const sourceChanged: ChangeKind<'source-changed'> = {
  id: 'source-changed',
  mirror: 'source-changed',
  recognises: isPart('standard', 'source'),
  classOf: neutral,
};
