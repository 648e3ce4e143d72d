import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { makeFolderDurably, WriteFailure } from '../durable-write.ts';
import { nodeFileSystem } from '../file-system.ts';
import { filesUnder } from './regular-files.ts';

/** Stands in a folder as long as it is being filled: one at a time, and what is broken off is seen to be so. */
const UNFINISHED = 'unfinished';

/**
 * Fills a folder that holds nothing, or is not there yet. Where that fails, what was written is taken away again: nothing
 * unfinished is left to be taken for a copy, and the next attempt finds the folder as this one did.
 * @throws Refusal `archiveNotEmpty`, also where another process is filling it; what filling throws, a write's failure as a
 *   WriteFailure that names where
 */
export async function inFreshFolder<Result>(folder: string, fill: () => Promise<Result>): Promise<Result> {
  const wasThere = existsSync(folder);
  if ((await filesUnder(folder)).length > 0) refuse('archiveNotEmpty', { folder });
  await taken(folder);
  try {
    if ((await filesUnder(folder)).length > 1) refuse('archiveNotEmpty', { folder });
  } catch (cause) {
    await rm(join(folder, UNFINISHED), { force: true });
    throw cause;
  }
  try {
    const result = await fill();
    await rm(join(folder, UNFINISHED));
    return result;
  } catch (cause) {
    await takenAway(folder, wasThere);
    throw ofWriting(folder, cause);
  }
}

/** Takes a folder to fill it; only one can. */
async function taken(folder: string): Promise<void> {
  try {
    await makeFolderDurably(nodeFileSystem, folder);
    await writeFile(join(folder, UNFINISHED), '', { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') refuse('archiveNotEmpty', { folder });
    throw ofWriting(folder, cause);
  }
}

/** What cannot be taken away stays: why the folder could not be filled is worth more than that. */
async function takenAway(folder: string, wasThere: boolean): Promise<void> {
  try {
    if (!wasThere) await rm(folder, { recursive: true, force: true });
    else for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
  } catch {
    // Told by what comes next: the folder is not empty.
  }
}

/** A failed write with where it failed, which the system does not say; what was read elsewhere is told as it is. */
function ofWriting(folder: string, cause: unknown): unknown {
  const error = cause instanceof WriteFailure ? cause.cause : cause;
  if (cause instanceof Refusal || !(error instanceof Error)) return cause;
  const { code = '', path = folder, message } = error as NodeJS.ErrnoException;
  if (!/^E[A-Z0-9]+$/.test(code) || !path.startsWith(folder)) return cause;
  return new WriteFailure(Object.assign(new Error(message), { code, path }), { certain: true, flush: false });
}
