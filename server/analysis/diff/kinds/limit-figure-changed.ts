import { classOfFigures } from '../figure-class.ts';
import { type ChangeKind, isPart } from './kind.ts';

/** A limit takes another figure. */
export const limitFigureChanged: ChangeKind<'limit-figure-changed'> = {
  id: 'limit-figure-changed',
  mirror: 'limit-figure-changed',
  recognises: isPart('limit', 'figure'),
  classOf: classOfFigures,
};
