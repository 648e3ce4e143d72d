import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A figure for a key or stretch that had none of its own, compared with what held there. */
export const standardKeyAdded: ChangeKind<'standard-key-added'> = {
  id: 'standard-key-added',
  mirror: 'standard-key-removed',
  recognises: (one, sides) => valueMove(one, sides) === 'keyAdded',
  classOf: classOfValue,
};
