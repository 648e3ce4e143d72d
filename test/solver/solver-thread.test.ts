import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { SolverThread } from '../../server/solver/solver-thread.ts';
import { emptyFolder } from '../cli/dixian.ts';

const options = { milliseconds: 5_000, arithmetic: 'default' } as const;

const folder = emptyFolder();
afterAll(folder.remove);

/** Gives its own number as the only value, and cannot tell what says so. */
function script(): URL {
  const file = join(folder.path, 'thread.mjs');
  writeFileSync(
    file,
    `import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, text }) =>
  parentPort.postMessage({ id, answer: text, reason: '', model: [['thread', String(threadId)]] }));`,
  );
  return pathToFileURL(file);
}

it('a thread answers queries until there is one that it cannot tell: the next has a thread of its own', async () => {
  const solver = new SolverThread(script());
  const threads: (bigint | undefined)[] = [];
  const asked = ['sat', 'sat', 'unknown', 'sat'].map((text) => solver.check(text, [], options));
  for (const answer of await Promise.all(asked)) if (answer.answer === 'sat') threads.push(answer.model.get('thread'));
  await solver.close();
  expect(threads).toHaveLength(3);
  expect([threads[1] === threads[0], threads[2] === threads[0]]).toEqual([true, false]);
});

it('a thread that cannot be started tells nothing, and the next query starts another', async () => {
  const file = script();
  const { href } = file;
  // `new Worker` throws, as where the machine has no thread left.
  file.href = 'none:';
  const solver = new SolverThread(file);
  const asked = ['sat', 'sat'].map((text) => solver.check(text, [], options));
  const untold = { answer: 'unknown', reason: expect.stringContaining('scheme') };
  expect(await Promise.all(asked)).toEqual([untold, untold]);
  file.href = href;
  expect(await solver.check('sat', [], options)).toMatchObject({ answer: 'sat' });
  await solver.close();
});
