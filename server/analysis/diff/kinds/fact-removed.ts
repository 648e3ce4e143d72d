import { turned } from '../change.ts';
import { isNeeded, isNeverSent, isRefusing } from '../claims-as-sent.ts';
import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isRemoved } from './kind.ts';

/** A fact that claims could bring is gone: those that still do are refused. What hung on it is told of the rules. */
export const factRemoved: ChangeKind<'fact-removed'> = {
  id: 'fact-removed',
  mirror: 'fact-added',
  recognises: (one, sides) => isRemoved('fact')(one) && !isNeeded(one, sides) && !isRefusing(one, sides),
  classOf: (one, sides) => (isNeverSent(one, sides) ? 'neutral' : turned(classOfMoreClaims(one, sides.before, sides))),
};
