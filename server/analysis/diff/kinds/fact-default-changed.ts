import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A claim that leaves a fact out is settled as if it said something else. */
export const factDefaultChanged: ChangeKind<'fact-default-changed'> = {
  id: 'fact-default-changed',
  mirror: 'fact-default-changed',
  recognises: isPart('fact', 'default'),
  classOf: undetermined,
};
