import { Refused } from './refused.ts';

/** What a service answers that is asked too much at once, by anybody or by one. */
const BUSY: readonly number[] = [429, 503];

/** The longest that a page waits before it asks again. */
const LONGEST = 30_000;

/**
 * Whether a question is asked again. What was refused is refused again; what got no answer may get one, and what was put off
 * because others were in line is asked for again until it is its turn.
 * @param failures how often it was asked again already
 */
export function asksAgain(failures: number, error: Error): boolean {
  return error instanceof Refused ? BUSY.includes(error.status) && failures < 5 : failures < 2;
}

/** After how many milliseconds it is: longer each time, and never before the service said that it should be. */
export function waitsBeforeAsking(failures: number, error: Error): number {
  const asked = error instanceof Refused ? error.afterSeconds * 1000 : 0;
  return Math.min(LONGEST, Math.max(asked, 1000 * 2 ** failures));
}
