import type { Identity } from '../access/identify.ts';
import { refuse } from '../domain/refusal.ts';
import type { KeptJob, KeptProofs } from './kept-proofs.ts';
import { isOutOfMemory } from './out-of-memory.ts';
import { isStopped, newWatch, type ProofProgress, type ProofWatch, progressIn, stopProof } from './proof-watch.ts';
import type { ComparedProof, ProvableSide } from './prove.ts';

/** Proofs that wait for their turn. */
const MOST_WAITING = 16;

/** Of these one who is known, by their account or key, has so many waiting or at work: nobody takes all turns. */
const MOST_OWN = 6;

/** Proofs that have ended and could not be written down: those of the longest ago are forgotten first. */
const MOST_UNWRITTEN = 50;

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
  readonly status: 'waiting' | 'running' | 'ended' | 'failed';
  /**
   * Why it failed: by a fault of ours, or for want of memory, which the log has under the job's id; or the service was started
   * anew before it had ended. Null where it has not failed.
   */
  readonly problem: 'internalError' | 'proofTooLarge' | 'proofCutOff' | null;
  readonly progress: ProofProgress;
  /** What came out, as JSON; null until it has ended. */
  readonly body: string | null;
}

/** What proofs are made with. */
export interface ProofMeans {
  /** Does the work, elsewhere where there is another thread, which the signal ends. */
  readonly work: (task: SidesTask, overdue: AbortSignal) => Promise<ComparedProof>;
  /** What was found, as JSON for whoever asked. */
  readonly answer: (found: ComparedProof) => string;
  /** Whether somebody may read the rules of all these jurisdictions. */
  readonly mayRead: (identity: Identity, codes: readonly string[]) => Promise<boolean>;
  /** What outlasts the process. */
  readonly kept: KeptProofs;
  /** Proofs at work at once: each keeps one core busy. */
  readonly atOnce: number;
  /** An id that nobody guesses. */
  readonly newId: () => string;
  /** Told of what should never happen, with the id of the proof that it happened to. */
  readonly fault: (id: string, error: unknown) => void;
  /** Calls something after a while, unless what it returns is called before. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

type Job = { -readonly [Key in 'status' | 'problem' | 'body']: ProofJob[Key] } & {
  readonly id: string;
  readonly owner: string;
  /** Whose rules its sides are, by their codes. */
  readonly places: readonly string[];
  readonly task: SidesTask;
  /** Ends the thread that works on it. */
  readonly overdue: AbortController;
  /** Comes once its end has been written down, as far as it could be. */
  written: Promise<void>;
};

/**
 * Proofs that people and programs have asked for. What is remembered has ended at once. What has ended is written down, and
 * read by whoever asked, for a week and over restarts; what had not ended before a restart says so.
 * Whoever has none at work goes before those who have.
 */
export class ProofJobs {
  readonly #means: ProofMeans;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  #running = 0;
  #isClosed = false;

  constructor(means: ProofMeans) {
    this.#means = means;
  }

  /**
   * Begins a proof; one that is remembered has ended.
   * @throws Refusal `overloaded` where too many wait, or too many of one person or key, or the service takes leave
   */
  async begin(identity: Identity, from: ProvableSide, to: ProvableSide): Promise<ProofJob> {
    const job = this.#newJob(ownerOf(identity), from, to);
    const known = await this.#remembered(from, to);
    // What would be begun now nobody would end.
    if (this.#isClosed) refuse('overloaded');
    if (known === null) {
      this.#admit(identity, job.owner);
      this.#waiting.push(job);
    } else [job.status, job.body] = ['ended', known];
    this.#jobs.set(job.id, job);
    this.#next();
    // Written down before anybody hears of it: after a restart it is at least known to have been cut off.
    await this.#write(job);
    return shown(job);
  }

  /**
   * @throws Refusal `hidden` where there is none, or it is another's; of what nobody in particular began, where it is of rules that
   *   who asks may not read
   */
  async of(identity: Identity, id: string): Promise<ProofJob> {
    const job = this.#jobs.get(id);
    if (job !== undefined) {
      if (!(await this.#isFor(job, identity))) return refuse('hidden');
      // Nobody hears that it has ended before that is written down.
      await job.written;
      return shown(job);
    }
    const kept = await this.#means.kept.job(id);
    return kept === null || !(await this.#isFor(kept, identity)) ? refuse('hidden') : shownKept(kept);
  }

  /** Ends a proof of one's own; one that has ended is forgotten. @throws Refusal `hidden` */
  async cancel(identity: Identity, id: string): Promise<void> {
    const begun = this.#jobs.get(id) ?? (await this.#means.kept.job(id));
    if (begun?.owner !== ownerOf(identity)) refuse('hidden');
    // What is just being written down is forgotten thereafter.
    await this.of(identity, id);
    const job = this.#jobs.get(id);
    if (job !== undefined) this.#leave(job);
    await this.#means.kept.forgetJob(id);
  }

  /** Ends all that is at work, as the service takes leave, and waits until what had ended is written down. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting.length = 0;
    for (const { task } of this.#jobs.values()) stopProof(task.watch);
    await this.#means.kept.close();
  }

  #newJob(owner: string, from: ProvableSide, to: ProvableSide): Job {
    const [id, task] = [this.#means.newId(), taskOf(from, to)];
    return {
      id,
      owner,
      places: [from, to].map(({ rules }) => rules.name.jurisdiction),
      status: 'waiting',
      problem: null,
      body: null,
      task,
      overdue: new AbortController(),
      written: Promise.resolve(),
    };
  }

  #admit(identity: Identity, owner: string): void {
    if (this.#running >= this.#means.atOnce && this.#waiting.length >= MOST_WAITING) refuse('overloaded');
    if (identity.kind !== 'open' && this.#openOf(owner) >= MOST_OWN) refuse('overloaded');
  }

  #openOf(owner: string): number {
    const isOpen = ({ status }: Job) => status === 'waiting' || status === 'running';
    return [...this.#jobs.values()].filter((job) => job.owner === owner && isOpen(job)).length;
  }

  /** What is remembered of two sides, as it is answered; what cannot be told of it is found out anew. */
  async #remembered(from: ProvableSide, to: ProvableSide): Promise<string | null> {
    try {
      const found = await this.#means.kept.found(from, to);
      return found === null ? null : this.#means.answer(found);
    } catch (error) {
      this.#means.fault('rememberedProof', error);
      return null;
    }
  }

  /** Whether somebody may see a proof; what nobody in particular began is for whoever has its address and may read such rules. */
  async #isFor({ owner, places }: Pick<KeptJob, 'owner' | 'places'>, identity: Identity): Promise<boolean> {
    if (owner === ownerOf(identity)) return true;
    if (owner !== NOBODY) return false;
    const isLimited = identity.kind === 'key' && identity.jurisdictions !== null;
    return places === undefined ? !isLimited : this.#means.mayRead(identity, places);
  }

  #leave(job: Job): void {
    this.#jobs.delete(job.id);
    stopProof(job.task.watch);
    const at = this.#waiting.indexOf(job);
    if (at !== -1) this.#waiting.splice(at, 1);
    else if (job.status === 'running') this.#means.after(LEAVE_MILLISECONDS, () => job.overdue.abort());
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
    const { work, answer, kept, after, fault } = this.#means;
    const rest = after(MOST_MILLISECONDS + GRACE_MILLISECONDS, () => job.overdue.abort());
    try {
      const found = await work(job.task, job.overdue.signal);
      const body = answer(found);
      if (!isStopped(job.task.watch)) await kept.keepFound(job.task.from, job.task.to, found);
      [job.status, job.body] = ['ended', body];
    } catch (error) {
      const why = isOutOfMemory(error) ? 'proofTooLarge' : 'internalError';
      [job.status, job.problem] = ['failed', this.#isClosed ? 'proofCutOff' : why];
      if (!isStopped(job.task.watch)) fault(job.id, error);
    } finally {
      rest();
      this.#running -= 1;
      this.#next();
    }
    // What ends because the service takes leave was cut off: nothing is kept any more.
    job.written = this.#write(job);
  }

  /** Writes down how a proof stands; one that has ended is read from there, unless that failed. */
  async #write(job: Job): Promise<void> {
    if (this.#jobs.get(job.id) !== job) return;
    const { id, owner, places, problem, body } = job;
    const status = job.status === 'ended' || job.status === 'failed' ? job.status : 'open';
    const { progress } = shown(job);
    const isWritten = await this.#means.kept.keepJob({ id, owner, places, status, problem, progress, body });
    if (status === 'open') return;
    if (isWritten) this.#jobs.delete(id);
    else this.#forgetUnwritten();
  }

  #forgetUnwritten(): void {
    const ended = [...this.#jobs.values()].filter(({ status }) => status === 'ended' || status === 'failed');
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_UNWRITTEN))) this.#jobs.delete(id);
  }
}

function shown({ id, status, problem, body, task }: Job): ProofJob {
  return { id, status, problem, progress: progressIn(task.watch, task.types), body };
}

/** What an earlier process has written down: what had not ended then never will. */
function shownKept({ id, status, problem, progress, body }: KeptJob): ProofJob {
  if (status === 'open') return { id, status: 'failed', problem: 'proofCutOff', progress, body: null };
  return { id, status, problem: status === 'failed' ? (problem ?? 'internalError') : null, progress, body };
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

/** Who began what was begun without a key or a session. */
const NOBODY = 'open';

/** Whose a proof is: a draft's text may be in it, which is nobody else's to read. */
function ownerOf(identity: Identity): string {
  if (identity.kind === 'person') return `person ${identity.staffNumber}`;
  return identity.kind === 'key' ? `key ${identity.name}` : NOBODY;
}
