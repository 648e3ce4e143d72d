import { Worker } from 'node:worker_threads';
import { WriteFailure } from './durable-write.ts';
import type { StepWriter, WriteStep } from './write-step.ts';

/** What the thread answers: that all was done, or what failed. */
export interface WritingAnswer {
  readonly failure: {
    readonly message: string;
    /** The system's error code. */
    readonly reason: string;
    /** What could not be written, as far as the system says. */
    readonly path: string | null;
    readonly certain: boolean;
    readonly flush: boolean;
    readonly done: number;
  } | null;
}

/** What the thread is asked: to do steps, or to close its files and end. */
export type WritingQuestion = readonly WriteStep[] | 'close';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (failure: WriteFailure) => void;
}

/** Megabytes: the thread holds one act's bytes at a time, and they do not count. */
const HEAP_MEGABYTES = 32;

/**
 * Does steps in a thread of its own, which is asked once for a whole act: some twenty-five file operations, each asked of Node's
 * pool by the thread that settles claims, cost that thread a millisecond. It is started when the store is opened.
 */
export class WritingThread implements StepWriter {
  readonly #file: URL;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;

  /** @param file the bundle of `server/writer.ts` */
  constructor(file: URL) {
    this.#file = file;
  }

  write(steps: readonly WriteStep[]): Promise<void> {
    const bytes = steps.flatMap((step) => ('bytes' in step ? [step.bytes.buffer as ArrayBuffer] : []));
    return this.#ask(steps, bytes);
  }

  /**
   * A thread that waits for a disk that does not answer is left to itself, and keeps nobody. What fails in closing, the thread
   * itself even, loses nothing: whatever was written has been flushed.
   */
  async close(): Promise<void> {
    if (this.#worker === null) return;
    if (this.#waiting !== null) return void this.#worker.unref();
    await this.#ask('close', []).catch(() => undefined);
    this.#worker = null;
  }

  async #ask(question: WritingQuestion, given: readonly ArrayBuffer[]): Promise<void> {
    if (this.#waiting !== null) throw new RangeError('one act is written at a time');
    this.#worker ??= this.#start();
    this.#worker.postMessage(question, given);
    await new Promise<void>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #start(): Worker {
    const worker = this.#made();
    let died: unknown = new Error('the thread that writes has ended');
    worker.on('message', ({ failure }: WritingAnswer) => this.#hear(failure === null ? null : failureOf(failure)));
    worker.on('error', (error) => {
      died = error;
    });
    worker.on('exit', () => {
      this.#worker = null;
      // What it did before is not known.
      this.#hear(new WriteFailure(died, { certain: false, flush: true }));
    });
    return worker;
  }

  /** @throws WriteFailure where the machine has no thread left: nothing was done then, and the next act may find one */
  #made(): Worker {
    try {
      return new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    } catch (cause) {
      throw new WriteFailure(cause, { certain: true, flush: false });
    }
  }

  #hear(failure: WriteFailure | null): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (failure === null) waiting?.resolve();
    else waiting?.reject(failure);
  }
}

function failureOf({
  message,
  reason,
  path,
  certain,
  flush,
  done,
}: NonNullable<WritingAnswer['failure']>): WriteFailure {
  return new WriteFailure(
    Object.assign(new Error(message), { code: reason, ...(path !== null && { path }) }),
    { certain, flush },
    done,
  );
}
