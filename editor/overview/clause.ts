import type { Matrix } from '../api/matrix.ts';
import type { Language } from '../language/language.tsx';

type Row = Matrix['standards'][number];

/** How the policy writes the clause of a standard; null where it names none. */
export function clauseOf({ clauses }: Matrix, { clause }: Row, language: Language): string | null {
  return clause === null ? null : (clauses[clause]?.[language] ?? clause);
}

/** Where a standard comes from: its clause, else that a county has added it; null for one of the city without a clause. */
export function sourceOf(matrix: Matrix, row: Row, language: Language, addedByCounty: string): string | null {
  return clauseOf(matrix, row, language) ?? (row.city === null ? addedByCounty : null);
}
