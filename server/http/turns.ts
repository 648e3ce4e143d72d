/** How long this thread may be kept from its other work at a stretch. */
const TURN_MS = 8;

/**
 * Turns of the event loop for long work of this thread: however many such works are under way, they together keep the loop for
 * about 8 ms, then everything else has its turn, then the one that has waited longest goes on.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #until = 0;

  /** What long work waits for where the turn is over; null where it may go on. To be asked every millisecond or so. */
  readonly breather = (): Promise<void> | null => {
    if (this.#waiting.length === 0 && performance.now() < this.#until) return null;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#next);
    });
  };

  readonly #next = (): void => {
    const go = this.#waiting.shift();
    this.#until = performance.now() + TURN_MS;
    // An immediate asked for here comes after a whole round of the loop.
    if (this.#waiting.length > 0) setImmediate(this.#next);
    go?.();
  };
}
