import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { SolverThread } from '../../server/solver/solver-thread.ts';
import { emptyFolder } from '../cli/dixian.ts';

const options = { milliseconds: 5_000, arithmetic: 'default' } as const;

it('a thread answers queries until there is one that it cannot tell: the next has a thread of its own', async () => {
  const folder = emptyFolder();
  const script = join(folder.path, 'thread.mjs');
  // Gives its own number as the only value, and cannot tell what says so.
  writeFileSync(
    script,
    `import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, text }) =>
  parentPort.postMessage({ id, answer: text, reason: '', model: [['thread', String(threadId)]] }));`,
  );
  const solver = new SolverThread(pathToFileURL(script));
  const threads: (bigint | undefined)[] = [];
  const asked = ['sat', 'sat', 'unknown', 'sat'].map((text) => solver.check(text, [], options));
  for (const answer of await Promise.all(asked)) if (answer.answer === 'sat') threads.push(answer.model.get('thread'));
  await solver.close();
  folder.remove();
  expect(threads).toHaveLength(3);
  expect([threads[1] === threads[0], threads[2] === threads[0]]).toEqual([true, false]);
});
