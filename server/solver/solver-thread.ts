import { Worker } from 'node:worker_threads';
import type { Solver, SolverAnswer, SolverOptions } from '../analysis/proof/solver.ts';
import type { SolverReady, SolverReply, SolverRequest } from './z3.ts';

/** Beyond the time that a query was given, z3 has so long to say so before its thread is ended. */
const GRACE_MILLISECONDS = 2_000;

/** z3 starts in this time, also on a busy machine. */
const START_MILLISECONDS = 30_000;

/** A query that is not answered yet. */
interface Waiting {
  readonly id: number;
  /** Milliseconds that it may take once z3 is loaded. */
  readonly most: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (answer: SolverAnswer) => void;
}

/**
 * A solver in a thread of its own, started when it is first asked: it holds memory, and some of its work cannot be
 * interrupted. Ending the thread is always safe; the next query starts another.
 */
export class SolverThread implements Solver {
  readonly #script: URL;
  readonly #megabytes: number | undefined;
  #thread: Worker | null = null;
  #isReady = false;
  #asked = 0;
  #waiting: Waiting | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param script the bundle that the thread runs
   * @param megabytes that z3 may take; 400 unless given
   */
  constructor(script: URL, megabytes?: number) {
    this.#script = script;
    this.#megabytes = megabytes;
  }

  /** One query at a time: z3 has one lock for all. */
  check(text: string, amounts: readonly string[], options: SolverOptions): Promise<SolverAnswer> {
    const answer = this.#turn.then(() => this.#ask({ id: this.#nextId(), text, amounts, options }));
    this.#turn = answer;
    return answer;
  }

  /** Ends the thread; a query that it works on is answered with `unknown`. */
  async close(): Promise<void> {
    const thread = this.#thread;
    [this.#thread, this.#isReady] = [null, false];
    this.#settle({ answer: 'unknown', reason: 'closed' });
    await thread?.terminate();
  }

  #nextId(): number {
    this.#asked += 1;
    return this.#asked;
  }

  #ask(request: SolverRequest): Promise<SolverAnswer> {
    return new Promise((resolve) => {
      const { id, options } = request;
      const most = options.milliseconds + GRACE_MILLISECONDS;
      const timer = this.#lostAfter(most + (this.#isReady ? 0 : START_MILLISECONDS));
      this.#waiting = { id, most, timer, resolve };
      this.#post(request);
    });
  }

  /** A thread that cannot be started, as where the machine has none left, tells nothing; the next query may find one. */
  #post(request: SolverRequest): void {
    try {
      this.#started().postMessage(request);
    } catch (error) {
      this.#settle({ answer: 'unknown', reason: String(error) });
    }
  }

  #lostAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#settle({ answer: 'unknown', reason: 'lost' });
      void this.close();
    }, milliseconds);
  }

  #started(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = new Worker(this.#script, { workerData: { megabytes: this.#megabytes } });
    const lost = (reason: string) => {
      if (this.#thread !== thread) return;
      [this.#thread, this.#isReady] = [null, false];
      this.#settle({ answer: 'unknown', reason });
    };
    thread.on('message', (reply: SolverReply | SolverReady) => {
      if (this.#thread !== thread) return;
      if (reply.id === 'ready') this.#ready();
      else this.#receive(reply);
    });
    thread.on('error', (error) => lost(error.message));
    thread.on('exit', () => lost('the thread ended'));
    // An idle solver keeps no program alive.
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  /** z3 is loaded: where it needs more memory than it may take it never answers, and is not waited for as for one that starts. */
  #ready(): void {
    this.#isReady = true;
    if (this.#waiting === null) return;
    clearTimeout(this.#waiting.timer);
    this.#waiting = { ...this.#waiting, timer: this.#lostAfter(this.#waiting.most) };
  }

  #receive({ id, answer, reason, model }: SolverReply): void {
    if (this.#waiting?.id !== id) return;
    if (answer === 'sat') {
      this.#settle({ answer, model: new Map(model.map(([symbol, value]) => [symbol, BigInt(value)])) });
    } else this.#settle(answer === 'unsat' ? { answer } : { answer, reason });
    // z3's memory never shrinks, and what it could not tell is what it takes the most for. The next query, which is asked once
    // this answer has been heard, has a thread of its own.
    if (answer === 'unknown') void this.close();
  }

  #settle(answer: SolverAnswer): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    clearTimeout(waiting?.timer);
    waiting?.resolve(answer);
  }
}
