import type { Matrix } from '../api/matrix.ts';

/** Standards of one product. */
export interface ProductGroup<Row> {
  /** The product's name; empty for what belongs to none. */
  readonly group: string;
  readonly rows: readonly Row[];
}

/** Standards by their products, each group where its first stands; what belongs to no product that there is makes a group as well. */
export function productGroups<Row extends { readonly product: string }>(
  rows: readonly Row[],
  products: Matrix['products'],
): readonly ProductGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = products[row.product] === undefined ? '' : row.product;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, inside]) => ({ group, rows: inside }));
}
