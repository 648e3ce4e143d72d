/** How a back-off grows. Times in milliseconds. */
export interface BackOffRule {
  /** Attempts that cost nothing. */
  readonly free: number;
  /** The wait after the first attempt that is not free; each further one doubles it. */
  readonly first: number;
  readonly longest: number;
  /** What was failed so long ago is forgotten. */
  readonly forgotten: number;
  /** How many keys are remembered at most; the one that was not seen for the longest time goes first. */
  readonly most: number;
}

interface Seen {
  attempts: number;
  /** On the clock: no attempt before. */
  until: number;
  at: number;
}

/**
 * Makes whoever fails again and again wait, longer each time and never for ever. Every attempt is counted before it is looked
 * at, so that many at once are no way round. What it counts by is the caller's to choose; nothing that a stranger can name alone
 * (a staff number) may be a key, else anybody could keep its owner out.
 */
export class BackOff {
  readonly #rule: BackOffRule;
  readonly #clock: () => number;
  readonly #seen = new Map<string, Seen>();

  /** @param clock milliseconds that only ever rise, whatever happens to the date */
  constructor(rule: BackOffRule, clock: () => number) {
    this.#rule = rule;
    this.#clock = clock;
  }

  /** Counts an attempt. @returns 0 where it may be made, else the milliseconds to wait */
  attempt(key: string): number {
    const { free, first, longest, forgotten, most } = this.#rule;
    const now = this.#clock();
    const before = this.#seen.get(key);
    if (before !== undefined && now < before.until) return before.until - now;
    const attempts = (before !== undefined && now - before.at < forgotten ? before.attempts : 0) + 1;
    const wait = attempts < free ? 0 : Math.min(longest, first * 2 ** Math.min(attempts - free, 40));
    this.#seen.delete(key);
    this.#seen.set(key, { attempts, until: now + wait, at: now });
    const oldest = this.#seen.size > most ? this.#seen.keys().next().value : undefined;
    if (oldest !== undefined) this.#seen.delete(oldest);
    return 0;
  }

  /** The attempt was no failure: it is as if it had not been made. */
  takeBack(key: string): void {
    const seen = this.#seen.get(key);
    if (seen === undefined) return;
    seen.attempts -= 1;
    if (seen.attempts < this.#rule.free) seen.until = 0;
    if (seen.attempts <= 0) this.#seen.delete(key);
  }

  /** Forgets all about a key. */
  forget(key: string): void {
    this.#seen.delete(key);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#seen.size;
  }
}
