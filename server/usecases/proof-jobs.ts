import type { Identity } from '../access/identify.ts';
import { refuse } from '../domain/refusal.ts';
import { isStopped, newWatch, type ProofProgress, type ProofWatch, progressIn, stopProof } from './proof-watch.ts';
import type { ProvableSide } from './prove.ts';

/** Proofs that wait for their turn. */
const MOST_WAITING = 16;

/** Of these one who is known, by their account or key, has so many waiting or at work: nobody takes all turns. */
const MOST_OWN = 6;

/** Proofs that are kept once they have ended, those of the longest ago forgotten first. */
const MOST_ENDED = 200;

/** Characters of what came of those, in all: a proof of a large change is a few hundred thousand. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** How long one proof may take; what is open then stays undecided. */
const MOST_MILLISECONDS = 60_000;

/** So much longer it may take to notice that its time is over; then the thread that works on it is ended. */
const GRACE_MILLISECONDS = 10_000;

/** The same once nobody wants it any more: its turn is another's soon. */
const LEAVE_MILLISECONDS = 1_000;

/** A proof in work, as plain data that goes to other threads. */
export interface SidesTask {
  readonly from: ProvableSide;
  readonly to: ProvableSide;
  /** Claim types that progress is told of. */
  readonly types: readonly string[];
  /** For how long it may go on. */
  readonly milliseconds: number;
  /** Where it tells how far it is and is told to stop. */
  readonly watch: ProofWatch;
}

/** A proof that was asked for, where it stands and what came of it. */
export interface ProofJob {
  readonly id: string;
  /** `failed`: by a fault of ours, which the log has under the job's id. */
  readonly status: 'waiting' | 'running' | 'ended' | 'failed';
  readonly progress: ProofProgress;
  /** What came out, as JSON; null until it has ended. */
  readonly body: string | null;
}

/** What proofs are made with. */
export interface ProofMeans {
  /** Does the work, elsewhere where there is another thread, which the signal ends; answers JSON of what was found. */
  readonly work: (task: SidesTask, overdue: AbortSignal) => Promise<string>;
  /** Proofs at work at once: each keeps one core busy. */
  readonly atOnce: number;
  /** An id that nobody guesses. */
  readonly newId: () => string;
  /** Told of what should never happen, with the id of the proof that it happened to. */
  readonly fault: (id: string, error: unknown) => void;
  /** Calls something after a while, unless what it returns is called before. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

type Job = { -readonly [Key in 'status' | 'body']: ProofJob[Key] } & {
  readonly id: string;
  readonly owner: string;
  readonly task: SidesTask;
  /** Ends the thread that works on it. */
  readonly overdue: AbortController;
};

/**
 * Proofs that people and programs have asked for. They live as long as the process: who asks again gets what is remembered.
 * Whoever has none at work goes before those who have.
 */
export class ProofJobs {
  readonly #means: ProofMeans;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  #running = 0;

  constructor(means: ProofMeans) {
    this.#means = means;
  }

  /**
   * Begins a proof; one that is remembered has ended soon.
   * @throws Refusal `overloaded` where too many wait, or too many of one person or key
   */
  begin(identity: Identity, from: ProvableSide, to: ProvableSide): ProofJob {
    if (this.#running >= this.#means.atOnce && this.#waiting.length >= MOST_WAITING) return refuse('overloaded');
    const owner = ownerOf(identity);
    if (identity.kind !== 'open' && this.#openOf(owner) >= MOST_OWN) return refuse('overloaded');
    const id = this.#means.newId();
    const job: Job = {
      id,
      owner,
      status: 'waiting',
      body: null,
      task: taskOf(from, to),
      overdue: new AbortController(),
    };
    this.#jobs.set(id, job);
    this.#waiting.push(job);
    this.#next();
    return shown(job);
  }

  /** @throws Refusal `hidden` where there is none, or it is another's */
  of(identity: Identity, id: string): ProofJob {
    return shown(this.#of(identity, id));
  }

  /** Ends a proof; one that has ended is forgotten. @throws Refusal `hidden` */
  cancel(identity: Identity, id: string): void {
    const job = this.#of(identity, id);
    this.#jobs.delete(id);
    stopProof(job.task.watch);
    const at = this.#waiting.indexOf(job);
    if (at !== -1) this.#waiting.splice(at, 1);
    else if (job.status === 'running') this.#means.after(LEAVE_MILLISECONDS, () => job.overdue.abort());
  }

  /** Ends all that is at work, as the service takes leave. */
  close(): void {
    this.#waiting.length = 0;
    for (const { task } of this.#jobs.values()) stopProof(task.watch);
  }

  #of(identity: Identity, id: string): Job {
    const job = this.#jobs.get(id);
    return job === undefined || job.owner !== ownerOf(identity) ? refuse('hidden') : job;
  }

  #openOf(owner: string): number {
    const isOpen = ({ status }: Job) => status === 'waiting' || status === 'running';
    return [...this.#jobs.values()].filter((job) => job.owner === owner && isOpen(job)).length;
  }

  #next(): void {
    if (this.#running >= this.#means.atOnce) return;
    const busy = new Set(
      [...this.#jobs.values()].filter(({ status }) => status === 'running').map(({ owner }) => owner),
    );
    const at = this.#waiting.findIndex(({ owner }) => !busy.has(owner));
    const [job] = this.#waiting.splice(Math.max(0, at), 1);
    if (job !== undefined) void this.#run(job);
  }

  async #run(job: Job): Promise<void> {
    this.#running += 1;
    job.status = 'running';
    const { work, after, fault } = this.#means;
    const rest = after(MOST_MILLISECONDS + GRACE_MILLISECONDS, () => job.overdue.abort());
    try {
      job.body = await work(job.task, job.overdue.signal);
      job.status = 'ended';
    } catch (error) {
      job.status = 'failed';
      if (!isStopped(job.task.watch)) fault(job.id, error);
    } finally {
      rest();
      this.#running -= 1;
      this.#forget();
      this.#next();
    }
  }

  #forget(): void {
    const ended = [...this.#jobs.values()].filter(({ status }) => status === 'ended' || status === 'failed');
    let characters = 0;
    for (const [index, { id, body }] of ended.reverse().entries()) {
      characters += body?.length ?? 0;
      // The newest is kept, however long it is.
      if (index > 0 && (index >= MOST_ENDED || characters > MOST_CHARACTERS)) this.#jobs.delete(id);
    }
  }
}

function shown({ id, status, body, task }: Job): ProofJob {
  return { id, status, progress: progressIn(task.watch, task.types), body };
}

function taskOf(from: ProvableSide, to: ProvableSide): SidesTask {
  const types = new Set([...from.rules.effective.claims.keys(), ...to.rules.effective.claims.keys()]);
  const [plainFrom, plainTo] = [plainSide(from), plainSide(to)];
  return { from: plainFrom, to: plainTo, types: [...types], milliseconds: MOST_MILLISECONDS, watch: newWatch() };
}

/** What a proof needs of a side: what else rules have, functions among it, goes to no other thread. */
function plainSide({ reference, label, date, rules: { name, effective } }: ProvableSide): ProvableSide {
  return { reference, label, date, rules: { name, effective } };
}

/** Whose a proof is: a draft's text may be in it, which is nobody else's to read. */
function ownerOf(identity: Identity): string {
  if (identity.kind === 'person') return `person ${identity.staffNumber}`;
  return identity.kind === 'key' ? `key ${identity.name}` : 'open';
}
