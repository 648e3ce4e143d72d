import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';

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

/** The machine's own files. */
export const nodeFileSystem: FileSystem = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  },

  async readPart(path, from, length) {
    let handle: FileHandle;
    try {
      handle = await open(path, 'r');
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
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
    await mkdir(path, { recursive: true });
  },

  async create(path) {
    const handle = await open(path, 'w', 0o600);
    return {
      write: (bytes) => handle.writeFile(bytes),
      flush: () => handle.sync(),
      close: () => handle.close(),
    };
  },

  async openToAppend(path) {
    const handle = await open(path, 'a', 0o600);
    return {
      write: (bytes) => handle.appendFile(bytes),
      flush: () => handle.datasync(),
      async cut(length) {
        if ((await handle.stat()).size <= length) return;
        await handle.truncate(length);
        await handle.datasync();
      },
      close: () => handle.close(),
    };
  },

  rename: (from, to) => rename(from, to),

  async flushFolder(path) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },

  remove: (path) => unlink(path),
};
