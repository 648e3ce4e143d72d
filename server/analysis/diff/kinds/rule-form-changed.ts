import { type ChangeKind, isPart, undetermined } from './kind.ts';

/** A rule pays by another form. */
export const ruleFormChanged: ChangeKind<'rule-form-changed'> = {
  id: 'rule-form-changed',
  mirror: 'rule-form-changed',
  recognises: isPart('rule', 'form'),
  classOf: undetermined,
};
