import { expect, it } from 'vitest';
import { rate } from '../../server/http/limits/rate.ts';

/** How many requests of a caller come through at once. */
function granted(limit: NonNullable<ReturnType<typeof rate>>, caller: string, most = 1000): number {
  for (let count = 0; count < most; count += 1) {
    try {
      limit(caller);
    } catch {
      return count;
    }
  }
  return most;
}

it('as many come at once as the burst says, and after that no more than the pace', () => {
  let at = 5_000;
  const limit = rate(50, 100, () => at);
  if (limit === null) throw new Error('no limit');
  expect(granted(limit, 'a')).toBe(100);
  // Where a window ended, a whole burst came again.
  at += 104;
  expect(granted(limit, 'a')).toBe(5);
  expect(granted(limit, 'b')).toBe(100);
  at += 60_000;
  expect(granted(limit, 'a')).toBe(100);
});

it('a burst below the pace is one, and who comes too soon is told when to come', () => {
  let at = 0;
  const limit = rate(0.5, 1, () => at);
  if (limit === null) throw new Error('no limit');
  limit('a');
  expect(() => limit('a')).toThrow(
    expect.objectContaining({ findings: [expect.objectContaining({ args: { limit: 0.5, seconds: 2 } })] }),
  );
  at += 2000;
  limit('a');
});

it('of callers without number only so many are remembered', () => {
  const limit = rate(1, 1, () => 0);
  if (limit === null) throw new Error('no limit');
  limit('first');
  for (let caller = 0; caller < 50_000; caller += 1) limit(`c${caller}`);
  expect(() => limit('first')).toThrow();
  for (let caller = 50_000; caller < 101_000; caller += 1) limit(`c${caller}`);
  limit('first');
});
