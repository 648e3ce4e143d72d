import { join } from 'node:path';
import { expect, it } from 'vitest';
import { forSeconds } from '../../server/cli/time-limit.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { check } from '../../server/usecases/check.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { prove } from '../../server/usecases/prove.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

/** A clock on which every look takes a second, and how often it was looked at. */
function slowClock() {
  const looks = { count: 0 };
  return { looks, clock: () => 1000 * looks.count++ };
}

it('work that never lets a timer run ends when its seconds are over', async () => {
  const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
  const now = new Date('2026-01-01T00:00:00Z');
  const [from, to] = [await sideOf(book, '371500@1.0.0', now, null), await sideOf(book, '371525@1.0.0', now, null)];
  const proving = slowClock();
  const proof = await prove(from, to, { solver: null, goOn: forSeconds(5, proving.clock) });
  expect([proof.result, proof.undecided.map(({ reason }) => reason)]).toEqual([
    'undecided',
    expect.arrayContaining(['stopped']),
  ]);
  // Once to begin, five times within the seconds; when it was told to end it asked no more.
  expect(proving.looks.count).toBe(6);
  const checking = slowClock();
  await check(from, { solver: null, goOn: forSeconds(5, checking.clock) });
  expect(checking.looks.count).toBeLessThan(12);
});
