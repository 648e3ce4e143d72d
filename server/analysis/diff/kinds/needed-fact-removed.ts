import { isNeeded } from '../claims-as-sent.ts';
import { type ChangeKind, isRemoved, undetermined } from './kind.ts';

/** A fact that claims had to bring is gone: as they were sent before they are refused. */
export const neededFactRemoved: ChangeKind<'needed-fact-removed'> = {
  id: 'needed-fact-removed',
  mirror: 'needed-fact-added',
  recognises: (one, sides) => isRemoved('fact')(one) && isNeeded(one, sides),
  classOf: undetermined,
};
