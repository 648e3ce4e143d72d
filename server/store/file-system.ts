import * as callbacks from 'node:fs';
import { promisify } from 'node:util';
import { makeFolderPath } from './folder-path.ts';

/**
 * Node's operations on plain descriptors. Its file handles ask a third more of the asking thread for each operation, and
 * that thread settles claims meanwhile.
 */
const open = promisify(callbacks.open);
const read = promisify(callbacks.read);
const readFile = promisify(callbacks.readFile);
const writeFile = promisify(callbacks.writeFile);
const fsync = promisify(callbacks.fsync);
const fdatasync = promisify(callbacks.fdatasync);
const fstat = promisify(callbacks.fstat);
const ftruncate = promisify(callbacks.ftruncate);
const close = promisify(callbacks.close);
const readdir = promisify(callbacks.readdir);
const rename = promisify(callbacks.rename);
const unlink = promisify(callbacks.unlink);

/** The few file operations a store is made of, so that a test can fail or crash any one of them. All throw Node's own errors. */
export interface FileSystem {
  /** The bytes of a file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Up to so many bytes of a file from a place on, none after its end; null where there is no file. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array | null>;
  /** Names in a folder, sorted; none where there is no folder. Folders end with a slash. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder; one that is there is fine. */
  makeFolder(path: string): Promise<void>;
  /** Opens a file for writing, empty, for its owner alone to read. */
  create(path: string): Promise<OpenFile>;
  /** Opens a file to write after its end; makes it, for its owner alone to read, where there is none. */
  openToAppend(path: string): Promise<AppendFile>;
  /** Moves a file, over another if need be; readers see the one or the other. */
  rename(from: string, to: string): Promise<void>;
  /** Makes what was created, renamed or removed in a folder outlast a power cut (fsync of the folder). */
  flushFolder(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The operations that write. */
export type WritingFiles = Pick<
  FileSystem,
  'makeFolder' | 'create' | 'openToAppend' | 'rename' | 'flushFolder' | 'remove'
>;

/** A file being written. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Makes what was written outlast a power cut (fsync). */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A file that is only ever added to. */
export interface AppendFile extends OpenFile {
  /** Cuts the file back to so many bytes, and makes that outlast a power cut. */
  cut(length: number): Promise<void>;
}

const isMissing = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** Of what fails once a file is open, a folder that is none for one, the system does not say where. */
export function withPath(cause: unknown, path: string): unknown {
  return cause instanceof Error && !('path' in cause) ? Object.assign(cause, { path }) : cause;
}

/** A descriptor that nothing uses once it is closed: its number is soon another file's. */
class OwnDescriptor {
  #descriptor: number | null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  use(operation: (descriptor: number) => Promise<void>): Promise<void> {
    if (this.#descriptor === null) return Promise.reject(new Error('the file is closed'));
    const done = operation(this.#descriptor);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Waits for what is under way; closing again does nothing. */
  async close(): Promise<void> {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    await this.#last;
    if (descriptor !== null) await close(descriptor);
  }
}

async function cutTo(descriptor: number, length: number): Promise<void> {
  if ((await fstat(descriptor)).size <= length) return;
  await ftruncate(descriptor, length);
  await fdatasync(descriptor);
}

/** The machine's own files. */
export const nodeFileSystem: FileSystem = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw withPath(cause, path);
    }
  },

  async readPart(path, from, length) {
    let descriptor: number;
    try {
      descriptor = await open(path, 'r');
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
    try {
      const { bytesRead, buffer } = await read(descriptor, Buffer.allocUnsafe(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    } catch (cause) {
      throw withPath(cause, path);
    } finally {
      await close(descriptor);
    }
  },

  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
    } catch (cause) {
      if (isMissing(cause)) return [];
      throw cause;
    }
  },

  async makeFolder(path) {
    makeFolderPath(path);
  },

  async create(path) {
    const file = new OwnDescriptor(await open(path, 'w', 0o600));
    return {
      write: (bytes) => file.use((descriptor) => writeFile(descriptor, bytes)),
      flush: () => file.use(fsync),
      close: () => file.close(),
    };
  },

  async openToAppend(path) {
    const file = new OwnDescriptor(await open(path, 'a', 0o600));
    return {
      write: (bytes) => file.use((descriptor) => writeFile(descriptor, bytes)),
      flush: () => file.use(fdatasync),
      cut: (length) => file.use((descriptor) => cutTo(descriptor, length)),
      close: () => file.close(),
    };
  },

  rename: (from, to) => rename(from, to),

  async flushFolder(path) {
    const descriptor = await open(path, 'r');
    try {
      await fsync(descriptor);
    } finally {
      await close(descriptor);
    }
  },

  remove: (path) => unlink(path),
};
