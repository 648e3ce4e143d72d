import { openFolderShelf } from '../../server/store/folder-shelf.ts';
import type { ShelfRoom } from '../../server/store/shelf.ts';
import { FOUND_ROOM, JOB_ROOM, KeptProofs } from '../../server/usecases/kept-proofs.ts';
import { MemoryDisk } from '../store/memory-disk.ts';

/** What proofs a disk in memory keeps; what is found damaged there fails the test. */
export async function keptInMemory(
  disk = new MemoryDisk(),
  now = () => new Date('2026-01-01T00:00:00Z'),
  program = 'a',
): Promise<KeptProofs> {
  const tell = ({ code, file }: { readonly code: string; readonly file: string }) => {
    throw new Error(`${code} ${file}`);
  };
  const shelf = (name: string, room: ShelfRoom) =>
    openFolderShelf(`/data/proofs/${name}`, { fs: disk.fs, room, now, tell });
  return new KeptProofs({ jobs: await shelf('jobs', JOB_ROOM), found: await shelf('found', FOUND_ROOM), program });
}
