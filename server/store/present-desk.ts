import { refuse } from '../domain/refusal.ts';
import { type DataFolder, textFiles } from './data-folder.ts';
import { DeskFile } from './desk-file.ts';
import type { FileSystem } from './file-system.ts';

/**
 * The desk of a folder that is to hold a store.
 * @throws Refusal `dataFolderEmpty` where it holds none; `deskMissing`; `deskDamaged`
 */
export async function presentDesk(fs: FileSystem, folder: DataFolder): Promise<DeskFile> {
  return (await deskOrNone(fs, folder)) ?? refuse('dataFolderEmpty', { folder: folder.path });
}

/**
 * The desk of a folder; null where nothing is there that belongs to one. A desk that is gone while texts or a trail are there
 * would make everything look left over.
 * @throws Refusal `deskMissing`; `deskDamaged`
 */
export async function deskOrNone(fs: FileSystem, folder: DataFolder): Promise<DeskFile | null> {
  const desk = await DeskFile.open(fs, folder.desk);
  if (desk !== null) return desk;
  const all = [...(await textFiles(fs, folder)), ...(await fs.list(folder.drafts))];
  const texts = all.filter((file) => file.endsWith('.yaml'));
  const trail = await fs.readPart(folder.audit, 0, 1);
  if (texts.length > 0 || (trail?.length ?? 0) > 0) refuse('deskMissing', { file: folder.desk, texts: texts.length });
  return null;
}
