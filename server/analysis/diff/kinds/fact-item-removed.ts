import { turned } from '../change.ts';
import { classOfMoreClaims } from '../claims-class.ts';
import { type ChangeKind, isPart } from './kind.ts';

/** A fact can take a value less: claims that bring it are refused. */
export const factItemRemoved: ChangeKind<'fact-item-removed'> = {
  id: 'fact-item-removed',
  mirror: 'fact-item-added',
  recognises: (one) => isPart('fact', 'item')(one) && one.after === null,
  classOf: (one, sides) => turned(classOfMoreClaims(one, sides.before, sides)),
};
