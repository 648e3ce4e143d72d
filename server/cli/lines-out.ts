import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { ExitCode, Terminal } from './workplace.ts';

const WRITE_AT = 64 * 1024;
const PROGRESS_MS = 500;

/** Answers on their way out, with how far it has come told on a terminal. */
export class LinesOut {
  readonly #terminal: Terminal;
  readonly #language: Language;
  readonly #progress: boolean;
  #pending = '';
  #counts = { done: 0, bad: 0 };
  #told = Date.now();

  /** @param many whether there are so many that their progress is worth telling */
  constructor(terminal: Terminal, language: Language, many: boolean) {
    this.#terminal = terminal;
    this.#language = language;
    this.#progress = many && terminal.errors.isTTY === true;
  }

  /** Takes down how many were answered so far, and how many of them by a problem. */
  count(counts: { readonly done: number; readonly bad: number }): void {
    this.#counts = counts;
    if (!this.#progress || Date.now() - this.#told <= PROGRESS_MS) return;
    this.#told = Date.now();
    this.#terminal.errors.write(`\r${this.#words()}`);
  }

  /** Writes texts, many at once, or bytes; waits until they are out. */
  async write(lines: string | Uint8Array): Promise<void> {
    if (typeof lines !== 'string') return this.#put(lines);
    this.#pending += lines;
    if (this.#pending.length > WRITE_AT) await this.#flush();
  }

  /** Writes what is left, and answers what the command ends with. */
  async finish(): Promise<ExitCode> {
    await this.#flush();
    if (this.#progress) this.#terminal.errors.write(`\r${this.#words()}\n`);
    return this.#counts.bad > 0 ? 1 : 0;
  }

  #words(): string {
    return say('evaluateProgress', this.#counts, this.#language).message;
  }

  async #flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (text !== '') await this.#put(text);
  }

  #put(lines: string | Uint8Array): Promise<void> {
    const { output } = this.#terminal;
    return new Promise((resolve) => {
      output.write(lines, () => resolve());
    });
  }
}
