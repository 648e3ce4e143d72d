import { isNamedByClaims } from '../claims-as-sent.ts';
import { type ChangeKind, isRenamed } from './kind.ts';

/** A rule has another name: claims that name the old one, as histories do, are refused. */
export const ruleRenamed: ChangeKind<'rule-renamed'> = {
  id: 'rule-renamed',
  mirror: 'rule-renamed',
  recognises: isRenamed('rule'),
  classOf: (one, sides) => (isNamedByClaims(one, sides) ? 'undetermined' : 'neutral'),
};
