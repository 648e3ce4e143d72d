import { join } from 'node:path';
import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { MOST_FILE_BYTES } from '../../rulesets/parse.ts';
import type { PublicationRecord, RuleSource } from '../../rulesets/publication.ts';
import { inShort } from '../../rulesets/words.ts';
import type { AuditHead } from '../audit-trail.ts';
import type { AdoptedVersion } from '../desk.ts';
import { makeFolderDurably, writeDurably } from '../durable-write.ts';
import { nodeFileSystem } from '../file-system.ts';
import { type ExportList, isExportList, type ListedVersion } from './export-list.ts';
import { inFreshFolder } from './fresh-folder.ts';
import { filesUnder, regularFile } from './regular-files.ts';

/** The file of an export that says what belongs to it. */
export const LIST = 'export.json';

/** The largest list that is read, in bytes. */
const MOST_LIST_BYTES = 256 << 20;

/** What an export was read to. */
export interface ReadExport {
  readonly versions: readonly AdoptedVersion[];
  readonly jurisdictions: readonly string[];
  readonly typicalClaims: readonly string[];
  readonly audit: AuditHead;
  /** Over the list: kept elsewhere, it tells whether an export is the one that was made. */
  readonly checksum: string;
}

/** What was exported, and what to keep elsewhere. */
export interface Exported {
  readonly versions: number;
  readonly checksum: string;
}

/**
 * Writes everything published into a folder: the texts byte for byte, and the list of them with all records.
 * @param at ISO 8601 instant, UTC
 * @throws Refusal `archiveNotEmpty` where the folder holds anything; what is wrong with a text; WriteFailure, after which nothing of it is left
 */
export function writeExport(
  source: RuleSource,
  folder: string,
  made: { readonly at: string; readonly audit: AuditHead },
): Promise<Exported> {
  return inFreshFolder(folder, () => writeInto(source, folder, made));
}

async function writeInto(
  source: RuleSource,
  folder: string,
  { at, audit }: { readonly at: string; readonly audit: AuditHead },
): Promise<Exported> {
  await makeFolderDurably(nodeFileSystem, folder);
  const versions: ListedVersion[] = [];
  for (const record of source.records()) {
    const text = await source.text(record);
    await put(folder, versionPath(record), text);
    versions.push({ record, bytes: sha256(text) });
  }
  const jurisdictions = await putAll(folder, 'jurisdictions', await source.jurisdictions());
  const typicalClaims = await putAll(folder, 'typical-claims', await source.typicalClaims());
  const list: ExportList = { format: 1, at, audit, versions, jurisdictions, typicalClaims };
  const said = JSON.stringify(list);
  const checksum = sha256(said);
  await put(folder, LIST, `{"checksum":"${checksum}","export":${said}}\n`);
  return { versions: versions.length, checksum };
}

/**
 * Reads an export and holds every file to its hash. Which files are read is decided by what they must be called, never by a
 * path in the list; anything else in the folder is refused by name.
 * @param checksum the one that was shown when the export was made; any that is whole unless given
 * @throws Refusal `exportDamaged`, `exportOther`, `archiveFileMissing`, `archiveFileForeign`, `archiveFileTooLarge`,
 *   `archiveFileDamaged`
 */
export async function readExport(folder: string, checksum?: string): Promise<ReadExport> {
  const { list, found } = await readList(folder);
  if (checksum !== undefined && checksum !== found) refuse('exportOther', { given: inShort(checksum, 80), found });
  const versions: AdoptedVersion[] = [];
  const expected = new Set([LIST]);
  const take = async (path: string, bytes: string): Promise<string> => {
    expected.add(path);
    const content = await regularFile(join(folder, path), MOST_FILE_BYTES);
    return sha256(content) === bytes ? textOf(content) : refuse('archiveFileDamaged', { file: path });
  };
  for (const { record, bytes } of list.versions) {
    versions.push({ record, text: await take(versionPath(record), bytes) });
  }
  const beside = async (name: string, hashes: readonly string[]) => {
    const texts: string[] = [];
    for (const hash of hashes) texts.push(await take(besidePath(name, hash), hash));
    return texts;
  };
  const jurisdictions = await beside('jurisdictions', list.jurisdictions);
  const typicalClaims = await beside('typical-claims', list.typicalClaims);
  const foreign = (await filesUnder(folder)).find((path) => !expected.has(path));
  if (foreign !== undefined) refuse('archiveFileForeign', { file: foreign });
  return { versions, jurisdictions, typicalClaims, audit: list.audit, checksum: found };
}

/** The list where its checksum is there and its own: whether one is needed is not for the file to say. */
async function readList(folder: string): Promise<{ readonly list: ExportList; readonly found: string }> {
  const file = join(folder, LIST);
  const text = textOf(await regularFile(file, MOST_LIST_BYTES));
  const [, found, said] = /^\{"checksum":"(sha256:[0-9a-f]{64})","export":(.*)\}\n$/s.exec(text) ?? [];
  if (found === undefined || said === undefined || sha256(said) !== found) return refuse('exportDamaged', { file });
  const list: unknown = parsed(said);
  return isExportList(list) ? { list, found } : refuse('exportDamaged', { file });
}

/** What a text says in JSON; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @throws Refusal `exportDamaged` where code or version could lead elsewhere */
function versionPath({ jurisdiction, version }: PublicationRecord): string {
  if (!/^[0-9]{6}$/.test(jurisdiction) || !/^[0-9]+\.[0-9]+\.[0-9]+$/.test(version))
    refuse('exportDamaged', { file: LIST });
  return `rule-sets/${jurisdiction}/${version}.yaml`;
}

/** @throws Refusal `exportDamaged` where a hash is none */
function besidePath(name: string, hash: string): string {
  if (!/^sha256:[0-9a-f]{64}$/.test(hash)) refuse('exportDamaged', { file: LIST });
  return `${name}/${hash.slice('sha256:'.length)}.yaml`;
}

async function putAll(folder: string, name: string, texts: readonly string[]): Promise<readonly string[]> {
  const hashes: string[] = [];
  for (const text of texts) {
    const hash = sha256(text);
    await put(folder, besidePath(name, hash), text);
    hashes.push(hash);
  }
  return hashes;
}

async function put(folder: string, path: string, text: string): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    await makeFolderDurably(nodeFileSystem, join(folder, ...parts.slice(0, depth)));
  }
  await writeDurably(nodeFileSystem, join(folder, path), text);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
