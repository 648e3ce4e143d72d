/** So far a clock may have been ahead, as where it was put right by a time server, in milliseconds. */
const TOLERANCE = 5 * 60_000;

/**
 * Whether something was begun at an instant that lies ahead of the clock: it was set back meanwhile. What lasts for a while from
 * such an instant on would last longer than it may; it counts as ended.
 * @param begun milliseconds since 1970
 */
export function isAhead(begun: number, now: Date): boolean {
  return begun > now.getTime() + TOLERANCE;
}
