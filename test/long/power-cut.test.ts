import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { nodeFileSystem } from '../../server/store/file-system.ts';
import { actOf } from '../durability/acts.ts';
import { actsIn } from '../durability/holds.ts';
import { lastAcknowledged, start, writerIn } from '../durability/program.ts';
import { Disk } from './disk.ts';
import { needs } from './tools.ts';

let folder: string;
let writer: string;
beforeAll(async () => {
  needs(['mount', 'umount', 'mkfs.ext4', 'mkfs.xfs', 'truncate', 'python3'], true);
  folder = mkdtempSync(join(tmpdir(), 'dixian-power-'));
  writer = await writerIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = [
  ['ext4', 'ext4', 'defaults'],
  ['ext4 that renames without writing first', 'ext4', 'noauto_da_alloc'],
  ['xfs', 'xfs', 'defaults'],
] as const;

describe.each(kinds)('INVARIANT (durability): a power cut on %s', (_, kind, options) => {
  it('under load, thirty times, loses nothing that was acknowledged', async () => {
    const at = mkdtempSync(join(folder, 'load-'));
    const disk = new Disk(at, kind, options);
    let acknowledged = 0;
    for (let round = 1; round <= 30; round += 1) {
      const running = start(process.execPath, [writer, join(disk.folder, 'data')]);
      await running.until((line) => line.startsWith('ready'));
      await wait(50 + Math.random() * 400);
      disk.cut();
      await running.kill();
      acknowledged = Math.max(acknowledged, lastAcknowledged(running.lines));
      disk.unmount();
      disk.mount();
      const store = await openEmbedded(join(disk.folder, 'data'));
      const found = await actsIn(store);
      await store.close();
      expect(found).toBeGreaterThanOrEqual(acknowledged);
      acknowledged = found;
    }
    disk.unmount();
    console.log(`power cut on ${kind} (${options}): 30 cuts, ${acknowledged} acts, 0 lost`);
    expect(acknowledged).toBeGreaterThan(100);
  });
});

describe('INVARIANT (durability): a power cut a second after three acts', () => {
  /** Does three acts, rests, and cuts the power. @returns how many are there afterwards; -1 where the store does not open */
  async function threeActs(name: string, fs = nodeFileSystem): Promise<number> {
    const disk = new Disk(mkdtempSync(join(folder, `${name}-`)), 'ext4', 'noauto_da_alloc');
    try {
      const data = join(disk.folder, 'data');
      mkdirSync(data);
      const store = await openEmbedded(data, { fs });
      for (let n = 1; n <= 3; n += 1) await store.act(actOf(n, n - 1));
      await wait(1_000);
      disk.cut();
      await store.close().catch(() => undefined);
      disk.unmount();
      disk.mount();
      const again = await openEmbedded(data).catch(() => null);
      if (again === null) return -1;
      const found = await actsIn(again);
      await again.close();
      return found;
    } finally {
      disk.unmount();
    }
  }

  it('loses nothing, ten times', async () => {
    for (let round = 0; round < 10; round += 1) expect(await threeActs('idle')).toBe(3);
  });

  it('loses acts where folders are not flushed: the negative control', async () => {
    const forgetful = { ...nodeFileSystem, flushFolder: async () => {} };
    for (let round = 0; round < 10; round += 1) expect(await threeActs('control', forgetful)).toBeLessThan(3);
  });
});
