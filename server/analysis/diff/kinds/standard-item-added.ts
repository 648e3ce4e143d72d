import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A list gained an item. */
export const standardItemAdded: ChangeKind<'standard-item-added'> = {
  id: 'standard-item-added',
  mirror: 'standard-item-removed',
  recognises: (one, sides) => valueMove(one, sides) === 'itemAdded',
  classOf: classOfValue,
};
