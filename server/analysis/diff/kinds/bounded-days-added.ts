import { isRefusing } from '../claims-as-sent.ts';
import { type ChangeKind, isAdded, undetermined } from './kind.ts';

/** Days between dates may no longer be any number: claims whose dates are otherwise are refused. */
export const boundedDaysAdded: ChangeKind<'bounded-days-added'> = {
  id: 'bounded-days-added',
  mirror: 'bounded-days-removed',
  recognises: (one, sides) => isAdded('fact')(one) && isRefusing(one, sides),
  classOf: undetermined,
};
