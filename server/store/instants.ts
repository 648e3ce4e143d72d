import type { Ledger } from './ledger.ts';

/**
 * The instant at which something is published or set aside: the clock's, and never before what was written last. A clock that
 * was set back would else put a version into what was known before it; the audit line says what the clock said.
 * @param at ISO 8601 instant, UTC
 */
export function instantAfter({ latest }: Pick<Ledger, 'latest'>, at: string): string {
  return latest !== null && Date.parse(latest) > Date.parse(at) ? latest : at;
}
