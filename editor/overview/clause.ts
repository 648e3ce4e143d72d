import type { Matrix } from '../api/matrix.ts';
import type { Language } from '../language/language.tsx';

/** How the policy writes the clause of a standard; null for one that a county has added. */
export function clauseOf(
  { clauses }: Matrix,
  { clause }: Matrix['standards'][number],
  language: Language,
): string | null {
  return clause === null ? null : (clauses[clause]?.[language] ?? clause);
}
