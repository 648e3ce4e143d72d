/** The longest line taken unless another limit is given, in bytes without its line feed. */
export const MOST_LINE_BYTES = 256 * 1024;

/** Whole lines of an input: what is handed on to be evaluated. */
export interface LineChunk {
  /** The lines, each with its line feed. The array fills a buffer of its own, so that it can be given to another thread. */
  readonly bytes: Uint8Array;
  /** The number that the first of them has in the input, from 1. */
  readonly firstLine: number;
  /** Numbers of lines that were too long and are left out; an empty line stands in the place of each. */
  readonly tooLong: readonly number[];
}

/** A chunk is cut once it has so many bytes … */
const CHUNK_BYTES = 128 * 1024;

/** … or lines: a line of one byte answers a problem of five hundred. */
const CHUNK_LINES = 512;

const LF = 10;

/**
 * Cuts an input into chunks at line ends, however the input is cut into pieces itself. Of a line that is too long nothing is
 * kept, so that what is held is bounded by the limit and by the size of a piece.
 */
export class LineSplitter {
  readonly #limit: number;
  readonly #ready: LineChunk[] = [];
  #bytes = new Uint8Array(CHUNK_BYTES * 2);
  /** How much of `#bytes` is in use, and how much of that is whole lines. */
  #end = 0;
  #whole = 0;
  #firstLine = 1;
  #lines = 0;
  #tooLong: number[] = [];
  /** True while the rest of a line that is too long goes by. */
  #skipping = false;

  /** @param limit the longest line taken, in bytes without its line feed */
  constructor(limit: number = MOST_LINE_BYTES) {
    this.#limit = limit;
  }

  /** What is no whole line yet, and what follows it counts from. To be asked once all whole lines have been taken. */
  get rest(): { readonly firstLine: number; readonly skipping: boolean; readonly bytes: Uint8Array } {
    return {
      firstLine: this.#firstLine,
      skipping: this.#skipping,
      bytes: this.#bytes.subarray(this.#whole, this.#end),
    };
  }

  /** Goes on with an input from where another left it; its rest is to be pushed first. */
  goOn(firstLine: number, skipping: boolean): void {
    this.#end = 0;
    this.#firstLine = firstLine;
    this.#skipping = skipping;
  }

  /** Takes in the next piece of the input; all of it is copied. */
  push(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      const end = piece.indexOf(LF, at);
      const stop = end === -1 ? piece.length : end;
      this.#add(piece.subarray(at, stop));
      if (end === -1) return;
      this.#endLine();
      at = end + 1;
    }
  }

  /** Tells that the input is at its end: its last line counts without a line feed too. */
  finish(): void {
    if (this.#skipping || this.#end > this.#whole) this.#endLine();
    if (this.#lines > 0) this.#cut();
  }

  /**
   * The next chunk; undefined where none is full.
   * @param any takes what whole lines there are, full or not
   */
  take(any: boolean): LineChunk | undefined {
    if (this.#ready.length === 0 && any && this.#lines > 0) this.#cut();
    return this.#ready.shift();
  }

  #add(part: Uint8Array): void {
    if (this.#skipping) return;
    if (this.#end - this.#whole + part.length > this.#limit) {
      this.#skipping = true;
      this.#end = this.#whole;
      return;
    }
    this.#reserve(part.length + 1);
    this.#bytes.set(part, this.#end);
    this.#end += part.length;
  }

  #endLine(): void {
    if (this.#skipping) {
      this.#tooLong.push(this.#firstLine + this.#lines);
      this.#skipping = false;
    }
    this.#reserve(1);
    this.#bytes[this.#end] = LF;
    this.#end += 1;
    this.#whole = this.#end;
    this.#lines += 1;
    if (this.#whole >= CHUNK_BYTES || this.#lines >= CHUNK_LINES) this.#cut();
  }

  #cut(): void {
    this.#ready.push({
      bytes: this.#bytes.slice(0, this.#whole),
      firstLine: this.#firstLine,
      tooLong: this.#tooLong,
    });
    this.#bytes.copyWithin(0, this.#whole, this.#end);
    this.#end -= this.#whole;
    this.#whole = 0;
    this.#firstLine += this.#lines;
    this.#lines = 0;
    this.#tooLong = [];
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(this.#end + more, this.#bytes.length * 2));
    wider.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = wider;
  }
}
