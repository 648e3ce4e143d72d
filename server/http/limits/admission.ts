import { setImmediate as nextTurn } from 'node:timers/promises';
import { OVERLOADED } from '../problem.ts';
import type { ArrayQueue } from './array-queue.ts';
import type { SettlingQueue } from './settling-queue.ts';

const CHECK_MILLISECONDS = 250;
const MEGABYTE = 1024 * 1024;

/** What an admission decides by. */
export interface AdmissionLimits {
  readonly memoryMegabytes: number;
  readonly evaluationMilliseconds: number;
}

/**
 * Refuses work that the process cannot take on: claims that would wait longer than they may for their turn, so that who is
 * answered is answered soon and the others know at once; and above a bound of resident memory everything, until it falls.
 */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #queue: Pick<SettlingQueue, 'milliseconds'>;
  readonly #arrays: Pick<ArrayQueue, 'milliseconds' | 'millisecondsOf'>;
  readonly #memory: () => number;
  readonly #timer: NodeJS.Timeout;
  #full = false;
  #waiting = 0;
  #heavy: Promise<unknown> = Promise.resolve();

  constructor(
    limits: AdmissionLimits,
    queue: Pick<SettlingQueue, 'milliseconds'>,
    arrays: Pick<ArrayQueue, 'milliseconds' | 'millisecondsOf'>,
    memory: () => number = () => process.memoryUsage.rss(),
  ) {
    this.#limits = limits;
    this.#queue = queue;
    this.#arrays = arrays;
    this.#memory = memory;
    // Now as well: what comes before the first look of the timer is held to the same bound.
    this.measure();
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

  /** Whether a claim that came now would have to wait too long, or memory is above its bound. */
  get isOver(): boolean {
    return this.#full || this.#queue.milliseconds > this.#limits.evaluationMilliseconds;
  }

  /** @throws Refusal `overloaded` (503 with Retry-After) */
  admit(): void {
    if (this.isOver) throw OVERLOADED;
  }

  /**
   * Admits an array while those before it do not take longer than a claim may wait and the array itself takes: one alone is never
   * refused, and of two long ones neither. Single claims have a turn of their own beside arrays, and are not asked for this.
   * @param characters how long it is
   * @throws Refusal `overloaded`
   */
  admitArray(characters: number): void {
    const mayWait = this.#limits.evaluationMilliseconds + this.#arrays.millisecondsOf(characters);
    if (this.#arrays.milliseconds > mayWait) throw OVERLOADED;
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
