import { setImmediate as round } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type ArrayPlace, ArrayQueue } from '../../server/http/limits/array-queue.ts';

/** A queue by a clock that only its arrays move, and what was settled, by the arrays' names in turn. */
function queue() {
  let now = 0;
  const arrays = new ArrayQueue(() => now);
  const settled: string[] = [];
  /** An array of so many claims that take so many milliseconds, and are so many characters long, each. */
  const come = (name: string, claims: number, milliseconds: number, characters = 1): ArrayPlace => {
    const place = arrays.join(claims, characters);
    const settle = async () => {
      for (let claim = 0; claim < claims; claim += 1) {
        const wait = place.turn();
        if (wait !== null) await wait;
        if (place.over) return;
        now += milliseconds;
        settled.push(name);
        place.settled();
      }
      place.leave();
    };
    void settle();
    return place;
  };
  return { arrays, settled, come };
}

/** What was settled in each round of the loop. */
async function rounds(settled: string[], most: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (let turn = 0; turn < most; turn += 1) {
    await round();
    found.push(settled.splice(0).join(''));
  }
  return found;
}

test('an array begins in the next round of the loop, and keeps it for eight milliseconds', async () => {
  const { settled, come } = queue();
  come('a', 10, 2);
  await null;
  expect(settled).toEqual([]);
  expect(await rounds(settled, 4)).toEqual(['aaaa', 'aaaa', 'aa', '']);
});

test('a claim that takes longer than a turn has one of its own', async () => {
  const { settled, come } = queue();
  come('a', 3, 100);
  expect(await rounds(settled, 4)).toEqual(['a', 'a', 'a', '']);
});

test('who came first is done first, and what is left of the round is for the next', async () => {
  const { settled, come } = queue();
  come('a', 6, 2);
  come('b', 1, 2);
  come('c', 4, 2);
  expect(await rounds(settled, 4)).toEqual(['aaaa', 'aabc', 'ccc', '']);
});

test('while one waits for something else, others go on; then it is the first again', async () => {
  const { arrays, settled, come } = queue();
  const first = arrays.join(2, 1);
  await first.turn();
  first.aside();
  come('b', 6, 4);
  expect(await rounds(settled, 2)).toEqual(['bb', 'bb']);
  const again = first.turn()?.then(() => {
    settled.push('a');
    first.leave();
  });
  expect(await rounds(settled, 2)).toEqual(['abb', '']);
  await again;
});

test('the wait is what arrays have still to settle, at the mean pace of the last rounds without the slowest', async () => {
  const { arrays, come } = queue();
  come('a', 20, 2);
  come('b', 100, 2);
  const waits = [arrays.milliseconds];
  for (let turn = 0; turn < 4; turn += 1) {
    await round();
    waits.push(arrays.milliseconds);
  }
  expect(waits).toEqual([0, 0, 112 * 2, 108 * 2, 104 * 2]);
});

test('one slow round – rules are compiled – tells nothing of the pace', async () => {
  const { arrays, come } = queue();
  come('cold', 1, 500);
  come('b', 100, 2);
  const waits: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await round();
    waits.push(arrays.milliseconds);
  }
  expect(waits).toEqual([0, 96 * 2, 92 * 2]);
});

test('who leaves frees what was held: the wait, and the turn for which they waited', async () => {
  const { arrays, settled, come } = queue();
  const first = come('a', 1_000, 2);
  come('b', 10, 2);
  await rounds(settled, 3);
  expect(arrays.milliseconds).toBe((988 + 10) * 2);
  first.leave();
  expect(arrays.milliseconds).toBe(10 * 2);
  first.leave();
  expect(arrays.milliseconds).toBe(10 * 2);
  expect(await rounds(settled, 4)).toEqual(['bbbb', 'bbbb', 'bb', '']);
});

test('after a rest nothing is known of the pace', async () => {
  const { arrays, settled, come } = queue();
  come('a', 20, 2);
  await rounds(settled, 7);
  arrays.join(1_000, 1);
  expect(arrays.milliseconds).toBe(0);
});

test('what an array takes is told by its length, before it is read', async () => {
  const { arrays, settled, come } = queue();
  expect(arrays.millisecondsOf(1_000)).toBe(0);
  come('a', 40, 2, 4);
  await rounds(settled, 3);
  expect(arrays.milliseconds).toBe(28 * 2);
  expect(arrays.millisecondsOf(1_000)).toBe(500);
});
