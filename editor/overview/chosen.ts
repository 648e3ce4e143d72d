import type { Matrix } from '../api/matrix.ts';
import { largestRaise } from './raise.ts';

/** Which standards are shown, and whether the largest raise comes first. */
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
 * The overview with the counties that are chosen, one's own first: where only raises are shown, those that raise anything there.
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
  const raised = standards.filter(({ counties }) => Object.keys(counties).length > 0);
  const counties = new Set(raised.flatMap((row) => Object.keys(row.counties)));
  return words(raised.length, counties.size);
}
