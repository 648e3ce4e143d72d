import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A cap was put where there had been none. */
export const standardLimited: ChangeKind<'standard-limited'> = {
  id: 'standard-limited',
  mirror: 'standard-unlimited',
  recognises: (one, sides) => valueMove(one, sides) === 'limited',
  classOf: classOfValue,
};
