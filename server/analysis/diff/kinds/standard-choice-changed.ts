import { classOfValue } from '../value-class.ts';
import { valueMove } from '../value-move.ts';
import type { ChangeKind } from './kind.ts';

/** Another item of a choice, another term, or yes for no; its order tells which is the better. */
export const standardChoiceChanged: ChangeKind<'standard-choice-changed'> = {
  id: 'standard-choice-changed',
  mirror: 'standard-choice-changed',
  recognises: (one, sides) => valueMove(one, sides) === 'chosen',
  classOf: classOfValue,
};
