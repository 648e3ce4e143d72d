/** So many of a turn are refused in the moment they are read. */
const AT_ONCE = 1_000;

/**
 * When those are refused whom an overload leaves no time for: at once, as long as that ends. Node asks its system for what has come
 * a thousand connections at a time, and while it gets as many it asks again, up to 48 times, before anything else has its turn:
 * who is answered and has the next request ready keeps everybody else waiting for seconds. Whoever comes after the
 * thousandth is therefore answered at the end of the turn, and with no answer they send nothing more.
 */
export class OverloadRefusals {
  /** Of this turn. */
  #refused = 0;
  #held: (() => void)[] = [];

  /** @param answer writes the refusal */
  refuse(answer: () => void): void {
    this.#refused += 1;
    if (this.#refused === 1) setImmediate(this.#endTurn);
    if (this.#refused <= AT_ONCE) answer();
    else this.#held.push(answer);
  }

  readonly #endTurn = (): void => {
    const held = this.#held;
    [this.#refused, this.#held] = [0, []];
    for (const answer of held) answer();
  };
}
