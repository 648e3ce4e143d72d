import { isRefusing } from '../claims-as-sent.ts';
import { type ChangeKind, isRemoved, undetermined } from './kind.ts';

/** Days between dates may be any number: claims are settled that were refused by their dates. */
export const boundedDaysRemoved: ChangeKind<'bounded-days-removed'> = {
  id: 'bounded-days-removed',
  mirror: 'bounded-days-added',
  recognises: (one, sides) => isRemoved('fact')(one) && isRefusing(one, sides),
  classOf: undetermined,
};
