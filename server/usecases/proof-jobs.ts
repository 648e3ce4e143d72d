import type { Identity } from '../access/identify.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import { refuse } from '../domain/refusal.ts';
import type { Side } from './compared/side.ts';
import { type ComparedProof, ProofMemory, prove } from './prove.ts';

/** Proofs at work at once: each keeps one core busy. */
const AT_ONCE = 2;

/** Proofs that wait for their turn. */
const MOST_WAITING = 16;

/** Of these one who is known, by their account or key, has so many waiting or at work: nobody takes all turns. */
const MOST_OWN = 6;

/** Proofs that are kept once they have ended, those of the longest ago forgotten first. */
const MOST_ENDED = 200;

/** How long one proof may take; what is open then stays undecided. */
const MOST_MILLISECONDS = 60_000;

/** A proof that was asked for, where it stands and what came of it. */
export interface ProofJob {
  readonly id: string;
  readonly status: 'waiting' | 'running' | 'ended' | 'failed';
  /** Kinds of claims that are decided, of how many, and of what type the last one was. */
  readonly progress: { readonly done: number; readonly of: number | null; readonly claimType: string | null };
  /** Null until it has ended. */
  readonly proof: ComparedProof | null;
}

/** What proofs are made with. */
export interface ProofMeans {
  readonly solver: Solver | null;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** An id that nobody guesses. */
  readonly newId: () => string;
  /** Told of what should never happen. */
  readonly fault: (error: unknown) => void;
  /** Ends a proof that takes too long; milliseconds. */
  readonly until: (milliseconds: number, end: () => void) => () => void;
}

type Job = { -readonly [Key in keyof ProofJob]: ProofJob[Key] } & {
  readonly owner: string;
  readonly stop: AbortController;
};

/** Proofs that people and programs have asked for. They live as long as the process: who asks again gets what is remembered. */
export class ProofJobs {
  readonly #means: ProofMeans;
  readonly #memory = new ProofMemory();
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: { readonly job: Job; readonly run: () => void }[] = [];
  #running = 0;

  constructor(means: ProofMeans) {
    this.#means = means;
  }

  /**
   * Begins a proof, or answers one that is remembered as ended at once.
   * @throws Refusal `overloaded` where too many wait, or too many of one person or key
   */
  begin(identity: Identity, from: Side, to: Side): ProofJob {
    if (this.#running >= AT_ONCE && this.#waiting.length >= MOST_WAITING) return refuse('overloaded');
    const owner = ownerOf(identity);
    if (identity.kind !== 'open' && this.#openOf(owner) >= MOST_OWN) return refuse('overloaded');
    const job: Job = {
      id: this.#means.newId(),
      owner,
      status: 'waiting',
      progress: { done: 0, of: null, claimType: null },
      proof: null,
      stop: new AbortController(),
    };
    this.#jobs.set(job.id, job);
    this.#waiting.push({ job, run: () => void this.#run(job, from, to) });
    this.#next();
    return job;
  }

  /** @throws Refusal `hidden` where there is none, or it is another's */
  of(identity: Identity, id: string): ProofJob {
    return this.#of(identity, id);
  }

  /** Ends a proof; one that has ended is forgotten. @throws Refusal `hidden` */
  cancel(identity: Identity, id: string): void {
    const job = this.#of(identity, id);
    job.stop.abort();
    this.#jobs.delete(id);
    const at = this.#waiting.findIndex((one) => one.job === job);
    if (at !== -1) this.#waiting.splice(at, 1);
  }

  /** Ends all that is at work, as the service takes leave. */
  close(): void {
    for (const { stop } of this.#jobs.values()) stop.abort();
    this.#waiting.length = 0;
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
    if (this.#running >= AT_ONCE) return;
    this.#waiting.shift()?.run();
  }

  async #run(job: Job, from: Side, to: Side): Promise<void> {
    this.#running += 1;
    const { solver, pause, until, fault } = this.#means;
    const rest = until(MOST_MILLISECONDS, () => job.stop.abort());
    try {
      job.status = 'running';
      const proof = await prove(from, to, {
        solver,
        goOn: async () => {
          await pause();
          return true;
        },
        memory: this.#memory,
        signal: job.stop.signal,
        progress: (done, of, claimType) => {
          job.progress = { done, of, claimType };
        },
      });
      [job.status, job.proof] = ['ended', proof];
    } catch (error) {
      job.status = 'failed';
      fault(error);
    } finally {
      rest();
      this.#running -= 1;
      this.#forget();
      this.#next();
    }
  }

  #forget(): void {
    const ended = [...this.#jobs.values()].filter(({ status }) => status === 'ended' || status === 'failed');
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_ENDED))) this.#jobs.delete(id);
  }
}

/** Whose a proof is: a draft's text may be in it, which is nobody else's to read. */
function ownerOf(identity: Identity): string {
  if (identity.kind === 'person') return `person ${identity.staffNumber}`;
  return identity.kind === 'key' ? `key ${identity.name}` : 'open';
}
