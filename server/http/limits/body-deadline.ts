const SWEEP_MILLISECONDS = 500;

/** A body that is being read. */
interface Awaited {
  readonly until: number;
  readonly late: () => void;
}

/**
 * Ends the wait for bodies that do not come to an end. One sweep over those under way instead of a timer for each request;
 * Node's own limit holds for a whole server, batches included, and so cannot be used.
 */
export class BodyDeadline {
  readonly #milliseconds: number;
  readonly #awaited = new Set<Awaited>();
  readonly #timer: NodeJS.Timeout;

  constructor(seconds: number) {
    this.#milliseconds = seconds * 1000;
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MILLISECONDS).unref();
  }

  /** Calls `late` once the time is over, unless the answer is called before. */
  await(late: () => void): () => void {
    const awaited = { until: performance.now() + this.#milliseconds, late };
    this.#awaited.add(awaited);
    return () => this.#awaited.delete(awaited);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    const now = performance.now();
    for (const awaited of this.#awaited) {
      if (awaited.until > now) return;
      this.#awaited.delete(awaited);
      awaited.late();
    }
  }
}
