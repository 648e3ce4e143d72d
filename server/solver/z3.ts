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

type Z3 = Z3LowLevel['Z3'];

let started: Promise<Z3> | null = null;

/** z3, loaded once: it takes a quarter of a second. */
async function z3(): Promise<Z3> {
  started ??= import('z3-solver').then(async ({ init }) => {
    const { Z3 } = await init();
    Z3.global_param_set('memory_max_size', MOST_MEGABYTES);
    return Z3;
  });
  return started;
}

/** Decides a query in a context of its own, so that nothing of it stays. */
export async function decide({ id, text, amounts, options }: SolverRequest): Promise<SolverReply> {
  const script = scriptOf(text, amounts, options);
  const first = readAnswer(await output(script));
  // Seen once in a thousand queries: z3 calls an option unsupported and says no more. Asked again, it answers.
  const again = first.answer === 'unknown' && first.reason.startsWith('unsupported');
  return { id, ...(again ? readAnswer(await output(script)) : first) };
}

async function output(script: string): Promise<string> {
  const solver = await z3();
  const configuration = solver.mk_config();
  const context = solver.mk_context(configuration);
  solver.del_config(configuration);
  try {
    return await solver.eval_smtlib2_string(context, script);
  } finally {
    solver.del_context(context);
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
