import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A figure that had been left open was set: what needs it begins to work. */
export const standardSet: ChangeKind<'standard-set'> = {
  id: 'standard-set',
  mirror: 'standard-unset',
  recognises: (one, sides) => valueMove(one, sides) === 'set',
  classOf: classOfValue,
};
