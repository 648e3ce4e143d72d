import { join, relative } from 'node:path';
import { makeFolderDurably, TEMPORARY, writing } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';
import type { Ledger } from './ledger.ts';

/** Where things stand in a data folder. */
export class DataFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get lock(): string {
    return join(this.path, 'lock');
  }

  /** The rows of people's work, and how far the audit trail is committed. */
  get desk(): string {
    return join(this.path, 'desk.json');
  }

  /** Drafts whose life is over, a line each. */
  get closedDrafts(): string {
    return join(this.path, 'closed-drafts.jsonl');
  }

  /** What was done, a line each, and with it everything that was published. */
  get audit(): string {
    return join(this.path, 'audit.jsonl');
  }

  /** Draft texts, each named after its sha256. */
  get drafts(): string {
    return join(this.path, 'drafts');
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

  /** Proofs that were asked for and what was found out: they can be made again, and no backup has them. */
  get proofs(): string {
    return join(this.path, 'proofs');
  }

  /** Texts that were found without a record: kept, never served. */
  get setAside(): string {
    return join(this.path, 'set-aside');
  }

  /** A file of the folder as whoever asks is told of it: where the folder stands is nobody else's to know. */
  nameOf(file: string): string {
    return relative(this.path, file).replaceAll('\\', '/');
  }

  /** @param hash `sha256:` and 64 hex digits */
  draft(hash: string): string {
    return join(this.drafts, `${hash.slice('sha256:'.length)}.yaml`);
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
  await makeFolderDurably(fs, folder.drafts);
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
 * Clears away what a crash left: temporary files are removed, and draft texts that no draft needs; a published text without
 * a record, which was written and never committed, is set aside, so that it can neither be served nor stand in the way.
 * @param drafts sha256 of the draft texts that are needed
 */
export async function tidy(
  fs: FileSystem,
  folder: DataFolder,
  ledger: Ledger,
  drafts: ReadonlySet<string>,
): Promise<void> {
  const known = new Set([
    ...ledger.publications.map(({ record }) => folder.text(record)),
    ...ledger.jurisdictions.map(({ file }) => join(folder.jurisdictions, file)),
    ...ledger.typicalClaims.map(({ file }) => join(folder.typicalClaims, file)),
  ]);
  const needed = new Set([...drafts].map((hash) => folder.draft(hash)));
  const inFolder = async (path: string) => (await fs.list(path)).map((name) => join(path, name));
  const beside = [...(await inFolder(folder.jurisdictions)), ...(await inFolder(folder.typicalClaims))];
  const texts = [...(await textFiles(fs, folder)), ...beside];
  const draftFiles = await inFolder(folder.drafts);
  for (const file of [...texts, ...draftFiles, ...(await inFolder(folder.path))]) {
    if (file.endsWith(TEMPORARY)) await writing(() => fs.remove(file));
  }
  for (const file of draftFiles) if (file.endsWith('.yaml') && !needed.has(file)) await writing(() => fs.remove(file));
  for (const file of texts) if (/\.ya?ml$/i.test(file) && !known.has(file)) await setAside(fs, folder, file);
}

async function setAside(fs: FileSystem, folder: DataFolder, file: string): Promise<void> {
  const aside = join(folder.setAside, folder.nameOf(file).replaceAll('/', '-'));
  await writing(() => fs.makeFolder(folder.setAside));
  await writing(() => fs.rename(file, aside));
}
