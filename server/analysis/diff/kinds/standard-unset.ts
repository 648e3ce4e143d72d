import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A figure was left open: what needs it is off. */
export const standardUnset: ChangeKind<'standard-unset'> = {
  id: 'standard-unset',
  mirror: 'standard-set',
  recognises: (one, sides) => valueMove(one, sides) === 'unset',
  classOf: classOfValue,
};
