import { setTimeout as pause } from 'node:timers/promises';
import { MemoryDisk } from './memory-disk.ts';

/** A disk that can be told to take its time, so that what is asked at once is under way at once. */
export class SlowDisk extends MemoryDisk {
  isSlow = false;

  constructor() {
    super();
    const { flushFolder } = this.fs;
    this.fs.flushFolder = async (path) => {
      if (this.isSlow) await pause(10);
      await flushFolder(path);
    };
  }
}
