import { type Adapter, Low } from 'lowdb';
import { refuse } from '../domain/refusal.ts';
import { isSha256 } from '../domain/sha256.ts';
import { BEGINNING } from './audit-chain.ts';
import type { AuditHead } from './audit-trail.ts';
import { deskBytes } from './desk-bytes.ts';
import { AFTER, BEFORE_BYTES, seal, unsealed } from './desk-seal.ts';
import { writeDurably } from './durable-write.ts';
import type { FileSystem } from './file-system.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';

/** A row as it is kept: how often it was written, and what it says. */
export interface DeskRow<Row> {
  readonly revision: number;
  readonly row: Row;
}

/** The rows of all tables, by id. */
export type DeskTables = { readonly [Table in TableName]: ReadonlyMap<string, DeskRow<Tables[Table]>> };

/** What the desk's file holds: the rows as they stand, and how far the audit trail reached when they came to stand so. */
export interface DeskState {
  readonly format: 1;
  /** Acts done. */
  readonly commit: number;
  /** The end of the trail, and where it is in the trail's file, in bytes. */
  readonly audit: AuditHead & { readonly bytes: number };
  /** How far the file of closed drafts counts, in bytes. */
  readonly closed: number;
  readonly tables: DeskTables;
}

/** A desk with nothing on it. */
export const EMPTY_DESK: DeskState = {
  format: 1,
  commit: 0,
  audit: { lines: 0, hash: BEGINNING, bytes: 0 },
  closed: 0,
  tables: tablesOf({}),
};

/**
 * lowdb's file, written our way: whole or not at all, and flushed. The state stands under a checksum, so that a flipped bit
 * is found when the file is read.
 */
class DurableFile implements Adapter<DeskState> {
  readonly #fs: FileSystem;
  readonly #path: string;

  constructor(fs: FileSystem, path: string) {
    this.#fs = fs;
    this.#path = path;
  }

  /** @throws Refusal `deskDamaged` */
  async read(): Promise<DeskState | null> {
    const bytes = await this.#fs.read(this.#path);
    return bytes === null
      ? null
      : (known(new TextDecoder().decode(bytes)) ?? refuse('deskDamaged', { file: this.#path }));
  }

  /** @throws WriteFailure */
  async write(state: DeskState): Promise<void> {
    const whole = beforeSeal(state);
    seal(whole);
    await writeDurably(this.#fs, this.#path, whole);
  }
}

/** A state as its file has it, with room for the seal. */
function beforeSeal(state: DeskState): Uint8Array {
  return deskBytes(state, BEFORE_BYTES, AFTER);
}

/** The desk of a store: what is acknowledged is in the file, and readers never see more than that. */
export class DeskFile {
  readonly #low: Low<DeskState>;

  private constructor(file: DurableFile) {
    this.#low = new Low<DeskState>(file, EMPTY_DESK);
  }

  /**
   * Reads the desk; null where there is no file.
   * @throws Refusal `deskDamaged`
   */
  static async open(fs: FileSystem, path: string): Promise<DeskFile | null> {
    const desk = new DeskFile(new DurableFile(fs, path));
    await desk.#low.read();
    // lowdb keeps what it was given first where there is no file.
    return desk.#low.data === EMPTY_DESK ? null : desk;
  }

  /** Begins a desk, an empty one unless given. @throws WriteFailure */
  static async begin(fs: FileSystem, path: string, state: DeskState = EMPTY_DESK): Promise<DeskFile> {
    const file = new DurableFile(fs, path);
    await file.write(state);
    const desk = new DeskFile(file);
    desk.committed(state);
    return desk;
  }

  get state(): DeskState {
    return this.#low.data;
  }

  /** A state as the file is to have it, once {@link seal} has been put on it: THE COMMIT of every act is that it takes the file's place. */
  bytesOf(state: DeskState): Uint8Array {
    return beforeSeal(state);
  }

  /**
   * Shows a state that the file has. lowdb by itself changes its data before it writes, and after a full disk readers would see
   * what was never acknowledged.
   */
  committed(state: DeskState): void {
    this.#low.data = state;
  }
}

/** A state that is one; what came later is empty in an older file. */
function known(text: string): DeskState | null {
  const said = unsealed(text);
  const state = said === null ? null : (JSON.parse(said) as WrittenState);
  if (state === null || !isState(state)) return null;
  return { ...EMPTY_DESK, ...state, tables: tablesOf(state.tables) };
}

/** A state as its file has it: the rows of a table by their ids. */
export interface WrittenState extends Omit<DeskState, 'tables'> {
  readonly tables: { readonly [Table in TableName]: Readonly<Record<string, DeskRow<Tables[Table]>>> };
}

/** Every table, with the rows that a file has of it; and what else it has, for whoever knows what it is. */
function tablesOf(written: Readonly<Record<string, object>>): DeskTables {
  const names = new Set([...TABLES, ...Object.keys(written)]);
  return Object.fromEntries(
    [...names].map((name) => [name, new Map(Object.entries(written[name] ?? {}))]),
  ) as unknown as DeskTables;
}

/** Whether a state says how far the trail reached: without it nothing would hold the trail to its end. */
function isState({ format, commit, audit }: Partial<WrittenState>): boolean {
  const counts = [commit, audit?.lines, audit?.bytes];
  return format === 1 && counts.every((count) => Number.isSafeInteger(count)) && isSha256(audit?.hash);
}
