import { refuse } from '../domain/refusal.ts';
import { inShort } from '../rulesets/words.ts';

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
 * A page of a list that stands newest first. The cursor says after which item a page begins, by the item's mark, and not
 * how many came before: what is added at the head meanwhile neither repeats an item nor leaves one out.
 * @param items newest first, of falling marks
 * @param markOf what an item is placed by and never changes: a whole number, or a text
 * @throws Refusal `pageLimit` or `pageCursor`
 */
export function pageOf<Item, Mark extends number | string>(
  items: readonly Item[],
  markOf: (item: Item) => Mark,
  { cursor, limit }: PageRequest = {},
): Page<Item> {
  const after = cursor === undefined ? null : markIn(cursor);
  const following = after === null ? items : items.filter((item) => isBefore(markOf(item), after));
  return cut(following, limit, (last) => cursorOf(markOf(last)));
}

/**
 * A page of a list that stands in an order of its own. The cursor names the last item of the page before, so that what is
 * added or taken away elsewhere meanwhile neither repeats an item nor leaves one out.
 * @param nameOf what an item is known by among the others
 * @throws Refusal `pageLimit`; `pageCursor`, also where the item that it names is no more
 */
export function pageAfter<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  { cursor, limit }: PageRequest = {},
): Page<Item> {
  const before = cursor === undefined ? -1 : items.findLastIndex((item) => encoded(NAME, nameOf(item)) === cursor);
  if (cursor !== undefined && before === -1) refuseCursor(cursor);
  return cut(items.slice(before + 1), limit, (last) => encoded(NAME, nameOf(last)));
}

function cut<Item>(
  following: readonly Item[],
  limit: string | undefined,
  cursorAfter: (item: Item) => string,
): Page<Item> {
  const most = pageLimit({ limit });
  const items = following.slice(0, most);
  const last = items.at(-1);
  return { items, next: last !== undefined && following.length > most ? cursorAfter(last) : null };
}

/** How many items a page has at most. @throws Refusal `pageLimit` */
export function pageLimit({ limit }: Pick<PageRequest, 'limit'>): number {
  return limit === undefined ? USUAL_ITEMS : limitOf(limit);
}

function limitOf(text: string): number {
  const limit = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MOST_ITEMS) return limit;
  return refuse('pageLimit', { given: inShort(text), most: MOST_ITEMS }, { pointer: '/limit' });
}

function isBefore(mark: number | string, after: string): boolean {
  return typeof mark === 'number' ? mark < numberOf(after) : mark < after;
}

/** What a cursor begins with, by what it goes on with: one kind of list's is none of another's. */
const MARK = 'after ';
const NAME = 'following ';

/** The cursor of the page after the item of a mark. */
export function cursorOf(mark: number | string): string {
  return encoded(MARK, String(mark));
}

function encoded(kind: string, last: string): string {
  return Buffer.from(kind + last).toString('base64url');
}

/** The number in a cursor. @throws Refusal `pageCursor` */
export function numberIn(cursor: string): number {
  return numberOf(markIn(cursor));
}

function markIn(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const mark = text.slice(MARK.length);
  // Only what this function's counterpart wrote is taken: whoever makes cursors up must not come to rely on their form.
  return text.startsWith(MARK) && mark !== '' && cursorOf(mark) === cursor ? mark : refuseCursor(cursor);
}

function numberOf(mark: string): number {
  const number = Number(mark);
  return Number.isSafeInteger(number) && String(number) === mark ? number : refuseCursor(cursorOf(mark));
}

function refuseCursor(cursor: string): never {
  return refuse('pageCursor', { given: inShort(cursor) }, { pointer: '/cursor' });
}
