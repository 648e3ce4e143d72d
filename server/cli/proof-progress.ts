import type { FindingArgument } from '../domain/finding.ts';
import type { Language } from '../domain/label.ts';
import { say } from '../domain/messages/index.ts';
import type { Terminal } from './workplace.ts';

/** Between two tellings, in milliseconds: on a terminal one line that moves on; elsewhere whole lines, for logs. */
const ON_TERMINAL = 500;
const ELSEWHERE = 10_000;

/** How far a long proof has come, told on standard error: a short one says nothing. */
export class ProofProgress {
  readonly #errors: Terminal['errors'];
  readonly #language: Language;
  readonly #labelOf: (claimType: string) => FindingArgument;
  #told = Date.now();
  #hasLine = false;

  /** @param labelOf what a claim type is called */
  constructor(terminal: Terminal, language: Language, labelOf: (claimType: string) => FindingArgument) {
    [this.#errors, this.#language, this.#labelOf] = [terminal.errors, language, labelOf];
  }

  /** Takes down how many of how many kinds of claims are decided, and of what type the last was. */
  readonly count = (done: number, all: number, claimType: string): void => {
    const isTerminal = this.#errors.isTTY === true;
    if (Date.now() - this.#told < (isTerminal ? ON_TERMINAL : ELSEWHERE)) return;
    this.#told = Date.now();
    const { message } = say('proofProgress', { done, all, type: this.#labelOf(claimType) }, this.#language);
    this.#errors.write(isTerminal ? `\r${message}\u001b[K` : `${message}\n`);
    this.#hasLine = isTerminal;
  };

  /** Leaves the line, where there is one. */
  end(): void {
    if (this.#hasLine) this.#errors.write('\n');
  }
}
