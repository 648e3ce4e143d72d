import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { actsIn } from './holds.ts';
import { lastAcknowledged, start, WAYS, writerIn } from './program.ts';
import { rounds } from './rounds.ts';

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dixian-kill-'));
  writer = await writerIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('INVARIANT (atomicity): a process killed while it writes', () => {
  it('leaves every acknowledged act, and nothing half done, again and again', async () => {
    const data = join(folder, 'data');
    let acknowledged = 0;
    for (let round = 1; round <= rounds(15, 300); round += 1) {
      const running = start(process.execPath, [writer, data, WAYS[round % 2] ?? 'thread']);
      await running.until((line) => line.startsWith('ready'));
      // Counted in acts, for a slow machine does few in a given time; then at any point of the next one.
      const atLeast = acknowledged + (round % 5);
      if (round % 5 > 0) await running.until((line) => Number(line) >= atLeast);
      await wait(Math.random() * 60);
      await running.kill();
      acknowledged = Math.max(acknowledged, lastAcknowledged(running.lines));
      const store = await openEmbedded(data);
      const found = await actsIn(store);
      await store.close();
      expect(found).toBeGreaterThanOrEqual(acknowledged);
      expect(found).toBeLessThanOrEqual(acknowledged + 1);
      acknowledged = found;
    }
    expect(acknowledged).toBeGreaterThanOrEqual(30);
  });

  it('frees its folder, which a living one does not', async () => {
    const data = join(folder, 'locked');
    const first = start(process.execPath, [writer, data, 'thread', '20']);
    await first.until((line) => line.startsWith('ready'));
    await expect(openEmbedded(data)).rejects.toMatchObject({ code: 'folderInUse' });
    await first.kill();
    await (await openEmbedded(data)).close();
  });
});
