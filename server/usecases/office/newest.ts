import type { Held } from '../../store/desk.ts';
import { type Page, type PageRequest, pageOf } from '../page.ts';

/**
 * A page of rows, the newest first; of those of one instant in the order of their ids.
 * @param madeAt ISO 8601 instant, UTC
 * @throws Refusal `pageLimit`, `pageCursor`
 */
export function newestOf<Row>(
  rows: readonly Held<Row>[],
  madeAt: (held: Held<Row>) => string,
  request: PageRequest,
): Page<Held<Row>> {
  const keyOf = (held: Held<Row>) => `${madeAt(held)} ${held.id}`;
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  return pageOf(sorted, keyOf, request);
}
