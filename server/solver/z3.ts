import type { Z3LowLevel } from 'z3-solver';
import type { SolverAnswer, SolverOptions } from '../analysis/proof/solver.ts';

/** What is asked of the thread. */
export interface SolverRequest {
  readonly id: number;
  readonly text: string;
  readonly amounts: readonly string[];
  readonly options: SolverOptions;
}

/** That z3 is loaded: from here on a query takes its own time. */
export interface SolverReady {
  readonly id: 'ready';
}

/** What the thread answers; numbers as text, for a query's amounts have any size. */
export interface SolverReply {
  readonly id: number;
  readonly answer: SolverAnswer['answer'];
  readonly reason: string;
  readonly model: readonly (readonly [symbol: string, value: string])[];
}

/** Megabytes that z3 may take where nobody says how many; what needs more it does not decide. */
const MOST_MEGABYTES = 400;

/** What of z3's own memory and threads is needed; the package declares no type of it. */
export interface Machine {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(at: number): void;
  UTF8ToString(at: number, most?: number): string;
  async_call(work: (context: unknown, text: number) => void, context: unknown, text: number): Promise<string>;
  _async_Z3_eval_smtlib2_string(context: unknown, text: number): void;
}

/** z3, and what it runs on. */
export interface Started {
  readonly solver: Z3LowLevel['Z3'];
  readonly machine: Machine;
}

/** z3's own numbers of its arithmetics. */
const ARITHMETIC: Readonly<Record<SolverOptions['arithmetic'], number>> = { default: 6, simplex: 2 };

/** Queries that one context answers before another is made: what z3 keeps of each is little, and not known. */
const MOST_IN_A_CONTEXT = 200;

let started: Promise<Started> | null = null;

/** The context of the last query, and how many it has answered; none where that could not be told. */
let kept: { readonly context: unknown; readonly answered: number } | null = null;

/**
 * z3, loaded once: it takes a quarter of a second.
 * @param most megabytes that it may take, as whoever loads it says
 */
export async function z3(most = MOST_MEGABYTES): Promise<Started> {
  started ??= import('z3-solver').then(async ({ init }) => {
    const { Z3: solver, em: machine } = (await init()) as unknown as { Z3: Z3LowLevel['Z3']; em: Machine };
    solver.global_param_set('memory_max_size', String(most));
    return { solver, machine };
  });
  return started;
}

/**
 * Decides a query. To make a context takes z3 longer than most queries: one that has answered is asked again once `(reset)` has
 * emptied it. After anything else than an answer – time or memory that was up, a text that was not read – it is ended.
 */
export async function decide({ id, text, amounts, options }: SolverRequest): Promise<SolverReply> {
  const { solver, machine } = await z3();
  const { context, answered } = kept ?? { context: newContext(solver), answered: 0 };
  kept = null;
  let isUsable = false;
  try {
    const found = readAnswer(await output(machine, context, scriptOf(text, amounts, options)));
    isUsable = found.answer !== 'unknown' && answered + 1 < MOST_IN_A_CONTEXT;
    return { id, ...found };
  } finally {
    if (isUsable) kept = { context, answered: answered + 1 };
    else solver.del_context(context as never);
  }
}

function newContext(solver: Started['solver']): unknown {
  const configuration = solver.mk_config();
  const context = solver.mk_context(configuration);
  solver.del_config(configuration);
  return context;
}

/**
 * What z3 says to a script. The package's own call puts the script on a stack that it has left before z3, in another thread,
 * begins to read it: of some thousand queries one is then read with other bytes in it. So the script stays in memory of its
 * own until z3 has answered.
 */
async function output(machine: Machine, context: unknown, script: string): Promise<string> {
  const bytes = Buffer.from(`${script}\0`, 'utf8');
  const at = machine._malloc(bytes.length);
  if (at === 0) return 'unknown: no memory is left for the query';
  try {
    // Reading anything makes a view anew that memory has grown out of.
    machine.UTF8ToString(at, 0);
    machine.HEAPU8.set(bytes, at);
    return await machine.async_call(machine._async_Z3_eval_smtlib2_string, context, at);
  } finally {
    machine._free(at);
  }
}

function scriptOf(text: string, amounts: readonly string[], { milliseconds, arithmetic }: SolverOptions): string {
  return [
    '(reset)',
    // Both hold for all of z3 until they are set anew, whatever the context.
    `(set-option :timeout ${Math.max(1, Math.round(milliseconds))})`,
    `(set-option :smt.arith.solver ${ARITHMETIC[arithmetic]})`,
    text,
    '(check-sat)',
    ...(amounts.length > 0 ? [`(get-value (${amounts.join(' ')}))`] : []),
  ].join('\n');
}

/** A line `sat` and a list of values, a line `unsat`, or neither: then it could not tell. Remarks may stand before. */
function readAnswer(output: string): Omit<SolverReply, 'id'> {
  const told = output.split('\n').map((line) => line.trim());
  const at = told.findIndex((line) => line === 'sat' || line === 'unsat' || line === 'unknown');
  const found = told[at];
  // An error before leaves out what was asserted, and what is said without it counts for nothing. Behind `unsat` there is
  // always one: no values can be given.
  const failed = told.slice(0, Math.max(0, at)).some((line) => line.startsWith('(error'));
  if (found === 'unsat' && !failed) return { answer: 'unsat', reason: '', model: [] };
  if (found !== 'sat' || failed) return { answer: 'unknown', reason: output.trim().slice(0, 200), model: [] };
  const values = output.matchAll(/\((\|[^|]*\|) (\d+|\(- \d+\))\)/g);
  const model = [...values].map(
    ([, symbol = '', value = '0']) => [symbol, value.replace(/\(- (\d+)\)/, '-$1')] as const,
  );
  return { answer: 'sat', reason: '', model };
}
