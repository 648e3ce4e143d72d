import { readSync, writeSync } from 'node:fs';
import type { MessagePort } from 'node:worker_threads';
import type { Evaluate } from '../../usecases/evaluate.ts';
import { evaluateLines, type LineAnswers, type LineOptions } from './evaluate-lines.ts';
import { LineSplitter } from './line-chunk.ts';
import { LinesInTurn } from './lines-in-turn.ts';

/** What a thread needs to read and write by itself. Plain data and a port: it is sent there. */
export interface FilesInTurn {
  /** Of the `LinesInTurn` that all threads share. */
  readonly memory: SharedArrayBuffer;
  /** Descriptors of a regular file, and of whatever answers go to. */
  readonly input: number;
  readonly output: number;
  /** Takes what cannot be written from here; who listens says that it has been by `LinesInTurn.take`. */
  readonly elsewhere: MessagePort;
}

/** A piece of the input. */
const READ_BYTES = 128 * 1024;

/** So much of answers may wait for their turn; then the thread waits for it too. */
const HELD_BYTES = 2 * 1024 * 1024;

/**
 * Evaluates pieces of an input until its end, in a thread beside others that do the same.
 * @throws a fault of ours, after all answers before it have been written
 */
export async function evaluateInTurn(files: FilesInTurn, options: LineOptions, evaluate: Evaluate): Promise<void> {
  const lines = new LinesInTurn(files.memory);
  const held = new HeldAnswers(lines, files);
  const splitter = new LineSplitter(options.lineLimit);
  const piece = new Uint8Array(READ_BYTES);
  const read = () => piece.subarray(0, readSync(files.input, piece));
  try {
    for (let turn = lines.read(splitter, read); turn !== null; turn = lines.read(splitter, read)) {
      for (const chunk of turn.chunks) held.add(turn.number, await evaluateLines(chunk, evaluate, options));
      held.end(turn.number);
    }
  } finally {
    held.writeAll();
    files.elsewhere.close();
  }
}

/** Answers of this thread, on their way out: written as soon as it is their turn, waited for only where they are many. */
class HeldAnswers {
  readonly #lines: LinesInTurn;
  readonly #files: FilesInTurn;
  /** In the order of their pieces; null where a piece is at its end. */
  readonly #held: { readonly number: number; readonly answers: LineAnswers | null }[] = [];
  #bytes = 0;

  constructor(lines: LinesInTurn, files: FilesInTurn) {
    this.#lines = lines;
    this.#files = files;
  }

  add(number: number, answers: LineAnswers): void {
    this.#held.push({ number, answers });
    this.#bytes += bytesOf(answers);
    this.#write(HELD_BYTES);
  }

  end(number: number): void {
    this.#held.push({ number, answers: null });
    this.#write(HELD_BYTES);
  }

  writeAll(): void {
    this.#write(-1);
  }

  /** Writes what may be written, and waits where more than so many bytes are held. */
  #write(most: number): void {
    for (let first = this.#held[0]; first !== undefined; first = this.#held[0]) {
      const { number, answers } = first;
      if (!this.#lines.mayWrite(number)) {
        if (this.#bytes <= most) return;
        this.#lines.awaitWriting(number);
      }
      this.#held.shift();
      if (answers === null) this.#lines.written(number);
      else this.#out(answers);
    }
  }

  #out(answers: LineAnswers): void {
    this.#bytes -= bytesOf(answers);
    for (const piece of answers.pieces) this.#put(piece);
    this.#lines.count(answers);
  }

  /** What the output does not take at once, for it is full, or closed, or broken, the thread that knows what to do then writes. */
  #put(piece: Uint8Array): void {
    let at = 0;
    try {
      while (at < piece.length) at += writeSync(this.#files.output, piece, at);
    } catch {
      this.#lines.handOver(() => this.#files.elsewhere.postMessage(piece.slice(at)));
    }
  }
}

function bytesOf({ pieces }: LineAnswers): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
