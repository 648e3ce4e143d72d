import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A standard is measured in another unit or by other keys; its values cannot be compared. */
export const standardRedefined: ChangeKind<'standard-redefined'> = {
  id: 'standard-redefined',
  mirror: 'standard-redefined',
  recognises: isPart('standard', 'definition'),
  classOf: undetermined,
};
