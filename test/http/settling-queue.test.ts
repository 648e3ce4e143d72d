import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SettlingQueue } from '../../server/http/limits/settling-queue.ts';

/** A queue by a clock that only its test moves, each request taking so many milliseconds. */
function queueOf(requests: number, milliseconds: readonly number[]) {
  let now = 0;
  const queue = new SettlingQueue(() => now);
  const begun: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    void queue.turn().then(() => {
      begun.push(request);
      now += milliseconds[Math.min(Math.floor(request / 16), milliseconds.length - 1)] ?? 0;
    });
  }
  return { queue, begun };
}

const first = (requests: number) => Array.from({ length: requests }, (_, request) => request);

test('a request alone begins at the end of the turn in which it came, and not before', async () => {
  const { begun } = queueOf(1, [1]);
  await null;
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([0]);
});

test('sixteen begin in a turn, in the order in which they came', async () => {
  const { begun } = queueOf(35, [0.1]);
  const counts: number[] = [];
  while (begun.length < 35) {
    await turn();
    counts.push(begun.length);
  }
  expect(begun).toEqual(first(35));
  expect(counts).toEqual([16, 32, 35]);
});

test('the wait is told at the mean pace of the last groups, without the slowest', async () => {
  const { queue } = queueOf(100, [0.25, 0.125, 50, 0.25]);
  // Of one group nothing is known yet: it may be the slow one.
  const waits: number[] = [];
  for (let turns = 0; turns < 4; turns += 1) {
    await turn();
    waits.push(queue.milliseconds);
  }
  expect(waits).toEqual([0, 68 * 0.125, 52 * ((0.25 + 0.125) / 2), 36 * ((0.25 + 0.125 + 0.25) / 3)]);
});

test('where requests take long, fewer begin in a turn, but always one', async () => {
  const { begun } = queueOf(60, [1, 1, 10]);
  const counts: number[] = [];
  while (begun.length < 50) {
    await turn();
    counts.push(begun.length);
  }
  expect(counts.slice(0, 3)).toEqual([16, 32, 36]);
  expect(counts.slice(-2)).toEqual([49, 50]);
});

test('where everything else takes long – many are refused –, settling has a third of as long, and all of it counts', async () => {
  let now = 0;
  const queue = new SettlingQueue(() => now);
  let begun = 0;
  const join = () =>
    void queue.turn().then(() => {
      begun += 1;
      now += 0.125;
    });
  for (let request = 0; request < 1_000; request += 1) join();
  const groups: number[] = [];
  for (let turns = 0; turns < 12; turns += 1) {
    const before = begun;
    now += 24;
    await turn();
    groups.push(begun - before);
  }
  expect(groups).toEqual([16, 16, ...Array.from({ length: 10 }, () => 64)]);
  // 64 take 8 ms of 32.
  expect(queue.milliseconds).toBe((1_000 - begun) * 0.5);
});

test('after a rest nothing is known of the pace', async () => {
  const { queue, begun } = queueOf(48, [5]);
  while (begun.length < 48) await turn();
  await turn();
  await turn();
  for (let request = 0; request < 100; request += 1) void queue.turn();
  expect(queue.milliseconds).toBe(0);
});
