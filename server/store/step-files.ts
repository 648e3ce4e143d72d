import { dirname } from 'node:path';
import { seal } from './desk-seal.ts';
import { flushNames, makeFolderDurably, WriteFailure, writeDurably } from './durable-write.ts';
import type { AppendFile, WritingFiles } from './file-system.ts';
import type { StepWriter, WriteStep } from './write-step.ts';

/** Does steps over some file operations, in this thread. Files that are only added to are kept open. */
export class StepFiles implements StepWriter {
  readonly #fs: WritingFiles;
  readonly #open = new Map<string, AppendFile>();

  constructor(fs: WritingFiles) {
    this.#fs = fs;
  }

  async write(steps: readonly WriteStep[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      try {
        await this.#do(step);
      } catch (cause) {
        throw cause instanceof WriteFailure ? cause.after(index) : cause;
      }
    }
  }

  async close(): Promise<void> {
    const files = [...this.#open.values()];
    this.#open.clear();
    for (const file of files) await file.close();
  }

  async #do(step: WriteStep): Promise<void> {
    switch (step.kind) {
      case 'folder':
        return makeFolderDurably(this.#fs, step.path);
      case 'file':
        return writeDurably(this.#fs, step.path, step.bytes);
      case 'desk':
        seal(step.bytes);
        return writeDurably(this.#fs, step.path, step.bytes);
      case 'append':
        return this.#append(step.path, step.bytes);
      case 'cut':
        return this.#cut(step.path, step.length);
      case 'remove':
        return this.#fs.remove(step.path).catch(() => undefined);
    }
  }

  async #append(path: string, bytes: Uint8Array): Promise<void> {
    const file = await this.#file(path);
    await failing({ certain: true, flush: false }, () => file.write(bytes));
    await failing({ certain: false, flush: true }, () => file.flush());
  }

  async #cut(path: string, length: number): Promise<void> {
    const file = await this.#file(path);
    await failing({ certain: false, flush: true }, () => file.cut(length));
    // Its name has to outlast a power cut before anything is written into it.
    if (length === 0) await flushNames(this.#fs, dirname(path));
  }

  async #file(path: string): Promise<AppendFile> {
    const open = this.#open.get(path);
    if (open !== undefined) return open;
    const file = await failing({ certain: true, flush: false }, () => this.#fs.openToAppend(path));
    this.#open.set(path, file);
    return file;
  }
}

async function failing<Result>(
  kind: { readonly certain: boolean; readonly flush: boolean },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new WriteFailure(cause, kind);
  }
}
