import type { LineChunk, LineSplitter } from './line-chunk.ts';

/** Whole lines of one piece of the input, and the number of the piece, by which answers are written in order. */
export interface Turn {
  readonly number: number;
  readonly chunks: readonly LineChunk[];
}

/** What has been answered, blank lines left out, and how much of it by a problem. */
export interface Answered {
  readonly done: number;
  readonly bad: number;
}

/** Where the words stand that are waited for or counted in whole numbers. */
const [READING, NEXT, WRITING, ENDED, SKIPPING, REST, TAKEN] = [0, 1, 2, 3, 4, 5, 6];

/** Where the counts of lines stand, which a whole number of 32 bits would not hold. */
const [FIRST_LINE, DONE, BAD] = [0, 1, 2];

const COUNTS_AT = 32;
const REST_AT = 64;

/**
 * An input that several threads read by turns, and whose answers they write by turns, in the order of reading: the memory
 * they share. Who reads leaves the line that the end of its piece cut off, and its number, to who reads next.
 *
 * INVARIANT (in turn): one thread at a time reads, and one at a time writes; a piece is written after all before it.
 */
export class LinesInTurn {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #counts: Float64Array;
  readonly #rest: Uint8Array;

  /** @param memory what `begin` has made */
  constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.#words = new Int32Array(memory, 0, COUNTS_AT / 4);
    this.#counts = new Float64Array(memory, COUNTS_AT, 3);
    this.#rest = new Uint8Array(memory, REST_AT);
  }

  /**
   * The beginning, of which something may have been read already.
   * @param lineLimit the longest line taken
   */
  static begin(heard: readonly Uint8Array[], lineLimit: number): LinesInTurn {
    const length = heard.reduce((sum, piece) => sum + piece.length, 0);
    const lines = new LinesInTurn(new SharedArrayBuffer(REST_AT + Math.max(length, lineLimit)));
    let at = 0;
    for (const piece of heard) {
      lines.#rest.set(piece, at);
      at += piece.length;
    }
    lines.#words[REST] = length;
    lines.#counts[FIRST_LINE] = 1;
    return lines;
  }

  /**
   * Waits for the turn to read, takes the lines of the next piece and gives the turn on; null at the end of the input.
   * @param read answers the next piece, empty at the end; asked once
   * @throws what `read` throws, after which nobody reads any more
   */
  read(splitter: LineSplitter, read: () => Uint8Array): Turn | null {
    const words = this.#words;
    while (Atomics.compareExchange(words, READING, 0, 1) !== 0) Atomics.wait(words, READING, 1);
    try {
      if (words[ENDED] === 1) return null;
      words[ENDED] = 1;
      splitter.goOn(this.#counts[FIRST_LINE] as number, words[SKIPPING] === 1);
      splitter.push(this.#rest.subarray(0, words[REST]));
      const piece = read();
      if (piece.length === 0) splitter.finish();
      else {
        splitter.push(piece);
        words[ENDED] = 0;
      }
      const chunks = chunksOf(splitter);
      this.#leave(splitter);
      const number = words[NEXT] as number;
      words[NEXT] = number + 1;
      return { number, chunks };
    } finally {
      Atomics.store(words, READING, 0);
      Atomics.notify(words, READING, 1);
    }
  }

  /** Whether all pieces before this one have been written. */
  mayWrite(number: number): boolean {
    return Atomics.load(this.#words, WRITING) === number;
  }

  /** Waits until all pieces before this one have been written. */
  awaitWriting(number: number): void {
    for (let at = Atomics.load(this.#words, WRITING); at !== number; at = Atomics.load(this.#words, WRITING))
      Atomics.wait(this.#words, WRITING, at);
  }

  /** Counts what was written. To be called by who may write. */
  count({ done, bad }: Answered): void {
    this.#counts[DONE] = (this.#counts[DONE] as number) + done;
    this.#counts[BAD] = (this.#counts[BAD] as number) + bad;
  }

  /** Gives the turn to write on to the next piece. */
  written(number: number): void {
    Atomics.store(this.#words, WRITING, number + 1);
    Atomics.notify(this.#words, WRITING);
  }

  /** Tells who waits that what it handed over has been taken. */
  take(): void {
    Atomics.store(this.#words, TAKEN, 1);
    Atomics.notify(this.#words, TAKEN);
  }

  /** Hands something over and waits until it has been taken. To be called by who may write. */
  handOver(give: () => void): void {
    Atomics.store(this.#words, TAKEN, 0);
    give();
    Atomics.wait(this.#words, TAKEN, 0);
  }

  /** What has been written so far. */
  get answered(): Answered {
    return { done: this.#counts[DONE] as number, bad: this.#counts[BAD] as number };
  }

  #leave(splitter: LineSplitter): void {
    const { firstLine, skipping, bytes } = splitter.rest;
    this.#counts[FIRST_LINE] = firstLine;
    this.#words[SKIPPING] = skipping ? 1 : 0;
    this.#words[REST] = bytes.length;
    this.#rest.set(bytes);
  }
}

function chunksOf(splitter: LineSplitter): readonly LineChunk[] {
  const chunks: LineChunk[] = [];
  for (let chunk = splitter.take(true); chunk !== undefined; chunk = splitter.take(true)) chunks.push(chunk);
  return chunks;
}
