import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A limit counts over another time: a claim, an event, a year. */
export const limitCountChanged: ChangeKind<'limit-count-changed'> = {
  id: 'limit-count-changed',
  mirror: 'limit-count-changed',
  recognises: isPart('limit', 'per'),
  classOf: undetermined,
};
