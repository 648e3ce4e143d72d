import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import type { WritingFiles } from './file-system.ts';
import { makeFolderPath } from './folder-path.ts';

/**
 * The machine's own files for a thread that has nothing else to do: it waits for the disk by itself, which takes a fraction of
 * what asking Node's pool of threads for every operation takes.
 */
export const syncFiles: WritingFiles = {
  async makeFolder(path) {
    makeFolderPath(path);
  },

  async create(path) {
    const file = openSync(path, 'w', 0o600);
    return {
      write: async (bytes) => writeFileSync(file, bytes),
      flush: async () => fsyncSync(file),
      close: async () => closeSync(file),
    };
  },

  async openToAppend(path) {
    const file = openSync(path, 'a', 0o600);
    return {
      write: async (bytes) => writeFileSync(file, bytes),
      flush: async () => fdatasyncSync(file),
      async cut(length) {
        if (fstatSync(file).size <= length) return;
        ftruncateSync(file, length);
        fdatasyncSync(file);
      },
      close: async () => closeSync(file),
    };
  },

  rename: async (from, to) => renameSync(from, to),

  async flushFolder(path) {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },

  remove: async (path) => unlinkSync(path),
};
