import { type ResourceLimits, type TransferListItem, Worker } from 'node:worker_threads';
import { Refusal } from '../../domain/refusal.ts';
import type { PublicationRecord, RuleSource } from '../../rulesets/publication.ts';
import type { FilesInTurn } from './evaluate-in-turn.ts';
import type { LineAnswers, LineOptions } from './evaluate-lines.ts';
import type { LineChunk } from './line-chunk.ts';
import type { TextTask } from './text-task.ts';
import { type Asked, type FromThread, sendable, type Task, type ThreadData, type ToThread } from './thread-messages.ts';

/** Whom a thread tells of itself. */
export interface ThreadEvents {
  /** It has done its task and can have another. */
  readonly idle: () => void;
  /** It is no more, whether it was told to end or died. */
  readonly ended: () => void;
}

interface Work {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Of a chunk, what holds for its input. */
  readonly input: LineOptions | null;
}

/**
 * Another thread as this one sees it: it does one task at a time, and asks here for the texts of the rules. A second chunk
 * of the same input may lie ready there, so that it need not wait for this thread between the two.
 */
export class EvaluationThread {
  readonly #worker: Worker;
  readonly #source: RuleSource;
  readonly #events: ThreadEvents;
  #records: readonly PublicationRecord[] | null = null;
  readonly #works: Work[] = [];
  #failure: unknown = null;

  /** @param limits of its memory; beyond them it ends */
  constructor(file: URL, source: RuleSource, limits: ResourceLimits, data: ThreadData, events: ThreadEvents) {
    this.#source = source;
    this.#events = events;
    this.#worker = new Worker(file, { resourceLimits: limits, workerData: data });
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    this.#worker.on('error', (error) => {
      this.#failure = error;
    });
    this.#worker.on('exit', (code) => {
      const failure = this.#failure ?? new Error(`a thread has ended with code ${code}`);
      for (const { reject } of this.#works.splice(0)) reject(failure);
      this.#events.ended();
    });
  }

  /** Whether it has no task. */
  get idle(): boolean {
    return this.#works.length === 0;
  }

  /** Whether a second chunk of an input may lie ready: one of another input would go down with this one's thread. */
  hasRoomFor(input: LineOptions): boolean {
    const [work] = this.#works;
    return this.#works.length === 1 && work?.input === input;
  }

  /** The answers to a chunk; its buffer goes to the other thread. To be called only while it is idle or has room for it. */
  evaluate(chunk: LineChunk, options: LineOptions): Promise<LineAnswers> {
    const task: Task = { kind: 'chunk', chunk, options };
    return this.#do(task, [chunk.bytes.buffer as ArrayBuffer], options) as Promise<LineAnswers>;
  }

  /** Evaluates what an input holds, by turns with other threads, until its end. To be called only while it is idle. */
  async inTurn(files: FilesInTurn, options: LineOptions): Promise<void> {
    await this.#do({ kind: 'files', files, options }, [files.elsewhere]);
  }

  /** What is answered to a text. To be called only while it is idle. @throws Refusal */
  ofText(task: TextTask): Promise<string> {
    return this.#do({ kind: 'text', task }) as Promise<string>;
  }

  /** Ends it at once, whatever it does. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #do(task: Task, given: readonly TransferListItem[] = [], input: LineOptions | null = null): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const records = this.#source.records();
      if (records !== this.#records) this.#tell({ kind: 'records', records });
      this.#records = records;
      this.#tell(task, given);
      this.#works.push({ resolve, reject, input });
    });
  }

  #hear(message: FromThread): void {
    if (message.kind === 'question') {
      void this.#answer(message.question, message.asked);
      return;
    }
    const work = this.#works.shift();
    if (message.kind === 'done') work?.resolve(message.result);
    else if (message.kind === 'refusal') work?.reject(new Refusal(message.findings, message.code));
    else work?.reject(message.error);
    this.#events.idle();
  }

  async #answer(question: number, asked: Asked): Promise<void> {
    try {
      const texts = typeof asked === 'number' ? [await this.#text(asked)] : await this.#source[asked]();
      this.#tell({ kind: 'texts', question, texts });
    } catch (error) {
      if (error instanceof Refusal)
        this.#tell({ kind: 'refused', question, code: error.code, findings: error.findings });
      else this.#tell({ kind: 'failed', question, error: sendable(error) });
    }
  }

  /** A source may know a record only as the object it gave, of which the other thread has a copy. */
  #text(sequence: number): Promise<string> {
    const record = this.#source.records().find((one) => one.sequence === sequence);
    if (record === undefined) throw new Error('a publication that was there is gone');
    return this.#source.text(record);
  }

  #tell(message: ToThread, given: readonly TransferListItem[] = []): void {
    this.#worker.postMessage(message, given);
  }
}
