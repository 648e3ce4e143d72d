import { isNeeded, isNeverSent, isRefusing } from '../claims-as-sent.ts';
import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isAdded } from './kind.ts';

/** A new fact that claims may bring, or that is worked out from others; what hangs on it is told of the rules. */
export const factAdded: ChangeKind<'fact-added'> = {
  id: 'fact-added',
  mirror: 'fact-removed',
  recognises: (one, sides) => isAdded('fact')(one) && !isNeeded(one, sides) && !isRefusing(one, sides),
  classOf: (one, sides) => (isNeverSent(one, sides) ? 'neutral' : classOfMoreClaims(one, sides.after, sides)),
};
