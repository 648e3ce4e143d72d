import { DataFolder } from './data-folder.ts';
import { openEmbedded } from './embedded-store.ts';
import { nodeFileSystem } from './file-system.ts';

/**
 * Whether a data folder holds any published rules, without changing anything there. Texts that a crash left without their
 * records count as well: only opening the store tells them apart.
 * @throws Refusal as {@link openEmbedded}, where there is a store without texts that cannot be read
 */
export async function holdsVersions(path: string): Promise<boolean> {
  const folder = new DataFolder(path);
  if ((await nodeFileSystem.list(folder.ruleSets)).length > 0) return true;
  if ((await nodeFileSystem.read(folder.desk)) === null) return false;
  const store = await openEmbedded(path, { readOnly: true });
  const { length } = store.records();
  await store.close();
  return length > 0;
}
