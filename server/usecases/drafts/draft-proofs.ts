import { Refusal } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { GroundProof, TextToExamine } from '../office/text-workshop.ts';

/** How long the proof of a draft may take in all; what is open then stays undecided. */
const MOST_MILLISECONDS = 20_000;

/** So much longer it may take to notice that it is over; then whoever works on it is ended. */
const GRACE_MILLISECONDS = 10_000;

/** How long a submission waits for it, in the queue too. */
const MOST_WAITING_MILLISECONDS = 30_000;

/** Drafts whose proof is remembered, those of the longest ago forgotten first; and drafts that may wait for their turn. */
const MOST_KEPT = 200;
const MOST_WAITING = 16;

/** A proof in work: what it is of, for how long it may go on, and where it is told to stop, from any thread. */
export interface ProofTask {
  readonly asked: TextToExamine;
  readonly milliseconds: number;
  /** One cell over shared memory: 1 once nobody wants it any more. */
  readonly stop: Int32Array;
}

/** How a draft's proof stands. */
export interface DraftProof {
  /** `invalid`: the text settles nothing yet; `failed`: a fault of ours, which proves nothing. */
  readonly status: 'waiting' | 'running' | 'ended' | 'invalid' | 'failed';
  /** What came out, as JSON; null until it has ended. */
  readonly body: string | null;
}

/** What such proofs are made with. */
export interface DraftProofMeans {
  /** Does the work, elsewhere where there is another thread, which the signal ends; answers JSON of what was found. */
  readonly work: (task: ProofTask, overdue: AbortSignal) => Promise<string>;
  /** Identifies what is published: another value, and proofs are of other ground. */
  readonly ground: () => unknown;
  readonly fault: (error: unknown) => void;
  /** Calls something after a while, unless what it returns is called before. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

type Job = { -readonly [Key in keyof DraftProof]: DraftProof[Key] } & {
  readonly textHash: string;
  readonly ground: unknown;
  readonly task: ProofTask;
  readonly done: Promise<void>;
  readonly end: () => void;
};

/**
 * The proofs of drafts, one of each draft: of its present text, on what is published now. A newer text of the same draft ends
 * the older one's. One is at work at a time, and what is submitted goes before what is only being written.
 */
export class DraftProofs {
  readonly #means: DraftProofMeans;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  #isBusy = false;

  constructor(means: DraftProofMeans) {
    this.#means = means;
  }

  /** How the proof of a draft's text stands; it is begun where it is not at work, unless too many wait. */
  of(draft: string, asked: TextToExamine): DraftProof {
    return this.#jobOf(draft, asked, false) ?? { status: 'waiting', body: null };
  }

  /**
   * What is found of a text that is put forward, waited for.
   * @returns `undecided` grounds are of work that came to its end; none at all where it took too long or failed
   */
  async found(draft: string, asked: TextToExamine): Promise<readonly GroundProof[]> {
    const job = this.#jobOf(draft, asked, true);
    if (job === null) return [];
    let rest = () => {};
    const late = new Promise<void>((resolve) => {
      rest = this.#means.after(MOST_WAITING_MILLISECONDS, resolve);
    });
    await Promise.race([job.done, late]);
    rest();
    return job.body === null ? [] : groundsIn(job.body);
  }

  /** Ends all that is at work, as the service takes leave. */
  close(): void {
    for (const job of [...this.#jobs.values()]) this.#stop(job);
  }

  #jobOf(draft: string, asked: TextToExamine, isUrgent: boolean): Job | null {
    const textHash = sha256(asked.text);
    const known = this.#jobs.get(draft);
    if (known !== undefined && this.#isStillOf(known, textHash, isUrgent)) {
      if (isUrgent && this.#leaveQueue(known)) this.#waiting.unshift(known);
      return known;
    }
    if (known !== undefined) this.#stop(known);
    if (!isUrgent && this.#waiting.length >= MOST_WAITING) return null;
    const job = newJob(textHash, this.#means.ground(), asked);
    this.#jobs.delete(draft);
    this.#jobs.set(draft, job);
    if (isUrgent) this.#waiting.unshift(job);
    else this.#waiting.push(job);
    this.#forget();
    void this.#next();
    return job;
  }

  /** What is put forward once more has its time once more. */
  #isStillOf(job: Job, textHash: string, isUrgent: boolean): boolean {
    const isSame = job.textHash === textHash && job.ground === this.#means.ground();
    return isSame && !(isUrgent && (job.status === 'failed' || wasStopped(job)));
  }

  #stop(job: Job): void {
    Atomics.store(job.task.stop, 0, 1);
    if (!this.#leaveQueue(job)) return;
    job.status = 'failed';
    job.end();
  }

  #leaveQueue(job: Job): boolean {
    const at = this.#waiting.indexOf(job);
    if (at !== -1) this.#waiting.splice(at, 1);
    return at !== -1;
  }

  async #next(): Promise<void> {
    const job = this.#isBusy ? undefined : this.#waiting.shift();
    if (job === undefined) return;
    this.#isBusy = true;
    job.status = 'running';
    const overdue = new AbortController();
    const rest = this.#means.after(MOST_MILLISECONDS + GRACE_MILLISECONDS, () => overdue.abort());
    try {
      job.body = await this.#means.work(job.task, overdue.signal);
      job.status = 'ended';
    } catch (error) {
      job.status = error instanceof Refusal ? 'invalid' : 'failed';
      const isWanted = Atomics.load(job.task.stop, 0) === 0;
      if (isWanted && !(error instanceof Refusal)) this.#means.fault(error);
    } finally {
      rest();
      this.#isBusy = false;
      job.end();
      void this.#next();
    }
  }

  #forget(): void {
    const ended = [...this.#jobs].filter(([, { status }]) => status !== 'waiting' && status !== 'running');
    for (const [draft] of ended.slice(0, Math.max(0, this.#jobs.size - MOST_KEPT))) this.#jobs.delete(draft);
  }
}

function newJob(textHash: string, ground: unknown, asked: TextToExamine): Job {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: ProofTask = { asked, milliseconds: MOST_MILLISECONDS, stop };
  return { status: 'waiting', body: null, textHash, ground, task, done, end };
}

function groundsIn(body: string): readonly GroundProof[] {
  return (JSON.parse(body) as { readonly grounds: readonly GroundProof[] }).grounds;
}

function wasStopped({ body }: Job): boolean {
  return body !== null && groundsIn(body).some(({ reasons }) => reasons.includes('stopped'));
}
