import { OTHERS_TO_OWN, Pace } from './pace.ts';

/** So many requests and their answers lie together in the cache of an ordinary core. */
const MOST = 16;

/**
 * Where a group takes longer than so many milliseconds, fewer make one, for connections that wait are taken on one a turn; but it
 * may always take its share of the time of everything else since the last one, so that to refuse many leaves time to settle some.
 */
const TURN_MILLISECONDS = 4;

/**
 * Where requests wait to be settled: a group of up to sixteen each turn of the event loop, in the order in which they came. A group
 * is settled as a whole, then answered as a whole: each runs through much code, which pushes that of the other out of the
 * processor's cache, and a caller who is answered between two settlements is woken for every answer. Between two groups the loop
 * reads what has come, takes one new connection – Node takes one a turn – and does everything else.
 * A request alone waits for the end of the present turn, and for nothing else.
 */
export class SettlingQueue {
  readonly #now: () => number;
  readonly #waiting: (() => void)[] = [];
  /** Whether a turn is asked for. */
  #busy = false;
  /** How many the last group were, when they began, and when the group was answered; the end of the rest before the first. */
  #size = 0;
  #began = 0;
  #ended = 0;
  /** Of the last groups since nobody waited. */
  readonly #pace = new Pace();

  /** @param now milliseconds of a clock that is never set */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long, in milliseconds, who joined now would wait; 0 where nobody waited until now. */
  get milliseconds(): number {
    return this.#waiting.length * this.#pace.milliseconds;
  }

  /** Resolves when it is this request's turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#busy) return;
      this.#busy = true;
      this.#ended = this.#now();
      this.#ask();
    });
  }

  /** Asks for a turn, which comes after a whole round of the loop. What the first begins is done when the second is called. */
  #ask(): void {
    setImmediate(this.#next);
    setImmediate(this.#end);
  }

  readonly #next = (): void => {
    this.#began = this.#now();
    const group = this.#waiting.splice(0, this.#most(this.#began - this.#ended));
    this.#size = group.length;
    if (group.length > 0) {
      this.#ask();
      for (const begin of group) begin();
    } else {
      this.#busy = false;
      this.#pace.forget();
    }
  };

  /** How many may begin. @param others milliseconds that everything else took since the last group */
  #most(others: number): number {
    const pace = this.#pace.own;
    if (pace === 0) return MOST;
    const share = others / OTHERS_TO_OWN;
    const inTime = Math.floor(Math.max(TURN_MILLISECONDS, share) / pace);
    return Math.max(1, Math.min(inTime, Math.max(MOST, Math.floor(share / pace))));
  }

  readonly #end = (): void => {
    if (this.#size === 0) return;
    const now = this.#now();
    this.#pace.took(this.#size, now - this.#began, this.#began - this.#ended);
    [this.#size, this.#ended] = [0, now];
  };
}
