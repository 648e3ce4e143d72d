import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../server/domain/refusal.ts';
import { openEmbedded } from '../../server/store/embedded-store.ts';
import { type FileSystem, nodeFileSystem } from '../../server/store/file-system.ts';
import { actOf } from '../durability/acts.ts';
import { actsIn } from '../durability/holds.ts';
import { needs } from './tools.ts';

let disk: string;
beforeEach(() => {
  needs(['mount', 'umount'], true);
  disk = mkdtempSync(join(tmpdir(), 'dixian-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
});
afterEach(() => {
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** Takes all the room that is left, to the last page but so many. */
function fill(pages: number): void {
  const file = openSync(join(disk, 'ballast'), 'w');
  const page = Buffer.alloc(4096);
  let written = 0;
  try {
    for (;;) written += writeSync(file, page);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  execFileSync('truncate', ['-s', String(Math.max(0, written - pages * page.length)), join(disk, 'ballast')]);
}

const makeRoom = () => rmSync(join(disk, 'ballast'));
const temporary = () =>
  readdirSync(join(disk, 'data'), { recursive: true }).filter((name) => String(name).endsWith('.tmp'));

/**
 * Does acts on a disk that fills up and has room again, over and over, in one process.
 * @returns acts that were told done, and those that are there once it was opened anew; -1 where it does not open
 */
async function told(fs: FileSystem, rounds: number): Promise<readonly [done: number, found: number]> {
  mkdirSync(join(disk, 'data'));
  const store = await openEmbedded(join(disk, 'data'), { fs });
  let done = 0;
  const act = () =>
    store.act(actOf(done + 1, done)).then(
      () => {
        done += 1;
        return 'done';
      },
      (cause: unknown) => (cause instanceof Refusal ? cause.code : 'failed'),
    );
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < 3; n += 1) await act();
    fill(round % 5);
    let said = await act();
    for (let n = 0; n < 20 && said === 'done'; n += 1) said = await act();
    if (fs === nodeFileSystem) {
      expect([said, store.readOnly, temporary()]).toEqual(['storageFull', false, []]);
      expect(await actsIn(store)).toBe(done);
    }
    makeRoom();
    if (fs === nodeFileSystem) expect(await act()).toBe('done');
  }
  await store.close().catch(() => undefined);
  const again = await openEmbedded(join(disk, 'data')).catch(() => null);
  const found = again === null ? -1 : await actsIn(again).catch(() => -1);
  await again?.close();
  return [done, found];
}

describe('a disk of a megabyte that is full', () => {
  it('is told as such, keeps what there is, and is written to once there is room, ten times in one process', async () => {
    const [done, found] = await told(nodeFileSystem, 10);
    expect(done).toBeGreaterThanOrEqual(40);
    expect(found).toBe(done);
  });

  it('loses acts where writing does not tell that there was no room: the negative control', async () => {
    const silent: FileSystem = {
      ...nodeFileSystem,
      create: async (path) => {
        const file = await nodeFileSystem.create(path);
        return { ...file, write: (bytes) => file.write(bytes).catch(() => undefined) };
      },
    };
    const [done, found] = await told(silent, 3);
    expect(found).toBeLessThan(done);
  });
});
