import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A key or stretch has no figure of its own any more, compared with what holds there now. */
export const standardKeyRemoved: ChangeKind<'standard-key-removed'> = {
  id: 'standard-key-removed',
  mirror: 'standard-key-added',
  recognises: (one, sides) => valueMove(one, sides) === 'keyRemoved',
  classOf: classOfValue,
};
