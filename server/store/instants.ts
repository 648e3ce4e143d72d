import type { Ledger } from './ledger.ts';

/**
 * The instant at which something is published or set aside: the clock's, and never before what was written last. A clock that
 * was set back would else put a version into what was known before it; the audit line says what the clock said.
 * @param at ISO 8601 instant, UTC
 */
export function instantAfter({ publications }: Ledger, at: string): string {
  let last = at;
  let time = Date.parse(at);
  const newest = publications.at(-1)?.record.publishedAt;
  const instants = publications.flatMap(({ record }) => (record.events ?? []).map((event) => event.at));
  for (const one of newest === undefined ? instants : [newest, ...instants]) {
    if (Date.parse(one) <= time) continue;
    [last, time] = [one, Date.parse(one)];
  }
  return last;
}
