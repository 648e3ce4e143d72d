import { dirname } from 'node:path';
import type { WritingFiles } from './file-system.ts';

/** How a file being written is called until it is whole. */
export const TEMPORARY = '.tmp';

/** A write that did not come to its end. */
export class WriteFailure extends Error {
  /** True where nothing can have changed under the file's own name; else only a restart tells. */
  readonly certain: boolean;
  /**
   * True where a flush failed: the kernel may have dropped what was written and called it clean, so that trying again would
   * report a success that is none.
   */
  readonly flush: boolean;
  /** How many steps of an act were done before it. */
  readonly done: number;

  constructor(cause: unknown, { certain, flush }: { readonly certain: boolean; readonly flush: boolean }, done = 0) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'WriteFailure';
    this.certain = certain;
    this.flush = flush;
    this.done = done;
  }

  /** The same after so many steps. */
  after(done: number): WriteFailure {
    return new WriteFailure(this.cause, this, done);
  }

  /** The system's error code: `ENOSPC`, `EIO`, … */
  get reason(): string {
    return this.cause instanceof Error && 'code' in this.cause ? String(this.cause.code) : this.message;
  }

  /** What could not be written, by the name that it was to have, as far as the system says. */
  get path(): string | null {
    const path = this.cause instanceof Error && 'path' in this.cause ? String(this.cause.path) : null;
    return path?.endsWith(TEMPORARY) ? path.slice(0, -TEMPORARY.length) : path;
  }
}

/** Whether the account that the process runs as may not write there, or nobody may. */
export function isForbidden({ reason }: WriteFailure): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(reason);
}

/** Disk or quota full, or a file too large for its limit. */
export function isFull({ reason }: WriteFailure): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(reason);
}

/**
 * Writes a file so that after any crash it is there whole or not at all, and once this returns it is there: to a temporary
 * name, flushed, renamed, and the folder flushed (without that a power cut can lose the name).
 * @throws WriteFailure
 */
export async function writeDurably(fs: WritingFiles, path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}${TEMPORARY}`;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await writeTemporary(fs, temporary, bytes);
  try {
    await fs.rename(temporary, path);
  } catch (cause) {
    await fs.remove(temporary).catch(() => undefined);
    throw new WriteFailure(cause, { certain: false, flush: false });
  }
  await flushed(() => fs.flushFolder(dirname(path)), false);
}

/** Does what writes, with what the system says where it cannot. @throws WriteFailure that left everything as it was */
export async function writing<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof WriteFailure ? cause : new WriteFailure(cause, { certain: true, flush: false });
  }
}

/** Makes a folder that outlasts a power cut. @throws WriteFailure */
export async function makeFolderDurably(fs: WritingFiles, path: string): Promise<void> {
  await writing(() => fs.makeFolder(path));
  await flushNames(fs, dirname(path));
}

/** Makes names of files in a folder outlast a power cut. @throws WriteFailure */
export async function flushNames(fs: WritingFiles, folder: string): Promise<void> {
  await flushed(() => fs.flushFolder(folder), true);
}

async function writeTemporary(fs: WritingFiles, temporary: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await fs.create(temporary);
    try {
      await file.write(bytes);
      await flushed(() => file.flush(), true);
    } finally {
      await file.close();
    }
  } catch (cause) {
    // A full disk gets its space back; what cannot be removed now goes at the next start.
    await fs.remove(temporary).catch(() => undefined);
    throw cause instanceof WriteFailure ? cause : new WriteFailure(cause, { certain: true, flush: false });
  }
}

async function flushed(flush: () => Promise<void>, certain: boolean): Promise<void> {
  try {
    await flush();
  } catch (cause) {
    throw new WriteFailure(cause, { certain, flush: true });
  }
}
