import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { WriteFailure } from '../durable-write.ts';
import { filesUnder } from './regular-files.ts';

/**
 * Fills a folder that holds nothing, or is not there yet. Where that fails, what was written is taken away again: nothing
 * unfinished is left to be taken for a copy, and the next attempt finds the folder as this one did.
 * @throws Refusal `archiveNotEmpty`; what `fill` throws, what the system says of the folder as a WriteFailure that names it
 */
export async function inFreshFolder<Result>(folder: string, fill: () => Promise<Result>): Promise<Result> {
  const wasThere = existsSync(folder);
  if ((await filesUnder(folder)).length > 0) refuse('archiveNotEmpty', { folder });
  try {
    return await fill();
  } catch (cause) {
    await takenAway(folder, wasThere);
    throw naming(folder, cause);
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

/** The system's words about a write name no file. */
function naming(folder: string, cause: unknown): unknown {
  if (cause instanceof Refusal || !(cause instanceof Error)) return cause;
  const code = cause instanceof WriteFailure ? cause.reason : (cause as NodeJS.ErrnoException).code;
  if (code === undefined) return cause;
  const named = Object.assign(new Error(cause.message), { code, path: folder });
  return new WriteFailure(named, { certain: true, flush: false });
}
