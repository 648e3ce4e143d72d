import { Pace } from './pace.ts';

/** How long arrays may keep the thread from its other work at a stretch. */
const TURN_MILLISECONDS = 8;

/** An array of claims under way. */
export interface ArrayPlace {
  /** Whether it is over: it was left, or its caller is gone. */
  readonly over: boolean;
  /** What it waits for before its next claim; null where it may go on at once. */
  turn(): Promise<void> | null;
  /** One of its claims is done. */
  settled(): void;
  /** It waits for something else than its turn: whoever came next may go on meanwhile. */
  aside(): void;
  /** It needs no more turns, and what it had still to settle counts no more. Who waits for a turn is called at once. */
  leave(): void;
}

/**
 * Where arrays of claims wait to be settled: the one that came first goes on until it is done, then the next, for 8 ms of each
 * round of the event loop, so that everything else has its turn in each. Were they taken round about, all would be late together
 * wherever there are more than can be done.
 */
export class ArrayQueue {
  readonly #now: () => number;
  readonly #pace = new Pace();
  /** In the order in which they came, whenever they began to wait. */
  readonly #waiting: Place[] = [];
  #places = 0;
  #came = 0;
  /** Characters of the claims that arrays under way have still to settle. */
  #left = 0;
  /** Whose turn it is, and until when there may be further claims in this round. */
  #holder: Place | null = null;
  #until = 0;
  /** Whether a round is asked for; when the last began and ended, and the characters of what was settled in it. */
  #busy = false;
  #began = 0;
  #ended = 0;
  #settled = 0;

  /** @param now milliseconds of a clock that is never set */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How long, in milliseconds, an array that came now would wait to begin; 0 where there was none until now. */
  get milliseconds(): number {
    return this.millisecondsOf(this.#left);
  }

  /** How long an array of so many characters takes at the pace of the last ones; 0 where there were none. Nothing else is known of it before it is read. */
  millisecondsOf(characters: number): number {
    return characters * this.#pace.milliseconds;
  }

  /**
   * An array comes.
   * @param claims how many of it are settled by this thread
   * @param characters of each
   */
  join(claims: number, characters: number): ArrayPlace {
    this.#places += 1;
    this.#left += claims * characters;
    this.#came += 1;
    return new Place(this.#came, claims * characters, {
      wait: (place) => this.#wait(place),
      settled: (place) => {
        place.left -= characters;
        this.#left -= characters;
        this.#settled += characters;
      },
      aside: (place) => this.#handOn(place),
      leave: (place) => this.#leave(place),
    });
  }

  #wait(place: Place): Promise<void> | null {
    const isFree = this.#holder === place || (this.#holder === null && this.#waiting.length === 0);
    if (isFree && this.#now() < this.#until) {
      this.#holder = place;
      return null;
    }
    if (this.#holder === place) this.#holder = null;
    return new Promise((resolve) => {
      place.go = resolve;
      const later = this.#waiting.findIndex(({ came }) => came > place.came);
      this.#waiting.splice(later === -1 ? this.#waiting.length : later, 0, place);
      if (this.#busy) return;
      [this.#busy, this.#ended] = [true, this.#now()];
      this.#ask();
    });
  }

  #handOn(place: Place): void {
    if (this.#holder !== place) return;
    this.#holder = null;
    if (this.#now() < this.#until) this.#call();
  }

  #leave(place: Place): void {
    this.#places -= 1;
    // Where nobody is left, no remainder of fractions is either.
    this.#left = this.#places === 0 ? 0 : this.#left - place.left;
    const at = this.#waiting.indexOf(place);
    if (at !== -1) this.#waiting.splice(at, 1);
    place.go?.();
    this.#handOn(place);
    if (this.#places === 0 && !this.#busy) this.#pace.forget();
  }

  #call(): void {
    this.#holder = this.#waiting.shift() ?? null;
    this.#holder?.go?.();
  }

  /** Asks for a round, which comes after a whole one of the loop. What the first begins is done when the second is called. */
  #ask(): void {
    setImmediate(this.#begin);
    setImmediate(this.#end);
  }

  readonly #begin = (): void => {
    this.#began = this.#now();
    this.#until = this.#began + TURN_MILLISECONDS;
    this.#settled = 0;
    this.#call();
  };

  readonly #end = (): void => {
    const now = this.#now();
    if (this.#settled > 0) this.#pace.took(this.#settled, now - this.#began, this.#began - this.#ended);
    [this.#holder, this.#until, this.#ended] = [null, 0, now];
    this.#busy = this.#waiting.length > 0;
    if (this.#busy) this.#ask();
    else if (this.#places === 0) this.#pace.forget();
  };
}

/** What a place asks of its queue. */
interface Doors {
  wait(place: Place): Promise<void> | null;
  settled(place: Place): void;
  aside(place: Place): void;
  leave(place: Place): void;
}

class Place implements ArrayPlace {
  /** Calls who waits. */
  go: (() => void) | null = null;
  over = false;
  readonly came: number;
  /** Characters. */
  left: number;
  readonly #doors: Doors;

  constructor(came: number, left: number, doors: Doors) {
    [this.came, this.left, this.#doors] = [came, left, doors];
  }

  turn(): Promise<void> | null {
    return this.over ? null : this.#doors.wait(this);
  }

  settled(): void {
    if (!this.over) this.#doors.settled(this);
  }

  aside(): void {
    this.#doors.aside(this);
  }

  leave(): void {
    if (this.over) return;
    this.over = true;
    this.#doors.leave(this);
  }
}
