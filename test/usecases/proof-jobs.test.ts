import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Identity } from '../../server/access/identify.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { ProofJobs, type ProofMeans, type SidesTask } from '../../server/usecases/proof-jobs.ts';
import { isStopped } from '../../server/usecases/proof-watch.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';

const person = (staffNumber: string): Identity => ({ kind: 'person', staffNumber, grants: [], session: '' });

/** Proofs of two sides, each at work until it is let. */
async function heldJobs(changes: Partial<ProofMeans> = {}) {
  const book = new RuleBook(await openFolder(join(root, 'rules'), { samples: true }));
  const now = new Date('2026-01-01T00:00:00Z');
  const [from, to] = [await sideOf(book, '371525@1.0.0', now, null), await sideOf(book, '371500@1.0.0', now, null)];
  const faults: string[] = [];
  const held: { readonly task: SidesTask; readonly overdue: AbortSignal; readonly end: (error?: Error) => void }[] = [];
  const work: ProofMeans['work'] = (task, overdue) =>
    new Promise((resolve, reject) => {
      const end = (error?: Error) => (error === undefined ? resolve('{}') : reject(error));
      held.push({ task, overdue, end });
    });
  const fault = (id: string) => void faults.push(id);
  const jobs = new ProofJobs({ work, atOnce: 2, newId: randomUUID, fault, after: () => () => {}, ...changes });
  const begin = (identity: Identity) => {
    try {
      return jobs.begin(identity, from, to).id;
    } catch (error) {
      return error instanceof Refusal ? error.code : String(error);
    }
  };
  return { jobs, begin, held, faults };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('one person has six proofs open at most, and others get their turn; what is ended before its turn makes room', async () => {
  const { jobs, begin, held, faults } = await heldJobs();
  const own = Array.from({ length: 6 }, () => begin(person('G-1')));
  expect(own).not.toContain('overloaded');
  expect(begin(person('G-1'))).toBe('overloaded');
  // Of the eighteen that there is room for, six are theirs, and twelve are left.
  const others = Array.from({ length: 12 }, (_, index) => begin(person(`S-${index % 2}`)));
  expect(others).not.toContain('overloaded');
  expect(begin(person('C-1'))).toBe('overloaded');
  jobs.cancel(person('G-1'), own[5] ?? '');
  expect(begin(person('G-1'))).not.toBe('overloaded');
  jobs.close();
  for (const { end } of held) end(new Error('the pool is closed'));
  await turn();
  expect(faults).toEqual([]);
  expect(held).toHaveLength(2);
});

it('whoever has none at work goes before those who have', async () => {
  const { jobs, begin, held } = await heldJobs();
  const own = Array.from({ length: 4 }, () => begin(person('G-1')));
  const other = begin(person('S-1'));
  held[0]?.end();
  await turn();
  expect(jobs.of(person('S-1'), other).status).toBe('running');
  expect(own.map((id) => jobs.of(person('G-1'), id).status)).toEqual(['ended', 'running', 'waiting', 'waiting']);
});

it('a proof that is ended is told to stop, its thread is ended where it does not, and its turn is another’s', async () => {
  const timers: { readonly milliseconds: number; readonly then: () => void }[] = [];
  const after = (milliseconds: number, then: () => void) => {
    timers.push({ milliseconds, then });
    return () => {};
  };
  const { jobs, begin, held, faults } = await heldJobs({ after, atOnce: 1 });
  const [first, second] = [begin(person('G-1')), begin(person('S-1'))];
  jobs.cancel(person('G-1'), first);
  const [stuck] = held;
  expect(stuck !== undefined && isStopped(stuck.task.watch)).toBe(true);
  expect(stuck?.overdue.aborted).toBe(false);
  timers.find(({ milliseconds }) => milliseconds === 1_000)?.then();
  expect(stuck?.overdue.aborted).toBe(true);
  stuck?.end(new Error('a thread has ended'));
  await turn();
  expect(jobs.of(person('S-1'), second).status).toBe('running');
  expect(faults).toEqual([]);
  // One that takes too long fails, and says so where the operator reads it.
  timers.findLast(({ milliseconds }) => milliseconds > 60_000)?.then();
  expect(held[1]?.overdue.aborted).toBe(true);
  held[1]?.end(new Error('a thread has ended'));
  await turn();
  expect([jobs.of(person('S-1'), second).status, faults]).toEqual(['failed', [second]]);
});
