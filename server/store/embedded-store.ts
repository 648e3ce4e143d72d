import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { type Batch, type Beside, batchOf } from './batch.ts';
import { DataFolder, makeFolders, textFiles, tidy } from './data-folder.ts';
import { isFull, makeFolderDurably, WriteFailure, writeDurably } from './durable-write.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { lock } from './lock.ts';
import { type PublicationRow, RecordsFile, type Rows } from './records-file.ts';
import { type Damage, type ReadText, readText, scrub } from './scrub.ts';
import type { Publication, Store } from './store.ts';

/** How a data folder is opened. */
export interface OpenOptions {
  /** Reads beside the process that owns the folder, takes no lock and changes nothing. */
  readonly readOnly?: boolean;
  /** The file operations; the machine's own unless a test gives others. */
  readonly fs?: FileSystem;
  /** Takes the folder for this process and returns how to give it back. */
  readonly takeLock?: (path: string) => () => void;
  /** Told of each damaged text when it is found. */
  readonly onDamage?: (found: FoundDamage) => void;
}

/** A text found damaged. */
export interface FoundDamage {
  readonly record: PublicationRecord;
  readonly damage: Damage;
  readonly file: string;
}

/**
 * Opens the store in a data folder: YAML files, one a version, written once, and their records. What a crash left behind is
 * cleared away. Every text is held to its hash whenever it is read, and all of them in the background once the store is
 * open, so that a start takes as long with ten thousand versions as with one.
 * @throws Refusal `folderInUse` where another process owns it; `recordsDamaged`, `recordsMissing` naming the file;
 *   `dataFolderEmpty` where it is only to be read and holds nothing; `storeFailed` or `storageFull`
 */
export async function openEmbedded(path: string, options: OpenOptions = {}): Promise<Store> {
  const { fs = nodeFileSystem, readOnly = false, takeLock = lock, onDamage = () => {} } = options;
  const folder = new DataFolder(path);
  if (readOnly) {
    const records = await RecordsFile.open(fs, folder.records);
    return new EmbeddedStore(fs, folder, records ?? refuse('dataFolderEmpty', { folder: path }), {
      readOnly,
      onDamage,
      giveBack: () => {},
    });
  }
  if (fs === nodeFileSystem) mkdirSync(path, { recursive: true });
  const giveBack = takeLock(folder.lock);
  try {
    const records = await openRecords(fs, folder);
    await tidy(fs, folder, records.rows);
    const store = new EmbeddedStore(fs, folder, records, { readOnly, onDamage, giveBack });
    store.scrub();
    return store;
  } catch (cause) {
    giveBack();
    throw cause instanceof WriteFailure ? refusalOf(cause) : cause;
  }
}

/** Records that are gone while texts are there would make every text look left over. */
async function openRecords(fs: FileSystem, folder: DataFolder): Promise<RecordsFile> {
  await makeFolders(fs, folder);
  const records = await RecordsFile.open(fs, folder.records);
  if (records !== null) return records;
  const texts = (await textFiles(fs, folder)).filter((file) => file.endsWith('.yaml'));
  if (texts.length > 0) refuse('recordsMissing', { file: folder.records, texts: texts.length });
  return RecordsFile.begin(fs, folder.records);
}

class EmbeddedStore implements Store {
  readonly #fs: FileSystem;
  readonly #folder: DataFolder;
  readonly #file: RecordsFile;
  readonly #giveBack: () => void;
  readonly #onDamage: (found: FoundDamage) => void;
  #readOnly: boolean;
  #closed = false;
  #scrubbed: Promise<void> = Promise.resolve();
  readonly #damaged = new Map<PublicationRow, Damage>();
  #records: readonly PublicationRecord[] = [];
  #rows: ReadonlyMap<string, PublicationRow> = new Map();
  #hashes: ReadonlySet<string> = new Set();
  /** What is under way; one thing after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    fs: FileSystem,
    folder: DataFolder,
    file: RecordsFile,
    { readOnly, onDamage, giveBack }: Required<Pick<OpenOptions, 'readOnly' | 'onDamage'>> & { giveBack: () => void },
  ) {
    this.#fs = fs;
    this.#folder = folder;
    this.#file = file;
    this.#readOnly = readOnly;
    this.#giveBack = giveBack;
    this.#onDamage = onDamage;
    this.#show(file.rows);
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  get damaged(): readonly PublicationRecord[] {
    return [...this.#damaged.keys()].map(recordOf).sort((a, b) => a.sequence - b.sequence);
  }

  get scrubbed(): Promise<void> {
    return this.#scrubbed;
  }

  /** Begins to hold every text to its hash. */
  scrub(): void {
    const look = (row: PublicationRow) => this.#read(row);
    this.#scrubbed = scrub(this.#file.rows.publications, look, () => this.#closed);
  }

  records(): readonly PublicationRecord[] {
    return this.#records;
  }

  async text({ jurisdiction, version }: PublicationRecord): Promise<string> {
    const row =
      this.#rows.get(keyOf(jurisdiction, version)) ?? refuse('textMissing', { jurisdiction, version, file: null });
    const found = await this.#read(row);
    if (found.damage !== null) return refuse(found.damage, { jurisdiction, version, file: this.#folder.text(row) });
    return textOf(found.bytes);
  }

  jurisdictions(): Promise<readonly string[]> {
    return this.#besides(this.#folder.jurisdictions, this.#file.rows.jurisdictions);
  }

  typicalClaims(): Promise<readonly string[]> {
    return this.#besides(this.#folder.typicalClaims, this.#file.rows.typicalClaims);
  }

  async publish(publication: Publication): Promise<PublicationRecord> {
    const [record] = await this.publishAll([publication], []);
    if (record === undefined) throw new RangeError('one publication has one record');
    return record;
  }

  publishAll(
    publications: readonly Publication[],
    jurisdictions: readonly string[],
    typicalClaims: readonly string[] = [],
  ): Promise<readonly PublicationRecord[]> {
    const done = this.#queue.then(() => this.#write(publications, { jurisdictions, typicalClaims }));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async putJurisdictions(text: string): Promise<void> {
    await this.publishAll([], [text]);
  }

  async putTypicalClaims(text: string): Promise<void> {
    await this.publishAll([], [], [text]);
  }

  async close(): Promise<void> {
    await this.#queue;
    if (this.#closed) return;
    this.#closed = true;
    await this.#scrubbed;
    this.#giveBack();
  }

  /** Reads a publication's text; what is wrong with it is told once. */
  async #read(row: PublicationRow): Promise<ReadText> {
    const found = await readText(this.#fs, this.#folder, row, this.#hashes);
    if (found.damage === null) this.#damaged.delete(row);
    else if (!this.#damaged.has(row)) {
      this.#damaged.set(row, found.damage);
      this.#onDamage({ record: recordOf(row), damage: found.damage, file: this.#folder.text(row) });
    }
    return found;
  }

  /** Texts that stand beside the publications. */
  async #besides(
    folder: string,
    rows: readonly { readonly file: string; readonly bytes: string }[],
  ): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const row of rows) {
      const path = join(folder, row.file);
      const bytes = await this.#fs.read(path);
      if (bytes === null || sha256(bytes) !== row.bytes) refuse('recordsDamaged', { file: path });
      else texts.push(textOf(bytes));
    }
    return texts;
  }

  async #write(publications: readonly Publication[], beside: Beside): Promise<readonly PublicationRecord[]> {
    if (this.#closed) refuse('storeClosed');
    if (this.#readOnly) refuse('storeReadOnly');
    const batch = batchOf(this.#file.rows, publications, beside);
    try {
      await this.#writeTexts(batch);
      await this.#file.commit(batch.rows);
    } catch (cause) {
      throw await this.#afterFailure(batch, cause);
    }
    this.#show(batch.rows);
    return batch.added.map(({ row }) => recordOf(row));
  }

  /** The texts go first; without the commit they are left over, and the next start clears them away. */
  async #writeTexts({ added, jurisdictions, typicalClaims }: Batch): Promise<void> {
    const known = new Set(this.#records.map(({ jurisdiction }) => jurisdiction));
    for (const jurisdiction of new Set(added.map(({ row }) => row.jurisdiction))) {
      if (!known.has(jurisdiction)) await makeFolderDurably(this.#fs, join(this.#folder.ruleSets, jurisdiction));
    }
    for (const { row, text } of added) await writeDurably(this.#fs, this.#folder.text(row), text);
    for (const { row, text } of jurisdictions)
      await writeDurably(this.#fs, join(this.#folder.jurisdictions, row.file), text);
    for (const { row, text } of typicalClaims)
      await writeDurably(this.#fs, join(this.#folder.typicalClaims, row.file), text);
  }

  /**
   * After a failed flush, or where it is not known whether the commit is on disk, nothing is written until a restart has
   * looked. Where nothing can have changed, the texts written for nothing are removed, so that a full disk gets its space back.
   */
  async #afterFailure({ added }: Batch, cause: unknown): Promise<unknown> {
    if (!(cause instanceof WriteFailure)) return cause;
    if (cause.flush || !cause.certain) this.#readOnly = true;
    else for (const { row } of added) await this.#fs.remove(this.#folder.text(row)).catch(() => undefined);
    return refusalOf(cause);
  }

  /** Readers see the rows from here on; always after the commit. */
  #show({ publications }: Rows): void {
    this.#records = publications.map(recordOf);
    this.#rows = new Map(publications.map((row) => [keyOf(row.jurisdiction, row.version), row]));
    this.#hashes = new Set(publications.map(({ bytes }) => bytes));
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function recordOf({ bytes: _, ...record }: PublicationRow): PublicationRecord {
  return record;
}

function keyOf(jurisdiction: string, version: string): string {
  return `${jurisdiction}/${version}`;
}

/** A failed write as callers are told of it. */
function refusalOf(failure: WriteFailure): Refusal {
  const code = isFull(failure) ? 'storageFull' : 'storeFailed';
  return new Refusal([{ code, severity: 'error', args: { reason: failure.reason } }]);
}
