import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** Another date of a claim decides which rules it is settled by. */
export const claimDateChanged: ChangeKind<'claim-date-changed'> = {
  id: 'claim-date-changed',
  mirror: 'claim-date-changed',
  recognises: isPart('claimType', 'date'),
  classOf: undetermined,
};
