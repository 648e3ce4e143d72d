import { join } from 'node:path';
import { makeFolderDurably, TEMPORARY } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';
import type { Rows } from './records-file.ts';

/** Where things stand in a data folder. */
export class DataFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get lock(): string {
    return join(this.path, 'lock');
  }

  get records(): string {
    return join(this.path, 'records.json');
  }

  /** One folder a jurisdiction, one file a version, written once. */
  get ruleSets(): string {
    return join(this.path, 'rule-sets');
  }

  get jurisdictions(): string {
    return join(this.path, 'jurisdictions');
  }

  get typicalClaims(): string {
    return join(this.path, 'typical-claims');
  }

  /** Texts that were found without a record: kept, never served. */
  get setAside(): string {
    return join(this.path, 'set-aside');
  }

  text({ jurisdiction, version }: { readonly jurisdiction: string; readonly version: string }): string {
    return join(this.ruleSets, jurisdiction, `${version}.yaml`);
  }
}

/** Makes the folders that a store needs. @throws WriteFailure */
export async function makeFolders(fs: FileSystem, folder: DataFolder): Promise<void> {
  await makeFolderDurably(fs, folder.path);
  await makeFolderDurably(fs, folder.ruleSets);
  await makeFolderDurably(fs, folder.jurisdictions);
  await makeFolderDurably(fs, folder.typicalClaims);
}

/** Every file under `rule-sets/`, with its folder. */
export async function textFiles(fs: FileSystem, folder: DataFolder): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await fs.list(folder.ruleSets)) {
    const path = join(folder.ruleSets, name.replace(/\/$/, ''));
    if (!name.endsWith('/')) found.push(path);
    else for (const file of await fs.list(path)) found.push(join(path, file));
  }
  return found;
}

/**
 * Clears away what a crash left: temporary files are removed; a text without a record, which was written and never
 * committed, is set aside, so that it can neither be served nor stand in the way.
 */
export async function tidy(fs: FileSystem, folder: DataFolder, rows: Rows): Promise<void> {
  const texts = new Set(rows.publications.map((row) => folder.text(row)));
  const known = new Set([
    ...rows.jurisdictions.map(({ file }) => join(folder.jurisdictions, file)),
    ...rows.typicalClaims.map(({ file }) => join(folder.typicalClaims, file)),
  ]);
  const inFolder = async (path: string) => (await fs.list(path)).map((name) => join(path, name));
  const beside = [...(await inFolder(folder.jurisdictions)), ...(await inFolder(folder.typicalClaims))];
  const files = [...(await textFiles(fs, folder)), ...beside];
  for (const file of [...files, ...(await inFolder(folder.path))]) {
    if (file.endsWith(TEMPORARY)) await fs.remove(file);
  }
  for (const file of files) {
    if (/\.ya?ml$/i.test(file) && !texts.has(file) && !known.has(file)) await setAside(fs, folder, file);
  }
}

async function setAside(fs: FileSystem, folder: DataFolder, file: string): Promise<void> {
  await fs.makeFolder(folder.setAside);
  const name = file.slice(folder.path.length + 1).replace(/[\\/]/g, '-');
  await fs.rename(file, join(folder.setAside, name));
}
