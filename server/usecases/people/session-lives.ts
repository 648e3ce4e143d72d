/** A session lasts so long at the most, whatever is done in it. */
export const LONGEST_SESSION = 12 * 60 * 60 * 1000;

/** A session in which nothing is asked for so long is over. */
const IDLE_SESSION = 60 * 60 * 1000;

interface Life {
  /** On the clock. */
  readonly until: number;
  seen: number;
}

/**
 * How long sessions live, by a clock that only ever rises: to set the date back prolongs none, to set it forward ends none. After
 * a restart a session that is met for the first time has what its row leaves it.
 */
export class SessionLives {
  readonly #clock: () => number;
  readonly #lives = new Map<string, Life>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** A session has begun. */
  begin(id: string): void {
    const now = this.#clock();
    // Those that ended elsewhere are never asked for again.
    for (const [other, life] of this.#lives) if (isOver(life, now)) this.#lives.delete(other);
    this.#lives.set(id, { until: now + LONGEST_SESSION, seen: now });
  }

  /**
   * Notes that a session is used; false where it is over.
   * @param left milliseconds that its row leaves it, for one from before the start of the process
   */
  use(id: string, left: number): boolean {
    const now = this.#clock();
    const life = this.#lives.get(id) ?? { until: now + Math.min(left, LONGEST_SESSION), seen: now };
    if (isOver(life, now)) return false;
    life.seen = now;
    this.#lives.set(id, life);
    return true;
  }

  /** Whether a session that has been met is still going. */
  isGoing(id: string): boolean {
    const life = this.#lives.get(id);
    return life !== undefined && !isOver(life, this.#clock());
  }

  /** A session is over, and forgotten. */
  end(id: string): void {
    this.#lives.delete(id);
  }
}

function isOver({ until, seen }: Life, now: number): boolean {
  return now >= until || now - seen >= IDLE_SESSION;
}
