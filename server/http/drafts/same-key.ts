/** Requests that say they are the same are taken one after another: who comes again meanwhile finds what the first has come to. */
export class SameKey {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does something once whatever was begun under the same key has ended, well or not. */
  async run<Result>(key: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key);
    const result = before === undefined ? act() : before.then(act);
    // Whoever waits behind it is not told of its failure.
    const ended = Promise.allSettled([result]);
    this.#last.set(key, ended);
    await ended;
    if (this.#last.get(key) === ended) this.#last.delete(key);
    return result;
  }
}
