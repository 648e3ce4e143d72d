import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A list lost an item. */
export const standardItemRemoved: ChangeKind<'standard-item-removed'> = {
  id: 'standard-item-removed',
  mirror: 'standard-item-added',
  recognises: (one, sides) => valueMove(one, sides) === 'itemRemoved',
  classOf: classOfValue,
};
