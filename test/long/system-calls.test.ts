import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import type { Store } from '../../server/store/store.ts';
import { actsIn } from '../durability/holds.ts';
import { lastAcknowledged, start, WAYS, writerIn } from '../durability/program.ts';
import { needs } from './tools.ts';

let folder: string;
let writer: string;
beforeAll(async () => {
  needs(['strace', 'bash']);
  folder = mkdtempSync(join(tmpdir(), 'dixian-calls-'));
  writer = await writerIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Way = (typeof WAYS)[number];

/** @param more further options of the tracer */
const traced = (inject: string, data: string, way: Way, ...more: readonly string[]) =>
  start('strace', [
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    ...more,
    '-e',
    `trace=${inject.split(':')[0]}`,
    '-e',
    `inject=${inject}`,
    process.execPath,
    writer,
    data,
    way,
  ]);

async function held(data: string, acknowledged: number): Promise<number> {
  const store = await openedOnceFree(data);
  const found = await actsIn(store);
  await store.close();
  expect(found).toBeGreaterThanOrEqual(acknowledged);
  expect(found).toBeLessThanOrEqual(acknowledged + 1);
  return found;
}

/** A traced process is gone a moment after its tracer. */
async function openedOnceFree(data: string): Promise<Store> {
  for (;;) {
    try {
      return await openEmbedded(data);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'folderInUse') throw error;
      await wait(20);
    }
  }
}

describe.each(WAYS)('INVARIANT (old or new): a process that writes by %s and dies at a system call', (way) => {
  it.each(['rename', 'fsync', 'fdatasync'])('%s, at each of the first twenty', async (call) => {
    const counts: number[] = [];
    for (let k = 1; k <= 20; k += 1) {
      const data = join(folder, `${way}-${call}-${k}`);
      const running = traced(`${call}:signal=KILL:when=${k}`, data, way);
      await new Promise((resolve) => running.child.once('exit', resolve));
      counts.push(await held(data, lastAcknowledged(running.lines)));
    }
    // The later the call, the more acts there are; at last there are some.
    expect(counts.at(-1)).toBeGreaterThan(1);
  });
});

describe.each(WAYS)('a disk that fails one that writes by %s', (way) => {
  it.each(['fsync', 'fdatasync'])('at %s is not written to again until a restart, twenty times', async (call) => {
    for (let round = 1; round <= 20; round += 1) {
      const data = join(folder, `eio-${way}-${call}-${round}`);
      const running = traced(`${call}:error=EIO:when=${20 + round}`, data, way);
      await running.until((line) => line === 'refused storeFailed');
      await running.until((line) => line === 'refused storeReadOnly');
      await running.kill();
      await held(data, lastAcknowledged(running.lines));
    }
  });

  it('for want of room says so, keeps what it has, and goes on once there is room, ten times', async () => {
    for (let round = 1; round <= 10; round += 1) await filled(join(folder, `full-${way}-${round}`), 60 + round);
  });

  async function filled(data: string, blocks: number): Promise<void> {
    const running = start('bash', ['-c', `ulimit -f ${blocks}; exec ${process.execPath} ${writer} ${data} ${way}`]);
    await running.until((line) => line === 'refused storageFull');
    await running.kill();
    const acknowledged = lastAcknowledged(running.lines);
    expect(acknowledged).toBeGreaterThan(10);
    expect(await held(data, acknowledged)).toBe(acknowledged);
    const again = start(process.execPath, [writer, data, way]);
    await again.until((line) => line === String(acknowledged + 20));
    await again.kill();
    await held(data, lastAcknowledged(again.lines));
  }

  it('in its trail alone lets no act happen, and keeps every one before, ten times', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const data = join(folder, `trail-${way}-${round}`);
      // Calls are counted by thread: of one alone none is done after the first that fails.
      const alone = ['-P', join(data, 'audit.jsonl'), '-E', 'UV_THREADPOOL_SIZE=1'];
      const running = traced(`write,pwrite64:error=ENOSPC:when=${3 + round}+`, data, way, ...alone);
      await running.until((line) => line === 'refused storageFull');
      const counted = lastAcknowledged(running.lines);
      const refusals = () => running.lines.filter((line) => line === 'refused storageFull').length;
      while (refusals() < 5) await wait(20);
      await running.kill();
      expect([lastAcknowledged(running.lines), counted > 0]).toEqual([counted, true]);
      // Nothing was acknowledged, and nothing of what was refused is there.
      expect(await held(data, counted)).toBe(counted);
    }
  });

  it('that hangs in its trail is given up, and not written to again until a restart, five times', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const data = join(folder, `hangs-${way}-${round}`);
      const hang = `write,pwrite64:delay_enter=60000000:when=${3 + round}+`;
      const running = traced(hang, data, way, '-P', join(data, 'audit.jsonl'));
      await running.until((line) => line === 'refused storeStalled');
      await running.until((line) => line === 'refused storeReadOnly');
      await running.kill();
      await held(data, lastAcknowledged(running.lines));
    }
  });

  it('by 100 ms at each flush is waited for, and nothing is lost', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const data = join(folder, `slow-${way}-${round}`);
      const running = traced('fsync,fdatasync:delay_exit=100000', data, way);
      await running.until((line) => line === String(2 + round));
      await running.kill();
      await held(data, lastAcknowledged(running.lines));
    }
  });
});
