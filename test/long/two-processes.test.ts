import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { actOf } from '../durability/acts.ts';
import { actsIn } from '../durability/holds.ts';
import { lastAcknowledged, start, writerIn } from '../durability/program.ts';

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-two-'));
  writer = await writerIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a second process on a data folder', () => {
  it('does not start, and takes over from one that was killed; twenty times, nothing lost', async () => {
    const data = join(folder, 'data');
    let acknowledged = 0;
    for (let round = 1; round <= 20; round += 1) {
      const first = start(process.execPath, [writer, data]);
      await first.until((line) => line.startsWith('ready'));
      const second = start(process.execPath, [writer, data]);
      const [code] = await new Promise<[number | null]>((resolve) =>
        second.child.once('exit', (one) => resolve([one])),
      );
      expect(code).not.toBe(0);
      expect(second.lines).toEqual([]);
      await first.until((line) => Number(line) >= acknowledged + 30);
      await first.kill();
      acknowledged = Math.max(acknowledged, lastAcknowledged(first.lines));
    }
    const store = await openEmbedded(data);
    expect(await actsIn(store)).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThanOrEqual(600);
    await store.close();
  });

  it('would lose acts where nothing locked the folder: the negative control', async () => {
    const data = join(folder, 'unlocked');
    const takeLock = () => () => {};
    const two = [await openEmbedded(data, { takeLock }), await openEmbedded(data, { takeLock })];
    let done = 0;
    for (let n = 1; n <= 20; n += 1) {
      for (const [index, store] of two.entries()) {
        const { revision = 0 } = (await store.row('drafts', 'd')) ?? {};
        await store.act({ ...actOf(100 * index + n, revision), publications: [] });
        done += 1;
      }
    }
    await Promise.all(two.map((store) => store.close()));
    const found = await openEmbedded(data).then(
      async (store) => (await store.rows('tasks')).length,
      () => 0,
    );
    expect(found).toBeLessThan(done);
  });
});
