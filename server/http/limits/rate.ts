import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { refusalOf } from '../problem.ts';

/** Counts a request of a caller. @throws Refusal `tooManyRequests` (429 with Retry-After) */
export type Rate = (caller: string) => Promise<void>;

/**
 * At most so many requests a second of one caller (a key, or an address), and `burst` of them at once; null where there is
 * no limit.
 */
export function rate(requestsPerSecond: number, burst: number): Rate | null {
  if (requestsPerSecond === 0) return null;
  const points = Math.max(burst, requestsPerSecond);
  const limiter = new RateLimiterMemory({ points, duration: points / requestsPerSecond });
  return async (caller) => {
    try {
      await limiter.consume(caller);
    } catch (refused) {
      const { msBeforeNext } = refused as RateLimiterRes;
      throw refusalOf('tooManyRequests', {
        limit: requestsPerSecond,
        seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      });
    }
  };
}
