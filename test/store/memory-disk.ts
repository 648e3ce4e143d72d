import { dirname } from 'node:path';
import type { FileSystem } from '../../server/store/file-system.ts';

interface File {
  bytes: Uint8Array;
  /** What a power cut leaves of it. */
  flushed: Uint8Array;
}

/** What happens at one of the file operations. */
export type Fault =
  | { readonly kind: 'error'; readonly code: 'EIO' | 'ENOSPC' | 'EROFS' }
  /** The process is killed: nothing is done any more, the machine keeps what was written. */
  | { readonly kind: 'kill' }
  /** The power is cut: what was not flushed is lost. */
  | { readonly kind: 'powerCut' };

/** The process is gone; nothing it does after this reaches the disk. */
export class Gone extends Error {}

/**
 * A disk in memory that tells what was written from what was flushed, for files and for the names in folders, and that
 * fails or crashes at the operation it is told to.
 */
export class MemoryDisk {
  /** Operations done that could have failed. */
  operations = 0;
  /** A disk that forgets to flush folders, to show that the tests would notice. */
  readonly flushesFolders: boolean;
  /** The same for what is in files. */
  readonly flushesFiles: boolean;
  #names = new Map<string, File>();
  #flushedNames = new Map<string, File>();
  #folders = new Set<string>(['/']);
  #flushedFolders = new Set<string>(['/']);
  #fault: { readonly at: number; readonly fault: Fault } | null = null;
  #gone = false;

  constructor({ flushesFolders = true, flushesFiles = true } = {}) {
    this.flushesFolders = flushesFolders;
    this.flushesFiles = flushesFiles;
  }

  /** The fault happens at the k-th operation from now, 1 being the next. */
  failAt(k: number, fault: Fault): void {
    this.#fault = { at: this.operations + k, fault };
  }

  /** Cuts the power now. */
  cutPower(): void {
    this.#gone = true;
    this.#names = new Map(this.#flushedNames);
    this.#folders = new Set(this.#flushedFolders);
    for (const file of this.#names.values()) file.bytes = file.flushed;
  }

  /** The machine runs again; whatever still held the old files cannot write any more. */
  restart(): void {
    this.#fault = null;
    this.#gone = false;
    for (const [name, file] of this.#names) this.#names.set(name, { bytes: file.bytes, flushed: file.bytes });
    this.#flushedNames = new Map(this.#names);
    this.#flushedFolders = new Set(this.#folders);
  }

  /** Files by name. */
  files(): readonly string[] {
    return [...this.#names.keys()].sort();
  }

  bytes(path: string): Uint8Array | undefined {
    return this.#names.get(path)?.bytes;
  }

  /** Writes past everybody, as a bit flip or a hand does. */
  overwrite(path: string, bytes: Uint8Array): void {
    this.#names.set(path, { bytes, flushed: bytes });
  }

  erase(path: string): void {
    this.#names.delete(path);
  }

  readonly fs: FileSystem = {
    read: async (path) => this.#names.get(path)?.bytes ?? null,
    list: async (folder) => this.#list(folder),
    makeFolder: async (path) => {
      this.#step();
      this.#folders.add(path);
    },
    create: async (path) => {
      this.#step();
      const file: File = { bytes: new Uint8Array(), flushed: new Uint8Array() };
      this.#names.set(path, file);
      return {
        write: async (bytes) => {
          this.#step(() => {
            file.bytes = bytes.slice(0, bytes.length / 2);
          });
          file.bytes = bytes;
        },
        flush: async () => {
          this.#step();
          if (this.flushesFiles) file.flushed = file.bytes;
        },
        close: async () => this.#step(),
      };
    },
    readPart: async (path, from, length) => this.#names.get(path)?.bytes.slice(from, from + length) ?? null,
    openToAppend: async (path) => {
      this.#step();
      const file = this.#names.get(path) ?? { bytes: new Uint8Array(), flushed: new Uint8Array() };
      this.#names.set(path, file);
      return {
        write: async (bytes) => {
          const { bytes: before } = file;
          this.#step(() => {
            file.bytes = Buffer.concat([before, bytes.slice(0, bytes.length / 2)]);
          });
          file.bytes = Buffer.concat([before, bytes]);
        },
        flush: async () => {
          this.#step();
          if (this.flushesFiles) file.flushed = file.bytes;
        },
        cut: async (length) => {
          if (file.bytes.length <= length) return;
          this.#step();
          file.bytes = file.bytes.slice(0, length);
          file.flushed = file.bytes;
        },
        close: async () => this.#step(),
      };
    },
    rename: async (from, to) => {
      this.#step();
      const file = this.#names.get(from);
      if (file === undefined) throw failure('ENOENT');
      this.#names.delete(from);
      this.#names.set(to, file);
    },
    flushFolder: async (path) => {
      this.#step();
      if (this.flushesFolders) this.#flushFolder(path);
    },
    remove: async (path) => {
      this.#step();
      if (!this.#names.delete(path)) throw failure('ENOENT');
    },
  };

  /** @param halfDone what an operation that fails has done by then */
  #step(halfDone: () => void = () => {}): void {
    if (this.#gone) throw new Gone();
    this.operations += 1;
    if (this.#fault?.at !== this.operations) return;
    const { fault } = this.#fault;
    halfDone();
    if (fault.kind === 'error') throw failure(fault.code);
    if (fault.kind === 'powerCut') this.cutPower();
    this.#gone = true;
    throw new Gone();
  }

  #flushFolder(path: string): void {
    for (const name of this.#flushedNames.keys()) if (dirname(name) === path) this.#flushedNames.delete(name);
    for (const [name, file] of this.#names) if (dirname(name) === path) this.#flushedNames.set(name, file);
    for (const folder of this.#folders) if (dirname(folder) === path) this.#flushedFolders.add(folder);
  }

  #list(folder: string): readonly string[] {
    const files = [...this.#names.keys()].filter((name) => dirname(name) === folder);
    const folders = [...this.#folders].filter((name) => name !== folder && dirname(name) === folder);
    const last = (path: string) => path.slice(folder.length + 1);
    return [...files.map(last), ...folders.map((name) => `${last(name)}/`)].sort();
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
