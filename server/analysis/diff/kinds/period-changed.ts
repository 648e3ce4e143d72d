import { type ChangeKind, isPart, neutral } from './kind.ts';

/** The rule set holds for another time. */
export const periodChanged: ChangeKind<'period-changed'> = {
  id: 'period-changed',
  mirror: 'period-changed',
  recognises: isPart('ruleSet', 'period'),
  classOf: neutral,
};
