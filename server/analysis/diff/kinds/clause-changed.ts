import { type ChangeKind, neutral } from './kind.ts';

/** Something rests on another clause of the policy. */
export const clauseChanged: ChangeKind<'clause-changed'> = {
  id: 'clause-changed',
  mirror: 'clause-changed',
  recognises: ({ part }) => part === 'clause',
  classOf: neutral,
};
