import { evaluateBatch } from '../http/batch/evaluate-batch.ts';
import type { LineOptions } from '../http/batch/evaluate-lines.ts';
import type { EvaluationPool } from '../http/batch/evaluation-pool.ts';
import { MOST_LINE_BYTES } from '../http/batch/line-chunk.ts';
import { LinesInTurn } from '../http/batch/lines-in-turn.ts';
import type { Requests } from '../usecases/read-requests.ts';
import type { ClaimsInput } from './claims-input.ts';
import { LinesOut } from './lines-out.ts';
import type { ExitCode, Terminal } from './workplace.ts';

/** How often it is looked how far the threads have come. */
const LOOK_MS = 500;

/** Of a file's beginning so much at most may have been read before threads take it over: one of them gets all of that. */
const MOST_HEARD = 1024 * 1024;

/**
 * Evaluates one request a line. A regular file that is worth threads they read by themselves, by turns, and write to the
 * standard output by themselves; everything else goes through this thread, which can wait for what comes and be ended meanwhile.
 */
export async function evaluateClaimsInLines(
  terminal: Terminal,
  pool: EvaluationPool,
  { file }: ClaimsInput,
  requests: Extract<Requests, { readonly kind: 'lines' }>,
  options: LineOptions,
): Promise<ExitCode> {
  const out = new LinesOut(terminal, options.language, true);
  const { descriptors } = terminal;
  const heard = requests.heard();
  const lengthHeard = heard.reduce((sum, piece) => sum + piece.length, 0);
  const large = pool.hasThreads && file !== null && file.bytes >= pool.small && lengthHeard <= MOST_HEARD;
  if (!large || descriptors === undefined) {
    const counted = (counts: { readonly done: number; readonly bad: number }) => out.count(counts);
    for await (const piece of evaluateBatch(pool, requests.bytes, { ...options, counted })) await out.write(piece);
    return out.finish();
  }
  const lines = LinesInTurn.begin(heard, options.lineLimit ?? MOST_LINE_BYTES);
  const look = setInterval(() => out.count(lines.answered), LOOK_MS);
  try {
    await pool.inTurn(options, {
      lines,
      input: file.descriptor,
      output: descriptors.output,
      put: (piece) => out.write(piece),
    });
  } finally {
    clearInterval(look);
  }
  out.count(lines.answered);
  return out.finish();
}
