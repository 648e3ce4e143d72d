import { sha256 } from '../../domain/sha256.ts';
import type { QueryText } from '../../engine/tree/solver.ts';
import type { Solver, SolverAnswer } from './solver.ts';

/** Answers that were found before, by the digest of a query's text. */
export interface Remembered {
  get(digest: string): boolean | undefined;
  set(digest: string, isProved: boolean): void;
}

/**
 * By which arithmetic, and for how many milliseconds, the solver tries a query: of one payment, and of a whole chain. What one
 * of the two tells it mostly tells in a moment, or not in minutes.
 */
const TRIES = {
  lemma: [
    ['default', 1_000],
    ['simplex', 2_000],
    ['default', 2_000],
  ],
  chain: [
    ['default', 1_000],
    ['simplex', 5_000],
    ['default', 5_000],
  ],
} as const;

/** Queries that the solver could not tell in their time, before it is asked no more: a proof takes a minute at most. */
const MOST_UNSURE = 8;

/** Asks the solver, by two arithmetics, and remembers what was proved. */
export class Prover {
  readonly #solver: Solver | null;
  readonly #remembered: Remembered;
  readonly #goOn: () => boolean;
  #unsure = 0;
  #rests = false;

  /** @param goOn false: no further query is asked */
  constructor(solver: Solver | null, remembered: Remembered, goOn: () => boolean = () => true) {
    this.#solver = solver;
    this.#remembered = remembered;
    this.#goOn = goOn;
  }

  /** No solver is asked from now on. */
  rest(): void {
    this.#rests = true;
  }

  get hasSolver(): boolean {
    return this.#solver !== null;
  }

  /** Whether no values make a query true. */
  async isProved(text: string, of: 'lemma' | 'chain'): Promise<boolean> {
    return (await this.ask({ text, amounts: new Map() }, of)).answer === 'unsat';
  }

  /** What the solver says; what was proved before is not asked again. A lemma alone refutes nothing, so its failure is kept too. */
  async ask({ text, amounts }: QueryText, of: 'lemma' | 'chain'): Promise<SolverAnswer> {
    const digest = sha256(text);
    const known = this.#remembered.get(digest);
    if (known === true) return { answer: 'unsat' };
    if (known === false && of === 'lemma') return { answer: 'unknown', reason: 'remembered' };
    const answer = await this.#tried(text, amounts, of);
    if (answer.answer === 'unsat') this.#remembered.set(digest, true);
    else if (answer.answer === 'sat' && of === 'lemma') this.#remembered.set(digest, false);
    return answer;
  }

  async #tried(text: string, amounts: QueryText['amounts'], of: 'lemma' | 'chain'): Promise<SolverAnswer> {
    let last: SolverAnswer = { answer: 'unknown', reason: 'noSolver' };
    for (const [arithmetic, milliseconds] of TRIES[of]) {
      if (this.#solver === null || this.#rests || this.#unsure >= MOST_UNSURE || !this.#goOn()) return last;
      last = await this.#solver.check(text, [...amounts.values()], { milliseconds, arithmetic });
      if (last.answer !== 'unknown') return named(last, amounts);
    }
    this.#unsure += 1;
    return last;
  }
}

/** The model by the names of amounts. */
function named(answer: SolverAnswer, amounts: QueryText['amounts']): SolverAnswer {
  if (answer.answer !== 'sat') return answer;
  const model = new Map<string, bigint>();
  for (const [name, symbol] of amounts) model.set(name, answer.model.get(symbol) ?? 0n);
  return { answer: 'sat', model };
}
