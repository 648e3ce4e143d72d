import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isPart } from './kind.ts';

/** A fact can take a value more: claims that bring it were refused. */
export const factItemAdded: ChangeKind<'fact-item-added'> = {
  id: 'fact-item-added',
  mirror: 'fact-item-removed',
  recognises: (one) => isPart('fact', 'item')(one) && one.before === null,
  classOf: (one, sides) => classOfMoreClaims(one, sides.after, sides),
};
