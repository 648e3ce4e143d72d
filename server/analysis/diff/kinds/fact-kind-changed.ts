import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A fact is of another kind or has other bounds. */
export const factKindChanged: ChangeKind<'fact-kind-changed'> = {
  id: 'fact-kind-changed',
  mirror: 'fact-kind-changed',
  recognises: isPart('fact', 'kind'),
  classOf: undetermined,
};
