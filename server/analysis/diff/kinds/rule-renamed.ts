import { type ChangeKind, isRenamed, neutral } from './kind.ts';

/** A rule has another name; the history kept under the old one is no longer read. */
export const ruleRenamed: ChangeKind<'rule-renamed'> = {
  id: 'rule-renamed',
  mirror: 'rule-renamed',
  recognises: isRenamed('rule'),
  classOf: neutral,
};
