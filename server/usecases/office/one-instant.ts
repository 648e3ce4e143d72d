import { untilUnmoved } from './attempts.ts';
import type { Office } from './office.ts';

/**
 * Does an act that reads, decides and acts, see `untilUnmoved`: each attempt at one instant, that of its beginning. Whatever it
 * writes is dated by it, and what depends on the day is decided for one day.
 * @param attempt is handed the office with a clock that stands
 */
export function atOneInstant<Result>(office: Office, attempt: (office: Office) => Promise<Result>): Promise<Result> {
  return untilUnmoved(() => {
    const at = office.now();
    return attempt({ ...office, now: () => at });
  });
}
