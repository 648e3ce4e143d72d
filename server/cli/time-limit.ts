/**
 * Lets work go on for so many seconds.
 * @param clock milliseconds of a clock that is never set; it is read each time it is asked, for a timer would have to wait until the
 *   work lets it, which between two queries of the solver may be minutes
 */
export function forSeconds(seconds: number, clock: () => number = () => performance.now()): () => boolean {
  const end = clock() + 1000 * seconds;
  return () => clock() < end;
}
