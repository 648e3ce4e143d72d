import type { Matrix } from '../api/matrix.ts';
import { largestRaise } from './raise.ts';
import { standingOf } from './standing.ts';

/** Which standards are shown, and whether the largest raise comes first. `raised`, as addresses name it: what counties set otherwise. */
export interface Choice {
  readonly product: string | null;
  readonly order: string | null;
  readonly raised: boolean;
  readonly overtaken: boolean;
}

/** What an address says is chosen. */
export function choiceOf(address: URLSearchParams): Choice {
  return {
    product: address.get('product'),
    order: address.get('order'),
    raised: address.get('raised') !== null,
    overtaken: address.get('overtaken') !== null,
  };
}

/** The standards that are chosen, in the order that is chosen. */
export function chosenRows(matrix: Matrix, { product, order, raised, overtaken }: Choice): Matrix['standards'] {
  const rows = matrix.standards.filter(
    (row) =>
      (product === null || row.product === product) &&
      (!raised || Object.keys(row.counties).length > 0) &&
      (!overtaken || Object.keys(row.overtaken).length > 0),
  );
  return order === 'raise' ? rows.sort((a, b) => largestRaise(b) - largestRaise(a)) : rows;
}

/**
 * The overview with the counties that are chosen, one's own first: where only what differs is shown, those that differ in it.
 * @param own the county of whoever looks; null for who has none
 */
export function chosenMatrix(
  matrix: Matrix,
  rows: Matrix['standards'],
  { raised }: Pick<Choice, 'raised'>,
  own: string | null,
): Matrix {
  const isOwn = ({ code }: Matrix['jurisdictions'][number]) => code === own;
  const differs = ({ code }: Matrix['jurisdictions'][number]) =>
    rows.some(({ counties, overtaken }) => counties[code] !== undefined || overtaken[code] !== undefined);
  const shown = raised ? matrix.jurisdictions.filter((place) => isOwn(place) || differs(place)) : matrix.jurisdictions;
  const jurisdictions = [...shown.filter(isOwn), ...shown.filter((place) => !isOwn(place))];
  return { ...matrix, jurisdictions };
}

/** How many standards are raised in how many counties. */
export function summary({ standards }: Matrix, words: (standards: number, counties: number) => string): string {
  const raisedIn = standards.map(({ counties }) =>
    Object.entries(counties).flatMap(([code, figure]) => (standingOf(figure) === 'better' ? [code] : [])),
  );
  return words(raisedIn.filter((codes) => codes.length > 0).length, new Set(raisedIn.flat()).size);
}
