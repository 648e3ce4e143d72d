import { MessageChannel } from 'node:worker_threads';
import type { RuleSource } from '../../rulesets/publication.ts';
import type { Evaluate } from '../../usecases/evaluate.ts';
import { Turns } from '../turns.ts';
import { evaluateLines, type LineAnswers, type LineOptions } from './evaluate-lines.ts';
import { EvaluationThread } from './evaluation-thread.ts';
import type { LineChunk } from './line-chunk.ts';
import type { LinesInTurn } from './lines-in-turn.ts';
import type { TextTask } from './text-task.ts';
import type { ThreadData } from './thread-messages.ts';

/** What a thread may take of the machine's memory. */
export interface ThreadMemory {
  /** Megabytes of heap; a thread that needs more is ended. */
  readonly heapMegabytes: number;
  /** Megabytes of its solver; what needs more it does not decide. */
  readonly solverMegabytes: number;
}

/** What a pool is made of. */
export interface PoolOptions {
  /** The rules, as this thread knows them; asked again before each chunk. */
  readonly source: RuleSource;
  /** Evaluates in this thread: small inputs, and all of them where there are no other threads. */
  readonly evaluate: Evaluate;
  /** How many threads beside this one; 0 for none. They are started when there is work for them. */
  readonly size: number;
  /** An input that ends before so many bytes starts no thread; 64 KB unless given. */
  readonly small?: number;
  /** What such a thread may take; as much as it likes unless given. */
  readonly memory?: ThreadMemory;
  /** The file that such a thread runs: the bundle of `server/worker.ts`. */
  readonly worker: URL;
}

/** A regular file of one request a line, and where its answers go. */
export interface FileLines {
  readonly lines: LinesInTurn;
  /** Descriptors. */
  readonly input: number;
  readonly output: number;
  /** Writes what the output does not take at once. */
  readonly put: (piece: Uint8Array) => Promise<void>;
}

/** A task that waits for a thread. */
interface Job {
  readonly start: (thread: EvaluationThread) => void;
  readonly reject: (error: unknown) => void;
  readonly signal?: AbortSignal;
  /** Of a chunk, what holds for its input. */
  readonly input?: LineOptions;
}

const SMALL = 64 * 1024;

/** How many chunks a thread may have: one in work, one that lies ready, one whose answers wait to be read. */
const CHUNKS_A_THREAD = 3;

/**
 * Evaluates chunks, and does the work that texts are, on all cores, for any number of inputs at once: first come, first served, each input with its share of
 * what may be under way. Plain worker threads, for piscina and tinypool hand a task to whichever thread they like, and have
 * no way of speaking to one: of telling it new publications before its next chunk, and of answering what it asks for.
 */
export class EvaluationPool {
  readonly #options: PoolOptions;
  readonly #queue: Job[] = [];
  readonly #threads = new Set<EvaluationThread>();
  readonly #turns = new Turns();
  #inputs = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Whether there are threads beside this one. */
  get hasThreads(): boolean {
    return this.#options.size > 0;
  }

  /** How many chunks can be in work at the same time. */
  get hands(): number {
    return Math.max(1, this.#options.size);
  }

  /** How many chunks each of the present inputs may have under way, so that what is held is bounded for all together. */
  get share(): number {
    if (this.#options.size === 0) return 1;
    return Math.max(1, Math.floor((CHUNKS_A_THREAD * this.#options.size) / Math.max(1, this.#inputs)));
  }

  /** Up to so many bytes an input is evaluated in this thread. */
  get small(): number {
    return this.#options.small ?? SMALL;
  }

  /** Counts an input in, until what is returned is called. */
  enter(): () => void {
    this.#inputs += 1;
    return () => {
      this.#inputs -= 1;
    };
  }

  /**
   * The answers to a chunk, by the rules that this thread knows now or newer ones. The chunk's buffer is given away.
   * @param small true where the input is not worth another thread
   * @throws a fault of ours; that of a thread which has ended, for the chunk it had, or could not be started; the signal's reason where it says stop
   *   before the chunk's turn has come
   */
  evaluate(chunk: LineChunk, options: LineOptions, signal: AbortSignal, small: boolean): Promise<LineAnswers> {
    if (this.#closed) return Promise.reject(new Error('the pool is closed'));
    if (small || this.#options.size === 0) return this.#here(chunk, options, signal);
    return new Promise((resolve, reject) => {
      const start = (thread: EvaluationThread) => thread.evaluate(chunk, options).then(resolve, reject);
      this.#queue.push({ start, reject, signal, input: options });
      this.#handOut();
    });
  }

  /**
   * What is answered to a text that has not been published, by another thread; null where there is none.
   * @param signal ends the thread that works on it, whatever it does; other work goes to another
   * @throws Refusal; a fault of ours; that of a thread which has ended
   */
  ofText(task: TextTask, signal?: AbortSignal): Promise<string> | null {
    if (this.#options.size === 0) return null;
    if (this.#closed) return Promise.reject(new Error('the pool is closed'));
    return new Promise((resolve, reject) => {
      const start = async (thread: EvaluationThread) => {
        const end = () => void thread.end();
        signal?.addEventListener('abort', end);
        await thread.ofText(task).then(resolve, reject);
        signal?.removeEventListener('abort', end);
      };
      this.#queue.push({ start, reject, ...(signal && { signal }) });
      this.#handOut();
    });
  }

  /**
   * Evaluates all lines of a file with all threads, each of which reads and writes by itself: nothing goes through this one.
   * @throws a fault of ours; that of a thread which has ended. The pool is then to be closed, for the others may wait for it
   */
  async inTurn(options: LineOptions, { lines, input, output, put }: FileLines): Promise<void> {
    // A thread that cannot be started is a rejection like another, so that nobody's is left unheard.
    const start = async () => {
      const thread = this.#start();
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (piece: Uint8Array) => void put(piece).then(() => lines.take()));
      await thread.inTurn({ memory: lines.memory, input, output, elsewhere: port2 }, options);
    };
    await Promise.all(Array.from({ length: this.#options.size }, start));
  }

  /** Ends all threads. What they had in work, and what waits, is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#queue.splice(0)) reject(new Error('the pool is closed'));
    await Promise.all([...this.#threads].map((thread) => thread.end()));
  }

  #here(chunk: LineChunk, options: LineOptions, signal: AbortSignal): Promise<LineAnswers> {
    return evaluateLines(chunk, this.#options.evaluate, options, () => {
      signal.throwIfAborted();
      return this.#turns.breather();
    });
  }

  #handOut(): void {
    for (let job = this.#queue[0]; job !== undefined; job = this.#queue[0]) {
      const begin = this.#beginning(job);
      if (begin === null) return;
      this.#queue.shift();
      begin();
    }
  }

  /** How a task is begun, or why it is not; null where it has to wait for a thread. Never throws: threads that end come by here. */
  #beginning(job: Job): (() => void) | null {
    if (job.signal?.aborted === true) return () => job.reject(job.signal?.reason);
    try {
      const thread = this.#threadFor(job);
      return thread === null ? null : () => job.start(thread);
    } catch (error) {
      return () => job.reject(error);
    }
  }

  /**
   * A thread without work; a new one where all have some and there may be more; one that works on the same input; else null.
   * @throws where there is no thread, and the machine has none left: the next task may find one
   */
  #threadFor({ input }: Job): EvaluationThread | null {
    for (const thread of this.#threads) if (thread.idle) return thread;
    if (this.#threads.size === 0) return this.#start();
    const more = this.#threads.size < this.#options.size ? this.#startIfPossible() : null;
    if (more !== null) return more;
    if (input !== undefined) for (const thread of this.#threads) if (thread.hasRoomFor(input)) return thread;
    return null;
  }

  /** Null where the machine has no thread left: those that are at work do what waits. */
  #startIfPossible(): EvaluationThread | null {
    try {
      return this.#start();
    } catch {
      return null;
    }
  }

  /** @throws where the machine has no thread left */
  #start(): EvaluationThread {
    const { worker, source, memory } = this.#options;
    const limits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory.heapMegabytes };
    const data: ThreadData = memory === undefined ? {} : { solverMegabytes: memory.solverMegabytes };
    const thread = new EvaluationThread(worker, source, limits, data, {
      idle: () => this.#handOut(),
      ended: () => {
        this.#threads.delete(thread);
        if (!this.#closed) this.#handOut();
      },
    });
    this.#threads.add(thread);
    return thread;
  }
}
