import { type Adapter, Low } from 'lowdb';
import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { writeDurably } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';

/** What stands beside the texts of a store. */
export interface Rows {
  readonly publications: readonly PublicationRow[];
  readonly jurisdictions: readonly JurisdictionsRow[];
  readonly typicalClaims: readonly TypicalClaimsRow[];
}

/** A publication record, and sha256 over the bytes of its text. */
export interface PublicationRow extends PublicationRecord {
  readonly bytes: string;
}

/** A text of kind Jurisdictions: its file, sha256 over its bytes, the first code it names. */
export interface JurisdictionsRow {
  readonly file: string;
  readonly bytes: string;
  readonly first: string;
}

/** A text of kind TypicalClaims: its file, sha256 over its bytes, the city whose claims they are. */
export interface TypicalClaimsRow {
  readonly file: string;
  readonly bytes: string;
  readonly jurisdiction: string;
}

const NOTHING: Rows = { publications: [], jurisdictions: [], typicalClaims: [] };

/**
 * lowdb's file, written our way: whole or not at all, and flushed. The rows stand under a checksum, so that a flipped bit
 * is found when the file is read.
 */
class DurableFile implements Adapter<Rows> {
  readonly #fs: FileSystem;
  readonly #path: string;

  constructor(fs: FileSystem, path: string) {
    this.#fs = fs;
    this.#path = path;
  }

  /** @throws Refusal `recordsDamaged` */
  async read(): Promise<Rows | null> {
    const bytes = await this.#fs.read(this.#path);
    return bytes === null
      ? null
      : (checked(new TextDecoder().decode(bytes)) ?? refuse('recordsDamaged', { file: this.#path }));
  }

  /** @throws WriteFailure */
  async write(rows: Rows): Promise<void> {
    const text = JSON.stringify(rows);
    await writeDurably(this.#fs, this.#path, `{"checksum":"${sha256(text)}","rows":${text}}\n`);
  }
}

/** The records of a store: what is acknowledged is in the file, and readers never see more than that. */
export class RecordsFile {
  readonly #file: DurableFile;
  readonly #low: Low<Rows>;

  private constructor(file: DurableFile) {
    this.#file = file;
    this.#low = new Low<Rows>(file, NOTHING);
  }

  /**
   * Reads the records; null where there is no file.
   * @throws Refusal `recordsDamaged`
   */
  static async open(fs: FileSystem, path: string): Promise<RecordsFile | null> {
    const records = new RecordsFile(new DurableFile(fs, path));
    await records.#low.read();
    // lowdb keeps what it was given first where there is no file.
    return records.#low.data === NOTHING ? null : records;
  }

  /** Begins a new file without rows. @throws WriteFailure */
  static async begin(fs: FileSystem, path: string): Promise<RecordsFile> {
    const records = new RecordsFile(new DurableFile(fs, path));
    await records.commit(NOTHING);
    return records;
  }

  get rows(): Readonly<Rows> {
    return this.#low.data;
  }

  /**
   * THE COMMIT of every publication: writes the new rows, and only then shows them. lowdb by itself changes its data before
   * it writes, and after a full disk readers would see what was never acknowledged.
   * @throws WriteFailure
   */
  async commit(rows: Rows): Promise<void> {
    await this.#file.write(rows);
    this.#low.data = rows;
  }
}

/** The rows where the checksum is theirs. A file written before there were typical claims has no rows of them. */
function checked(text: string): Rows | null {
  const match = /^\{"checksum":"(sha256:[0-9a-f]{64})","rows":(.*)\}\n$/s.exec(text);
  const [, checksum, rows] = match ?? [];
  return rows !== undefined && sha256(rows) === checksum
    ? { ...NOTHING, ...(JSON.parse(rows) as Partial<Rows>) }
    : null;
}
