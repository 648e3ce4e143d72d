/** At most so many items a page, by the interface. */
const MOST = 200;

/** The items of all pages of a list. @param ask for one page, the first without a cursor */
export async function allPages<Item>(
  ask: (page: { readonly limit: number; readonly cursor?: string }) => Promise<{
    readonly items: readonly Item[];
    readonly next: string | null;
  }>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page = await ask(cursor === null ? { limit: MOST } : { limit: MOST, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
