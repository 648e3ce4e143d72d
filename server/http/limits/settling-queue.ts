/** So many requests and their answers lie together in the cache of an ordinary core. */
const MOST = 16;

/** Where a group takes longer than so many milliseconds, fewer make one: connections that wait are taken on one a turn. */
const TURN_MILLISECONDS = 4;

/** The pace is known from so many groups. */
const GROUPS = 8;

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
  /** When the last group began, and how many it were. */
  #began = 0;
  #size = 0;
  /** Milliseconds a request, reading and refusing others included, of the last groups since nobody waited. */
  #paces: number[] = [];
  #pace = 0;

  /** @param now milliseconds of a clock that is never set */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long, in milliseconds, who joined now would wait; 0 where nobody waited until now. */
  get milliseconds(): number {
    return this.#waiting.length * this.#pace;
  }

  /** Resolves when it is this request's turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#busy) return;
      this.#busy = true;
      setImmediate(this.#next);
    });
  }

  readonly #next = (): void => {
    const now = this.#now();
    if (this.#size > 0) this.#measure((now - this.#began) / this.#size);
    const group = this.#waiting.splice(0, Math.max(1, Math.min(MOST, Math.floor(TURN_MILLISECONDS / this.#pace))));
    this.#size = group.length;
    if (group.length === 0) {
      // After a rest the pace before tells nothing.
      [this.#busy, this.#paces, this.#pace] = [false, [], 0];
      return;
    }
    this.#began = now;
    for (const begin of group) begin();
    // An immediate asked for here comes after a whole round of the loop.
    setImmediate(this.#next);
  };

  /**
   * The pace is the mean of the last groups without the slowest of them: one slow group is no overload – rules are compiled,
   * memory is collected, the machine gives the processor to others –, only several are.
   */
  #measure(pace: number): void {
    this.#paces.push(pace);
    if (this.#paces.length > GROUPS) this.#paces.shift();
    let [sum, slowest] = [0, 0];
    for (const one of this.#paces) {
      sum += one;
      slowest = Math.max(slowest, one);
    }
    this.#pace = this.#paces.length === 1 ? 0 : (sum - slowest) / (this.#paces.length - 1);
  }
}
