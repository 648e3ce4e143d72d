import { isNeverSent } from '../claims-as-sent.ts';
import { type ChangeKind, isRenamed } from './kind.ts';

/** A fact has another id: claims that bring the old one are refused, unless it is worked out from others. */
export const factRenamed: ChangeKind<'fact-renamed'> = {
  id: 'fact-renamed',
  mirror: 'fact-renamed',
  recognises: isRenamed('fact'),
  classOf: (one, sides) => (isNeverSent(one, sides) ? 'neutral' : 'undetermined'),
};
