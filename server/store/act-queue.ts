import { Refusal, refuse } from '../domain/refusal.ts';

/** Acts that may wait for their turn; whoever comes then is told to come again. */
const MOST_WAITING = 128;

/** Milliseconds after which a disk that does not answer is given up. */
const STALLED = 5_000;

/** Acts, one after another in the order they are asked for. */
export class ActQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /**
   * Does something when its turn comes.
   * @param onStall told where it takes so long that nobody waits for it any more
   * @throws Refusal `storeBusy` where too many wait; `storeStalled`
   */
  async add<Result>(work: () => Promise<Result>, onStall: () => void): Promise<Result> {
    if (this.#waiting >= MOST_WAITING) refuse('storeBusy', { seconds: 1 });
    this.#waiting += 1;
    const done = this.#last.then(() => withinTime(work, onStall));
    this.#last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Comes when nothing is under way. */
  async idle(): Promise<void> {
    await this.#last;
  }
}

/** What a hanging disk would do later is not known: the store must not go on as if it had not happened. */
async function withinTime<Result>(work: () => Promise<Result>, onStall: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onStall();
      reject(new Refusal([{ code: 'storeStalled', severity: 'error', args: { seconds: STALLED / 1000 } }]));
    }, STALLED);
  });
  try {
    return await Promise.race([work(), stalled]);
  } finally {
    clearTimeout(timer);
  }
}
