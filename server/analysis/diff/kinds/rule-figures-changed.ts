import { classOfFigures } from '../figure-class.ts';
import { type ChangeKind, isPart } from './kind.ts';

/** A rule takes other figures or pots. */
export const ruleFiguresChanged: ChangeKind<'rule-figures-changed'> = {
  id: 'rule-figures-changed',
  mirror: 'rule-figures-changed',
  recognises: isPart('rule', 'figures'),
  classOf: classOfFigures,
};
