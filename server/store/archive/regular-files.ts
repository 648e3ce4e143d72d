import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../domain/refusal.ts';

/**
 * The bytes of a file that is one: links, pipes and devices are not followed, so that nothing outside a folder is read through
 * it, and nothing hangs.
 * @throws Refusal `archiveFileMissing`, `archiveFileForeign`, `archiveFileTooLarge`
 */
export async function regularFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await opened(path);
  try {
    // Asked of what was opened: what stands under the name may be another by now.
    const found = await handle.stat();
    if (!found.isFile()) return refuse('archiveFileForeign', { file: path });
    if (found.size > maxBytes) return refuse('archiveFileTooLarge', { file: path, limit: maxBytes });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    return refuse(isGone ? 'archiveFileMissing' : 'archiveFileForeign', { file: path });
  }
}

/** Everything under a folder but folders, by paths relative to it, sorted; links are named and not followed. */
export async function filesUnder(folder: string, within = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesUnder(folder, path)));
    else found.push(path);
  }
  return found.sort();
}
