import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** A figure of a standard rose; for whom that is good, its direction tells. */
export const standardRaised: ChangeKind<'standard-raised'> = {
  id: 'standard-raised',
  mirror: 'standard-lowered',
  recognises: (one, sides) => valueMove(one, sides) === 'raised',
  classOf: classOfValue,
};
