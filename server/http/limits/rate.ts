import { refusalOf } from '../problem.ts';

/** Counts a request of a caller. @throws Refusal `tooManyRequests` (429 with Retry-After) */
export type Rate = (caller: string) => void;

/** Callers that are remembered at once; whoever has not asked for longest is forgotten first. */
const MOST_CALLERS = 100_000;

/**
 * A bucket of `burst` requests for each caller (a key, or an address), into which `requestsPerSecond` come back: so many at once,
 * and over time no more than that pace. Limiters that count by fixed windows let twice as many through where two windows meet.
 * Null where there is no limit.
 * @param now milliseconds of a clock that is never set
 */
export function rate(requestsPerSecond: number, burst: number, now = () => performance.now()): Rate | null {
  if (requestsPerSecond === 0) return null;
  const each = 1000 / requestsPerSecond;
  const room = (Math.max(1, burst) - 1) * each;
  /** When the bucket of each caller is full again; in the order in which they last asked. */
  const full = new Map<string, number>();
  return (caller) => {
    const at = now();
    forget(full, at);
    const from = Math.max(at, full.get(caller) ?? 0);
    // What is left of a division is no request less.
    const early = from - at - room;
    if (early > 1e-6) {
      throw refusalOf('tooManyRequests', { limit: requestsPerSecond, seconds: Math.max(1, Math.ceil(early / 1000)) });
    }
    full.delete(caller);
    full.set(caller, from + each);
  };
}

/** Forgets callers whose buckets are full again, a few at a time, and beyond the bound the one that asked longest ago. */
function forget(full: Map<string, number>, at: number): void {
  let looked = 0;
  for (const [caller, until] of full) {
    if (looked === 2 || (until > at && full.size < MOST_CALLERS)) return;
    full.delete(caller);
    looked += 1;
  }
}
