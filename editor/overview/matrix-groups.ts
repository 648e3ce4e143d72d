import type { Matrix } from '../api/matrix.ts';

type Row = Matrix['standards'][number];

/** Rows that stand together, and how many stand before them. */
export interface Group {
  readonly product: string | null;
  readonly rows: readonly Row[];
  readonly before: number;
}

/** The rows of a table by product, or all of them in one group of none. */
export function groupsOf(rows: readonly Row[], grouped: boolean): readonly Group[] {
  if (!grouped) return [{ product: null, rows, before: 0 }];
  let before = 0;
  return [...new Set(rows.map(({ product }) => product))].map((product) => {
    const own = rows.filter((row) => row.product === product);
    const group = { product, rows: own, before };
    before += own.length;
    return group;
  });
}
