import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A rule pays in another layer. */
export const ruleMoved: ChangeKind<'rule-moved'> = {
  id: 'rule-moved',
  mirror: 'rule-moved',
  recognises: isPart('rule', 'layer'),
  classOf: undetermined,
};
