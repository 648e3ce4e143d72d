import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A limit on payments became an amount left with the person, or the reverse. */
export const limitRedefined: ChangeKind<'limit-redefined'> = {
  id: 'limit-redefined',
  mirror: 'limit-redefined',
  recognises: isPart('limit', 'definition'),
  classOf: undetermined,
};
