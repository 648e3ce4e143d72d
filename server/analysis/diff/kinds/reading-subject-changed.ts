import { type ChangeKind, isPart, neutral } from './kind.ts';

/** A reading is about another clause, standard, rule or limit. */
export const readingSubjectChanged: ChangeKind<'reading-subject-changed'> = {
  id: 'reading-subject-changed',
  mirror: 'reading-subject-changed',
  recognises: isPart('reading', 'about'),
  classOf: neutral,
};
