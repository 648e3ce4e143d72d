/** The size of a piece: much larger or smaller ones cost more to make. */
const PIECE = 64 * 1024;

const LF = 10;

const encoder = new TextEncoder();

/** Lines put together as UTF-8, in pieces of at most 64 KB, or of one line that is longer. */
export class AnswerBytes {
  readonly #pieces: Uint8Array<ArrayBuffer>[] = [];
  #piece = new Uint8Array(PIECE);
  #end = 0;

  /** Adds a line; its line feed is added here. Lines are written one by one: joining many texts first costs far more. */
  add(line: string): void {
    // A UTF-16 unit takes three bytes at most.
    const most = 3 * line.length + 1;
    if (most > PIECE - this.#end) {
      if (this.#end > 0) this.#next();
      if (most > PIECE) {
        this.#pieces.push(encoder.encode(`${line}\n`));
        return;
      }
    }
    this.#end += encoder.encodeInto(line, this.#piece.subarray(this.#end)).written;
    this.#piece[this.#end] = LF;
    this.#end += 1;
  }

  /** Adds a line that is UTF-8 already. */
  addBytes(line: Uint8Array): void {
    if (line.length + 1 > PIECE - this.#end && this.#end > 0) this.#next();
    if (line.length + 1 > PIECE) {
      const own = new Uint8Array(line.length + 1);
      own.set(line);
      own[line.length] = LF;
      this.#pieces.push(own);
      return;
    }
    this.#piece.set(line, this.#end);
    this.#end += line.length;
    this.#piece[this.#end] = LF;
    this.#end += 1;
  }

  /** All pieces, each in a buffer of its own. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    if (this.#end > 0) this.#next();
    return this.#pieces;
  }

  #next(): void {
    this.#pieces.push(this.#piece.subarray(0, this.#end));
    this.#piece = new Uint8Array(PIECE);
    this.#end = 0;
  }
}
