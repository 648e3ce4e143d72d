import type { Limits } from '../../usecases/configuration/configuration.ts';

const SWEEP_MILLISECONDS = 500;

/** How soon and how fast a body has to come. */
export type BodyLimits = Pick<Limits, 'bodySeconds' | 'bytesPerSecond' | 'graceSeconds'>;

/** A body that is arriving. Its pace is measured over the time that is spent waiting for it, and no other. */
export interface Arrival {
  /** From now on bytes are waited for: `late` is called once they come too slowly, or the time is over. */
  wait(late: () => void): void;
  /** So many bytes have come. */
  got(bytes: number): void;
  /** Nothing is waited for, until it is again. */
  rest(): void;
}

/**
 * Ends the wait for bodies that do not come to an end, or come too slowly. One sweep over those under way instead of a timer
 * for each request; Node's own limit holds for a whole server, batches included, and so cannot be used.
 */
export class BodyDeadline {
  readonly #limits: BodyLimits;
  readonly #awaited = new Set<AwaitedBody>();
  readonly #timer: NodeJS.Timeout;

  constructor(limits: BodyLimits) {
    this.#limits = limits;
    // After a long turn of the event loop what has come meanwhile lies ready: it is taken in before anybody is judged.
    this.#timer = setInterval(() => setImmediate(this.#sweep), SWEEP_MILLISECONDS).unref();
  }

  /** A body that has to be there in `bodySeconds`. */
  whole(): Arrival {
    return new AwaitedBody(this.#awaited, this.#limits, performance.now() + this.#limits.bodySeconds * 1000);
  }

  /** A body that may take as long as it likes while it comes fast enough. */
  stream(): Arrival {
    return new AwaitedBody(this.#awaited, this.#limits, Number.POSITIVE_INFINITY);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  readonly #sweep = (): void => {
    const now = performance.now();
    for (const awaited of this.#awaited) awaited.look(now);
  };
}

class AwaitedBody implements Arrival {
  readonly #all: Set<AwaitedBody>;
  readonly #limits: BodyLimits;
  readonly #until: number;
  #late: () => void = () => {};
  /** When the present wait began. */
  #since = 0;
  /** Milliseconds waited before it, and bytes that have come, since the pace was last found to be enough. */
  #waited = 0;
  #bytes = 0;

  constructor(all: Set<AwaitedBody>, limits: BodyLimits, until: number) {
    this.#all = all;
    this.#limits = limits;
    this.#until = until;
  }

  wait(late: () => void): void {
    this.#late = late;
    this.#since = performance.now();
    this.#all.add(this);
  }

  got(bytes: number): void {
    this.#bytes += bytes;
  }

  rest(): void {
    if (this.#all.delete(this)) this.#waited += performance.now() - this.#since;
  }

  look(now: number): void {
    const waited = this.#waited + now - this.#since;
    const measured = waited >= this.#limits.graceSeconds * 1000;
    const slow = measured && this.#bytes * 1000 < this.#limits.bytesPerSecond * waited;
    if (slow || now >= this.#until) {
      this.#all.delete(this);
      this.#late();
    } else if (measured) [this.#waited, this.#since, this.#bytes] = [0, now, 0];
  }
}
