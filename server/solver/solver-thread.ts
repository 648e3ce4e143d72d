import { Worker } from 'node:worker_threads';
import type { Solver, SolverAnswer, SolverOptions } from '../analysis/proof/solver.ts';
import type { SolverReply, SolverRequest } from './z3.ts';

/** Beyond the time that a query was given, z3 has so long to say so before its thread is ended. */
const GRACE_MILLISECONDS = 2_000;

/** z3 starts in this time, also on a busy machine. */
const START_MILLISECONDS = 30_000;

/**
 * A solver in a thread of its own, started when it is first asked: it holds memory, and some of its work cannot be
 * interrupted. Ending the thread is always safe; the next query starts another.
 */
export class SolverThread implements Solver {
  readonly #script: URL;
  #thread: Worker | null = null;
  #isWarm = false;
  #asked = 0;
  #waiting: { readonly id: number; readonly done: (answer: SolverAnswer) => void } | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param script the bundle that the thread runs */
  constructor(script: URL) {
    this.#script = script;
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
    [this.#thread, this.#isWarm] = [null, false];
    this.#settle({ answer: 'unknown', reason: 'closed' });
    await thread?.terminate();
  }

  #nextId(): number {
    this.#asked += 1;
    return this.#asked;
  }

  #ask(request: SolverRequest): Promise<SolverAnswer> {
    return new Promise((resolve) => {
      const most = request.options.milliseconds + GRACE_MILLISECONDS + (this.#isWarm ? 0 : START_MILLISECONDS);
      const timer = setTimeout(() => {
        this.#settle({ answer: 'unknown', reason: 'lost' });
        void this.close();
      }, most);
      this.#waiting = {
        id: request.id,
        done: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
      };
      this.#started().postMessage(request);
    });
  }

  #started(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = new Worker(this.#script);
    const lost = (reason: string) => {
      if (this.#thread !== thread) return;
      [this.#thread, this.#isWarm] = [null, false];
      this.#settle({ answer: 'unknown', reason });
    };
    thread.on('message', (reply: SolverReply) => this.#receive(reply));
    thread.on('error', (error) => lost(error.message));
    thread.on('exit', () => lost('the thread ended'));
    // An idle solver keeps no program alive.
    thread.unref();
    this.#thread = thread;
    return thread;
  }

  #receive({ id, answer, reason, model }: SolverReply): void {
    if (this.#waiting?.id !== id) return;
    this.#isWarm = true;
    if (answer === 'sat') {
      this.#settle({ answer, model: new Map(model.map(([symbol, value]) => [symbol, BigInt(value)])) });
    } else this.#settle(answer === 'unsat' ? { answer } : { answer, reason });
  }

  #settle(answer: SolverAnswer): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.done(answer);
  }
}
