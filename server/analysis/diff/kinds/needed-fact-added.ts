import { isNeeded } from '../claims-as-sent.ts';
import { type ChangeKind, isAdded, undetermined } from './kind.ts';

/** A new fact that claims must bring: as they were sent before they are refused, and only who sends them can tell more. */
export const neededFactAdded: ChangeKind<'needed-fact-added'> = {
  id: 'needed-fact-added',
  mirror: 'needed-fact-removed',
  recognises: (one, sides) => isAdded('fact')(one) && isNeeded(one, sides),
  classOf: undetermined,
};
