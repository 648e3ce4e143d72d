import { Refusal, refuse } from '../domain/refusal.ts';

/** Acts that may wait for their turn; whoever comes then is told to come again. */
const MOST_WAITING = 128;

/** Milliseconds after which a disk that does not answer is given up. */
const STALLED = 5_000;

/** Acts, one after another in the order they are asked for. */
export class ActQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #left: Promise<void> | null = null;

  /**
   * Does something when its turn comes.
   * @param onStall told where it takes so long that nobody waits for it any more
   * @throws Refusal `storeBusy` where too many wait; `storeStalled`
   */
  async add<Result>(work: () => Promise<Result>, onStall: () => void): Promise<Result> {
    if (this.#waiting >= MOST_WAITING) refuse('storeBusy', { seconds: 1 });
    this.#waiting += 1;
    const done = this.#last.then(() => this.#withinTime(work, onStall));
    this.#last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Comes when nothing is under way that anybody waits for. */
  async idle(): Promise<void> {
    await this.#last;
  }

  /** Comes when what was given up has ended all the same, which it may never do; null where nothing has been, or it has ended. */
  get left(): Promise<void> | null {
    return this.#left;
  }

  /** What a hanging disk would do later is not known: the store must not go on as if it had not happened. */
  async #withinTime<Result>(work: () => Promise<Result>, onStall: () => void): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const done = work();
    const stalled = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#leave(done);
        onStall();
        reject(new Refusal([{ code: 'storeStalled', severity: 'error', args: { seconds: STALLED / 1000 } }]));
      }, STALLED);
    });
    try {
      return await Promise.race([done, stalled]);
    } finally {
      clearTimeout(timer);
    }
  }

  #leave(done: Promise<unknown>): void {
    const ended = () => {
      this.#left = null;
    };
    this.#left = done.then(ended, ended);
  }
}
