import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A cap was lifted. */
export const standardUnlimited: ChangeKind<'standard-unlimited'> = {
  id: 'standard-unlimited',
  mirror: 'standard-limited',
  recognises: (one, sides) => valueMove(one, sides) === 'unlimited',
  classOf: classOfValue,
};
