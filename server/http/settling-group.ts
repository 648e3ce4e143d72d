/** So many requests and their answers lie together in the cache of an ordinary core. */
const MOST = 16;

/**
 * Brings requests that lie ready at the same time together, a few at a time: all are read, then all are settled, then all are
 * answered. Each of the three runs through much code, which pushes that of the others out of the processor's cache, and a
 * caller who is answered between two settlements is woken for every answer. A request alone waits for the end of the present
 * turn of the event loop, and for nothing else.
 */
export class SettlingGroup {
  #begun: Promise<void> | null = null;
  #begin: () => void = () => {};
  #size = 0;

  /** Resolves for all that have joined at once, as soon as they are enough or nothing more lies ready. */
  join(): Promise<void> {
    if (this.#begun === null) {
      this.#begun = new Promise((resolve) => {
        this.#begin = resolve;
      });
      setImmediate(this.#go);
    }
    const begun = this.#begun;
    this.#size += 1;
    if (this.#size === MOST) this.#go();
    return begun;
  }

  readonly #go = (): void => {
    this.#begun = null;
    this.#size = 0;
    this.#begin();
  };
}
