import type { Z3LowLevel } from 'z3-solver';
import type { SolverAnswer, SolverOptions } from '../analysis/proof/solver.ts';

/** What is asked of the thread. */
export interface SolverRequest {
  readonly id: number;
  readonly text: string;
  readonly amounts: readonly string[];
  readonly options: SolverOptions;
}

/** What the thread answers; numbers as text, for a query's amounts have any size. */
export interface SolverReply {
  readonly id: number;
  readonly answer: SolverAnswer['answer'];
  readonly reason: string;
  readonly model: readonly (readonly [symbol: string, value: string])[];
}

/** Megabytes that z3 may take; what needs more it does not decide. */
const MOST_MEGABYTES = '400';

/** What of the compiled module is used beside its calls: memory that stays until it is given back. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(at: number): void;
  _async_Z3_eval_smtlib2_string(context: number, text: number): void;
  async_call(call: () => void): Promise<string>;
}

interface Started {
  readonly solver: Z3LowLevel['Z3'];
  readonly memory: Memory;
}

let started: Promise<Started> | null = null;

/** z3, loaded once: it takes a quarter of a second. */
async function z3(): Promise<Started> {
  started ??= import('z3-solver').then(async ({ init }) => {
    const { Z3, em } = await init();
    Z3.global_param_set('memory_max_size', MOST_MEGABYTES);
    return { solver: Z3, memory: em as Memory };
  });
  return started;
}

/** Decides a query in a context of its own, so that nothing of it stays. */
export async function decide({ id, text, amounts, options }: SolverRequest): Promise<SolverReply> {
  return { id, ...readAnswer(await output(scriptOf(text, amounts, options))) };
}

async function output(script: string): Promise<string> {
  const { solver, memory } = await z3();
  const configuration = solver.mk_config();
  const context = solver.mk_context(configuration);
  solver.del_config(configuration);
  try {
    return await evaluated(memory, context as unknown as number, script);
  } finally {
    solver.del_context(context);
  }
}

/**
 * What z3 says of a script. Its own `eval_smtlib2_string` writes the script on the stack and gives that back before the
 * thread that it starts has read it: in three of a thousand queries on a busy machine the end had been written over, and z3
 * told of an unknown option, or nothing. Here the script stays where it is until the answer has come.
 */
async function evaluated(memory: Memory, context: number, script: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${script}\0`);
  const at = memory._malloc(bytes.length);
  if (at === 0) return '(error "no memory for the script")';
  try {
    memory.HEAPU8.set(bytes, at);
    return await memory.async_call(() => memory._async_Z3_eval_smtlib2_string(context, at));
  } finally {
    memory._free(at);
  }
}

function scriptOf(text: string, amounts: readonly string[], { milliseconds, arithmetic }: SolverOptions): string {
  return [
    `(set-option :timeout ${Math.max(1, Math.round(milliseconds))})`,
    ...(arithmetic === 'simplex' ? ['(set-option :smt.arith.solver 2)'] : []),
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
