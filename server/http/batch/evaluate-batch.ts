import type { LineAnswers, LineOptions } from './evaluate-lines.ts';
import type { EvaluationPool } from './evaluation-pool.ts';
import { LineSplitter } from './line-chunk.ts';

/** How a batch is evaluated. */
export interface BatchOptions extends LineOptions {
  /** Stops reading and working where it says so. */
  readonly signal?: AbortSignal;
  /** Told as answers go out: how many lines have been answered so far, and how many of them by a problem. */
  readonly counted?: (counts: BatchCounts) => void;
}

/** Lines answered so far; blank ones are not among them. */
export interface BatchCounts {
  readonly done: number;
  readonly bad: number;
}

/**
 * Evaluates an input of one request a line (NDJSON) and answers a line for each, in their order, as UTF-8. What is held is
 * bounded: where nobody reads the answers, soon nothing more of the input is read; where the reader leaves, or the signal
 * says so, reading ends and what was not begun is dropped.
 * @throws what the input throws; the signal's reason; a fault of ours, after which the answers are at an end
 */
export async function* evaluateBatch(
  pool: EvaluationPool,
  input: AsyncIterable<Uint8Array>,
  { signal, counted, ...options }: BatchOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const batch = new Batch(pool, input, options, signal);
  let counts: BatchCounts = { done: 0, bad: 0 };
  try {
    for (let answers = await batch.next(); answers !== null; answers = await batch.next()) {
      counts = { done: counts.done + answers.done, bad: counts.bad + answers.bad };
      counted?.(counts);
      yield* answers.pieces;
    }
  } finally {
    batch.leave();
  }
}

/** What came of a promise, once something has. */
type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

class Batch {
  readonly #pool: EvaluationPool;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #options: LineOptions;
  readonly #signal: AbortSignal | undefined;
  readonly #splitter: LineSplitter;
  readonly #stop = new AbortController();
  readonly #out: () => void;
  /** Chunks under way, in their order. */
  readonly #chunks: { outcome: Outcome<LineAnswers> | null }[] = [];
  #reading = false;
  #read: Outcome<IteratorResult<Uint8Array>> | null = null;
  #bytes = 0;
  #ended = false;
  #wake: () => void = () => {};

  constructor(
    pool: EvaluationPool,
    input: AsyncIterable<Uint8Array>,
    options: LineOptions,
    signal: AbortSignal | undefined,
  ) {
    this.#pool = pool;
    this.#source = input[Symbol.asyncIterator]();
    this.#options = options;
    this.#signal = signal;
    this.#splitter = new LineSplitter(options.lineLimit);
    this.#out = pool.enter();
    signal?.addEventListener('abort', this.#stir);
  }

  /** The answers to the next chunk, null at the end. Only here is anything read or handed out. */
  async next(): Promise<LineAnswers | null> {
    for (;;) {
      this.#signal?.throwIfAborted();
      this.#takeIn();
      this.#handOut();
      const first = this.#chunks[0];
      if (first === undefined && this.#ended) return null;
      if (first !== undefined && first.outcome !== null) {
        this.#chunks.shift();
        return settled(first.outcome);
      }
      if (!this.#ended && !this.#reading && this.#chunks.length < this.#pool.share) this.#readOn();
      // Nothing is awaited between looking and waiting: what happens meanwhile is not missed.
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Ends the reading and drops what was not begun. */
  leave(): void {
    this.#signal?.removeEventListener('abort', this.#stir);
    this.#stop.abort();
    this.#out();
    // A source that is in the midst of a read ends after it; nobody waits for that.
    if (!this.#ended) Promise.resolve(this.#source.return?.()).catch(() => {});
  }

  readonly #stir = (): void => this.#wake();

  #readOn(): void {
    this.#reading = true;
    outcomeOf(this.#source.next(), (outcome) => {
      this.#read = outcome;
      this.#stir();
    });
  }

  #takeIn(): void {
    if (this.#read === null) return;
    const { done, value } = settled(this.#read);
    this.#read = null;
    this.#reading = false;
    if (done === true) {
      this.#ended = true;
      this.#splitter.finish();
    } else {
      this.#bytes += value.length;
      this.#splitter.push(value);
    }
  }

  /** Full chunks, as many as may be under way; while hands are idle also what there is, so that nobody waits for more. */
  #handOut(): void {
    while (this.#chunks.length < this.#pool.share) {
      const chunk = this.#splitter.take(this.#chunks.length < this.#pool.hands);
      if (chunk === undefined) return;
      const entry: { outcome: Outcome<LineAnswers> | null } = { outcome: null };
      this.#chunks.push(entry);
      outcomeOf(
        this.#pool.evaluate(chunk, this.#options, this.#stop.signal, this.#bytes < this.#pool.small),
        (outcome) => {
          entry.outcome = outcome;
          this.#stir();
        },
      );
    }
  }
}

function outcomeOf<Value>(promise: Promise<Value>, then: (outcome: Outcome<Value>) => void): void {
  promise.then(
    (value) => then({ value }),
    (error: unknown) => then({ error }),
  );
}

function settled<Value>(outcome: Outcome<Value>): Value {
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}
