import { setImmediate as nextTurn } from 'node:timers/promises';
import { OVERLOADED } from '../problem.ts';

const CHECK_MILLISECONDS = 250;
const MEGABYTE = 1024 * 1024;

/** What an admission decides by. */
export interface AdmissionLimits {
  readonly memoryMegabytes: number;
  readonly evaluationMilliseconds: number;
}

/**
 * Refuses work that the process cannot take on. All that arrives while the event loop works lies ready when it turns again;
 * in an overload each turn grows longer and every answer later. So a turn settles claims for a bounded time and refuses
 * what else lies ready: those who are answered are answered soon, the others know at once. One long turn is no overload – rules
 * are compiled, memory is collected, the machine gives the processor to others –, only one long turn after another is. Above
 * a bound of resident memory everything is refused until it falls.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #now: () => number;
  readonly #memory: () => number;
  readonly #timer: NodeJS.Timeout;
  /** When the present turn admitted its first request; -1 before. */
  #turn = -1;
  /** Whether the turn before worked longer than it may. */
  #wasLong = false;
  #ended = 0;
  #full = false;
  #waiting = 0;
  #heavy: Promise<unknown> = Promise.resolve();
  readonly #endTurn = () => {
    this.#ended = this.#now();
    this.#wasLong = this.#ended - this.#turn > this.#limits.evaluationMilliseconds;
    this.#turn = -1;
  };

  constructor(
    limits: AdmissionLimits,
    now: () => number = () => performance.now(),
    memory: () => number = () => process.memoryUsage.rss(),
  ) {
    this.#limits = limits;
    this.#now = now;
    this.#memory = memory;
    this.#timer = setInterval(() => this.measure(), CHECK_MILLISECONDS).unref();
  }

  /** Whether memory is above its bound. */
  get full(): boolean {
    return this.#full;
  }

  /** Looks at the memory; done by itself four times a second. */
  measure(): void {
    this.#full = this.#memory() > this.#limits.memoryMegabytes * MEGABYTE;
  }

  /** @throws Refusal `overloaded` (503 with Retry-After) */
  admit(): void {
    if (this.#full) throw OVERLOADED;
    const now = this.#now();
    if (this.#turn < 0) {
      this.#turn = now;
      // After a rest the turn before tells nothing.
      if (now - this.#ended > this.#limits.evaluationMilliseconds) this.#wasLong = false;
      setImmediate(this.#endTurn);
    } else if (this.#wasLong && now - this.#turn > this.#limits.evaluationMilliseconds) throw OVERLOADED;
  }

  /**
   * Runs heavy work while no more than `most` are under way, one at a time and each in a turn of its own, so that everything
   * else waits for one piece of it at most.
   * @throws Refusal `overloaded`
   */
  async heavy<Result>(most: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#full || this.#waiting >= most) throw OVERLOADED;
    this.#waiting += 1;
    const turn = this.#heavy.then(() => nextTurn()).then(work);
    this.#heavy = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
