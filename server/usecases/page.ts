import { refuse } from '../domain/refusal.ts';

/** Which part of a list is asked for, as a query says it. */
export interface PageRequest {
  /** What the page before answered as `next`. */
  readonly cursor?: string | undefined;
  /** How many at most: 1 to {@link MOST_ITEMS} in decimal digits; {@link USUAL_ITEMS} unless said. */
  readonly limit?: string | undefined;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page after this one; null on the last. */
  readonly next: string | null;
}

/** The most items of a page. */
export const MOST_ITEMS = 200;

/** The items of a page where nothing else is asked for. */
export const USUAL_ITEMS = 50;

/**
 * A page of a list that stands newest first. The cursor says after which item a page begins, by the item's number, and not
 * how many came before: what is added at the head meanwhile neither repeats an item nor leaves one out.
 * @param items newest first, of falling numbers
 * @param numberOf an item's own number, which never changes
 * @throws Refusal `pageLimit` or `pageCursor`
 */
export function pageOf<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
  { cursor, limit }: PageRequest = {},
): Page<Item> {
  const most = limit === undefined ? USUAL_ITEMS : limitOf(limit);
  const after = cursor === undefined ? Number.POSITIVE_INFINITY : numberIn(cursor);
  const following = items.filter((item) => numberOf(item) < after);
  const page = following.slice(0, most);
  const last = page.at(-1);
  return { items: page, next: last !== undefined && following.length > most ? cursorOf(numberOf(last)) : null };
}

function limitOf(text: string): number {
  const limit = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MOST_ITEMS) return limit;
  return refuse('pageLimit', { given: text.slice(0, 40), most: MOST_ITEMS }, { pointer: '/limit' });
}

const MARK = 'after ';

function cursorOf(number: number): string {
  return Buffer.from(`${MARK}${number}`).toString('base64url');
}

function numberIn(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const number = text.startsWith(MARK) ? Number(text.slice(MARK.length)) : Number.NaN;
  // Only what this function's counterpart wrote is taken: whoever makes cursors up must not come to rely on their form.
  if (Number.isSafeInteger(number) && cursorOf(number) === cursor) return number;
  return refuse('pageCursor', { given: cursor.slice(0, 40) }, { pointer: '/cursor' });
}
