import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** Items of a bill become other pots. */
export const costsChanged: ChangeKind<'costs-changed'> = {
  id: 'costs-changed',
  mirror: 'costs-changed',
  recognises: isPart('costs', 'costs'),
  classOf: undetermined,
};
