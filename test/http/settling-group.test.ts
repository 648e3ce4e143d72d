import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SettlingGroup } from '../../server/http/settling-group.ts';

/** Lets every promise that can go on go on, within the same turn of the event loop. */
async function settled(): Promise<void> {
  for (let step = 0; step < 10; step += 1) await null;
}

function joined(group: SettlingGroup, requests: number): number[] {
  const begun: number[] = [];
  for (let request = 0; request < requests; request += 1) void group.join().then(() => begun.push(request));
  return begun;
}

test('a request alone begins at the end of the turn in which it came, and not before', async () => {
  const group = new SettlingGroup();
  const begun = joined(group, 1);
  await settled();
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([0]);
});

test('sixteen begin at once and in order; what comes after them waits for more, or for the end of the turn', async () => {
  const group = new SettlingGroup();
  const begun = joined(group, 35);
  await settled();
  expect(begun).toEqual(Array.from({ length: 32 }, (_, request) => request));
  await turn();
  expect(begun).toEqual(Array.from({ length: 35 }, (_, request) => request));
});

test('who comes in a later turn waits for the end of that one', async () => {
  const group = new SettlingGroup();
  joined(group, 3);
  await turn();
  const begun = joined(group, 2);
  await settled();
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([0, 1]);
});
