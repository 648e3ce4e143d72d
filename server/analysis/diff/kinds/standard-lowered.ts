import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A figure of a standard fell; for whom that is good, its direction tells. */
export const standardLowered: ChangeKind<'standard-lowered'> = {
  id: 'standard-lowered',
  mirror: 'standard-raised',
  recognises: (one, sides) => valueMove(one, sides) === 'lowered',
  classOf: classOfValue,
};
