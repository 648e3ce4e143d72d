import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../server/access/identify.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { sideOf } from '../../server/usecases/compared/side.ts';
import { ProofJobs, type ProofMeans, type SidesTask } from '../../server/usecases/proof-jobs.ts';
import { isStopped } from '../../server/usecases/proof-watch.ts';
import type { ComparedProof } from '../../server/usecases/prove.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { root } from '../house/sources.ts';
import { openedRules } from '../opened-rules.ts';
import { MemoryDisk } from '../store/memory-disk.ts';
import { keptInMemory } from './kept-in-memory.ts';

const person = (staffNumber: string): Identity => ({ kind: 'person', staffNumber, grants: [], session: '' });

/** The sample county's rules, and the city's. */
async function sides() {
  const book = new RuleBook(await openedRules(join(root, 'rules'), true));
  const now = new Date('2026-01-01T00:00:00Z');
  return [await sideOf(book, '371525@1.0.0', now, null), await sideOf(book, '371500@1.0.0', now, null)] as const;
}

/** Proofs of two sides, each at work until it is let. */
async function heldJobs(changes: Partial<ProofMeans> = {}) {
  const [from, to] = await sides();
  const faults: string[] = [];
  const held: { readonly task: SidesTask; readonly overdue: AbortSignal; readonly end: (error?: Error) => void }[] = [];
  const work: ProofMeans['work'] = (task, overdue) =>
    new Promise((resolve, reject) => {
      const end = (error?: Error) => (error === undefined ? resolve(nothingFound) : reject(error));
      held.push({ task, overdue, end });
    });
  const fault = (id: string) => void faults.push(id);
  const jobs = new ProofJobs({
    ...{ work, answer: JSON.stringify, kept: await keptInMemory(), atOnce: 2, newId: randomUUID, fault },
    after: () => () => {},
    mayRead: async () => true,
    ...changes,
  });
  const refusalOf = (error: unknown) => (error instanceof Refusal ? error.code : String(error));
  const begin = (identity: Identity) => jobs.begin(identity, from, to).then(({ id }) => id, refusalOf);
  /** One after another: whoever comes first is let in first. */
  const beginAll = async (who: readonly string[]) => {
    const begun: string[] = [];
    for (const one of who) begun.push(await begin(person(one)));
    return begun;
  };
  const standing = (who: string, id: string) =>
    jobs.of(person(who), id).then(({ status, problem }) => problem ?? status, refusalOf);
  return { jobs, begin, beginAll, standing, held, faults };
}

/** Anything but final: it is not remembered. */
const nothingFound = { result: 'undecided', isFinal: false } as ComparedProof;

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('one person has six proofs open at most, and others get their turn; what is ended before its turn makes room', async () => {
  const { jobs, begin, beginAll, held, faults } = await heldJobs();
  const own = await beginAll(Array.from({ length: 6 }, () => 'G-1'));
  expect(own).not.toContain('overloaded');
  expect(await begin(person('G-1'))).toBe('overloaded');
  // Of the eighteen that there is room for, six are theirs, and twelve are left.
  const others = await beginAll(Array.from({ length: 12 }, (_, index) => `S-${index % 2}`));
  expect(others).not.toContain('overloaded');
  expect(await begin(person('C-1'))).toBe('overloaded');
  await jobs.cancel(person('G-1'), own[5] ?? '');
  expect(await begin(person('G-1'))).not.toBe('overloaded');
  await jobs.close();
  for (const { end } of held) end(new Error('the pool is closed'));
  await turn();
  expect(faults).toEqual([]);
  expect(held).toHaveLength(2);
});

it('whoever has none at work goes before those who have', async () => {
  const { beginAll, standing, held } = await heldJobs();
  const [other = '', ...own] = (await beginAll(['G-1', 'G-1', 'G-1', 'G-1', 'S-1'])).reverse();
  held[0]?.end();
  await turn();
  expect(await standing('S-1', other)).toBe('running');
  const standings = await Promise.all(own.reverse().map((id) => standing('G-1', id)));
  expect(standings).toEqual(['ended', 'running', 'waiting', 'waiting']);
});

it('a proof that is ended is told to stop, its thread is ended where it does not, and its turn is another’s', async () => {
  const timers: { readonly milliseconds: number; readonly then: () => void }[] = [];
  const after = (milliseconds: number, then: () => void) => {
    timers.push({ milliseconds, then });
    return () => {};
  };
  const { jobs, beginAll, standing, held, faults } = await heldJobs({ after, atOnce: 1 });
  const [first = '', second = ''] = await beginAll(['G-1', 'S-1']);
  await jobs.cancel(person('G-1'), first);
  const [stuck] = held;
  expect(stuck !== undefined && isStopped(stuck.task.watch)).toBe(true);
  expect(stuck?.overdue.aborted).toBe(false);
  timers.find(({ milliseconds }) => milliseconds === 1_000)?.then();
  expect(stuck?.overdue.aborted).toBe(true);
  stuck?.end(new Error('a thread has ended'));
  await turn();
  expect(await standing('S-1', second)).toBe('running');
  expect(faults).toEqual([]);
  // One that takes too long fails, and says so where the operator reads it.
  timers.findLast(({ milliseconds }) => milliseconds > 60_000)?.then();
  expect(held[1]?.overdue.aborted).toBe(true);
  held[1]?.end(new Error('a thread has ended'));
  await turn();
  expect([await standing('S-1', second), faults]).toEqual(['internalError', [second]]);
});

describe('after a restart', () => {
  const found = { result: 'proved', profiles: [], isFinal: true } as unknown as ComparedProof;
  const restarted = async (disk: MemoryDisk, now?: () => Date, program?: string) =>
    heldJobs({ kept: await keptInMemory(disk, now, program), work: async () => found });

  it('what has ended is read by whoever asked for it, for a week; what had not was cut off', async () => {
    const disk = new MemoryDisk();
    const before = await heldJobs({ kept: await keptInMemory(disk), atOnce: 1 });
    const [ended = '', failed = '', tooLarge = '', running = '', waiting = ''] = await before.beginAll(
      Array.from({ length: 5 }, () => 'G-1'),
    );
    before.held[0]?.end();
    await turn();
    before.held[1]?.end(new Error('a thread has ended'));
    await turn();
    before.held[2]?.end(Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    await turn();
    const told = await before.jobs.of(person('G-1'), ended);
    expect(told.body).toBe(JSON.stringify(nothingFound));
    // What is not final may come out otherwise another time.
    expect(await before.standing('S-1', await before.begin(person('S-1')))).toBe('waiting');
    disk.cutPower();
    disk.restart();
    const after = await restarted(disk);
    expect(await after.jobs.of(person('G-1'), ended)).toEqual(told);
    const standings = [failed, tooLarge, running, waiting].map((id) => after.standing('G-1', id));
    expect(await Promise.all(standings)).toEqual(['internalError', 'proofTooLarge', 'proofCutOff', 'proofCutOff']);
    expect(await after.standing('S-1', ended)).toBe('hidden');
    await after.jobs.cancel(person('G-1'), ended);
    expect(await after.standing('G-1', ended)).toBe('hidden');
    const aWeekLater = await restarted(disk, () => new Date('2026-01-08T00:00:01Z'));
    expect(await aWeekLater.standing('G-1', failed)).toBe('hidden');
  });

  it('what ends because the service takes leave was cut off as well', async () => {
    const disk = new MemoryDisk();
    const { jobs, begin, held } = await heldJobs({ kept: await keptInMemory(disk) });
    const id = await begin(person('G-1'));
    await jobs.close();
    held[0]?.end();
    await turn();
    expect(await (await restarted(disk)).standing('G-1', id)).toBe('proofCutOff');
  });

  it('what was found out is remembered by the program that found it, under the names that are asked for', async () => {
    const disk = new MemoryDisk();
    const before = await restarted(disk);
    await before.begin(person('G-1'));
    await turn();
    await before.jobs.close();
    const [from, to] = await sides();
    const renamed = { ...to, reference: '371500@2019-06-01' };
    const after = await heldJobs({ kept: await keptInMemory(disk) });
    const job = await after.jobs.begin(person('S-1'), from, renamed);
    expect([job.status, after.held.length]).toEqual(['ended', 0]);
    expect(JSON.parse(job.body ?? '')).toMatchObject({ result: 'proved', to: { reference: '371500@2019-06-01' } });
    expect((await after.jobs.begin(person('S-1'), to, from)).status).toBe('running');
    const newer = await heldJobs({ kept: await keptInMemory(disk, undefined, 'b') });
    expect((await newer.jobs.begin(person('S-1'), from, to)).status).toBe('running');
  });
});
