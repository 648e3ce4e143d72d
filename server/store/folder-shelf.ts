import { dirname, join } from 'node:path';
import { makeFolderDurably, TEMPORARY, WriteFailure, writeDurably } from './durable-write.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import type { Shelf, ShelfRoom, ShelfTrouble } from './shelf.ts';
import { HEAD_BYTES, headIn, readShelfFile, type ShelfHead, shelfFile } from './shelf-file.ts';

/** How a shelf in a folder is opened. */
export interface FolderShelfOptions {
  readonly room: ShelfRoom;
  readonly now: () => Date;
  /** Told of each file that is not as it should be. */
  readonly tell: (trouble: ShelfTrouble) => void;
  /** The file operations; the machine's own unless a test gives others. */
  readonly fs?: FileSystem;
}

const EXTENSION = '.jsonl';

/** What texts may be named: such a name is no path. */
const NAME = /^[A-Za-z0-9_-]{1,100}$/;

/**
 * Opens the shelf in a folder that one process owns, a file each text, for their owner alone to read. The folder is made with
 * the first text. What a crash left half written goes; of the others only the first lines are read.
 */
export async function openFolderShelf(folder: string, options: FolderShelfOptions): Promise<Shelf> {
  const shelf = new FolderShelf(folder, options);
  await shelf.open();
  return shelf;
}

class FolderShelf implements Shelf {
  readonly #folder: string;
  readonly #options: FolderShelfOptions;
  readonly #fs: FileSystem;
  /** Those of the longest ago first. */
  readonly #heads = new Map<string, ShelfHead>();
  #turn: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #hasFolder = false;

  constructor(folder: string, options: FolderShelfOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
  }

  async open(): Promise<void> {
    const found: [string, ShelfHead][] = [];
    for (const file of await this.#guarded(this.#folder, 'keptTextUnreadable', () => this.#fs.list(this.#folder), [])) {
      const name = file.endsWith(EXTENSION) ? file.slice(0, -EXTENSION.length) : '';
      if (file.endsWith(TEMPORARY)) await this.#remove(join(this.#folder, file));
      else if (!NAME.test(name)) this.#tell('keptTextForeign', join(this.#folder, file));
      else {
        const head = await this.#headOf(name);
        if (head !== null) found.push([name, head]);
      }
    }
    found.sort(([, one], [, other]) => Date.parse(one.at) - Date.parse(other.at));
    for (const [name, head] of found) this.#heads.set(name, head);
    await this.#makeRoom();
  }

  async read(name: string): Promise<string | null> {
    const head = this.#heads.get(name);
    if (head === undefined) return null;
    const file = this.#fileOf(name);
    const bytes = await this.#guarded(file, 'keptTextUnreadable', () => this.#fs.read(file), null);
    // Forgotten meanwhile, or taken away by hand.
    if (bytes === null) return null;
    const found = readShelfFile(name, bytes);
    if (found !== null) return this.#isOver(found) ? null : found.text;
    // Another text may have been kept in its place meanwhile.
    await this.#inTurn(async () => this.#heads.get(name) === head && (await this.#damaged(name)));
    return null;
  }

  keep(name: string, text: string): Promise<boolean> {
    if (!NAME.test(name)) throw new Error('a text must have the name of a text');
    if (this.#isClosed) return Promise.resolve(false);
    return this.#inTurn(async () => {
      const at = this.#options.now().toISOString();
      const bytes = shelfFile(name, at, text);
      const file = this.#fileOf(name);
      const write = async () => {
        await this.#makeFolder();
        await writeDurably(this.#fs, file, bytes);
        return true;
      };
      if (!(await this.#guarded(file, 'keptTextUnwritten', write, false))) return false;
      this.#heads.delete(name);
      this.#heads.set(name, { at, bytes: bytes.length });
      await this.#makeRoom();
      return true;
    });
  }

  forget(name: string): Promise<void> {
    return this.#inTurn(() => this.#drop(name));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
  }

  /** One change at a time, in the order in which they are asked for. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#turn.then(change);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #makeFolder(): Promise<void> {
    if (this.#hasFolder) return;
    await makeFolderDurably(this.#fs, dirname(this.#folder));
    await makeFolderDurably(this.#fs, this.#folder);
    this.#hasFolder = true;
  }

  async #makeRoom(): Promise<void> {
    const { texts, bytes } = this.#options.room;
    let held = [...this.#heads.values()].reduce((sum, head) => sum + head.bytes, 0);
    for (const [name, head] of [...this.#heads]) {
      // The newest is kept, however long it is.
      const isFull = this.#heads.size > 1 && (this.#heads.size > texts || held > bytes);
      if (!isFull && !this.#isOver(head)) continue;
      held -= head.bytes;
      await this.#drop(name);
    }
  }

  #isOver({ at }: Pick<ShelfHead, 'at'>): boolean {
    const { room, now } = this.#options;
    return room.milliseconds !== null && now().getTime() - Date.parse(at) > room.milliseconds;
  }

  async #headOf(name: string): Promise<ShelfHead | null> {
    const file = this.#fileOf(name);
    const read = () => this.#fs.readPart(file, 0, HEAD_BYTES);
    const start = await this.#guarded(file, 'keptTextUnreadable', read, null);
    if (start === null) return null;
    const head = headIn(start);
    if (head === null) await this.#damaged(name);
    return head;
  }

  async #damaged(name: string): Promise<void> {
    this.#tell('keptTextDamaged', this.#fileOf(name));
    this.#heads.delete(name);
    await this.#remove(this.#fileOf(name));
  }

  async #drop(name: string): Promise<void> {
    if (this.#heads.delete(name)) await this.#remove(this.#fileOf(name));
  }

  /** What cannot be removed is found again, and forgotten again, at the next start. */
  async #remove(file: string): Promise<void> {
    await this.#fs.remove(file).catch(() => undefined);
  }

  async #guarded<Result>(
    file: string,
    code: ShelfTrouble['code'],
    work: () => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      this.#tell(code, file, cause instanceof WriteFailure ? cause.reason : codeOf(cause));
      return otherwise;
    }
  }

  #tell(code: ShelfTrouble['code'], file: string, reason: string | null = null): void {
    this.#options.tell({ code, file, reason });
  }

  #fileOf(name: string): string {
    return join(this.#folder, `${name}${EXTENSION}`);
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
