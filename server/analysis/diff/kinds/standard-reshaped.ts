import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** One figure became several by key, by band or as a list, or the reverse. */
export const standardReshaped: ChangeKind<'standard-reshaped'> = {
  id: 'standard-reshaped',
  mirror: 'standard-reshaped',
  recognises: (one, sides) => valueMove(one, sides) === 'reshaped',
  classOf: classOfValue,
};
