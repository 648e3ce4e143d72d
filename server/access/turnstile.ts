import { refuse } from '../domain/refusal.ts';

/** Lets so much work in at once, and so much wait; for work that takes memory and a core, as hashing passwords does. */
export class Turnstile {
  readonly #atOnce: number;
  readonly #waiting: number;
  #inside = 0;
  readonly #queue: (() => void)[] = [];

  /** @param waiting how many may wait beside those inside */
  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce;
    this.#waiting = waiting;
  }

  /**
   * Does work when its turn comes.
   * @throws Refusal `signInBusy` at once where too many wait already; whatever the work throws
   */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) refuse('signInBusy');
      // Who leaves hands the place over, so that nobody who comes now gets in between.
      await new Promise<void>((enter) => this.#queue.push(enter));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }
}
