import { isUtf8 } from 'node:buffer';
import type { Language } from '../../domain/label.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { Evaluate } from '../../usecases/evaluate.ts';
import { idOf, type RequestDefaults, withDefaults } from '../../usecases/request-defaults.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { evaluationBytes } from '../evaluation-bytes.ts';
import { problemLine } from '../problem.ts';
import { AnswerBytes } from './answer-bytes.ts';
import { type LineChunk, MOST_LINE_BYTES } from './line-chunk.ts';

/** What holds for all lines of an input. Plain data: it is sent to other threads. */
export interface LineOptions {
  /** What a request is given that it leaves out. */
  readonly defaults: RequestDefaults;
  readonly language: Language;
  /** The key that is limited to jurisdictions, with every code that these have had; null where all may be asked for. */
  readonly limitedTo: { readonly name: string; readonly codes: readonly string[] } | null;
  /** The longest line that was taken, in bytes without its line feed; 256 KB unless given. */
  readonly lineLimit?: number;
}

/** The answers to a chunk. */
export interface LineAnswers {
  /** The lines of the answers, in pieces of a moderate size; each fills a buffer of its own. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
  /** How many lines were answered, blank ones left out, and how many of them by a problem. */
  readonly done: number;
  readonly bad: number;
}

/** Waits where it is somebody else's turn; null where nobody waits. Asked after each line. */
export type Breather = () => Promise<void> | null;

/**
 * Answers the lines of a chunk: to each request its evaluation, in a line; to one that cannot be followed
 * `{"line", "id", "problem"}` in its place. Blank lines are passed over.
 * @throws what is no Refusal: a fault of ours, for which no caller's line is blamed
 */
export async function evaluateLines(
  chunk: LineChunk,
  evaluate: Evaluate,
  { defaults, language, limitedTo, lineLimit = MOST_LINE_BYTES }: LineOptions,
  breather: Breather | null = null,
): Promise<LineAnswers> {
  const answers = new AnswerBytes();
  const tooLong = new Set(chunk.tooLong);
  let [line, done, bad] = [chunk.firstLine - 1, 0, 0];
  for (const text of textsOf(chunk)) {
    line += 1;
    if (text !== null && isBlank(text) && !tooLong.has(line)) continue;
    done += 1;
    let id: string | null = null;
    try {
      if (text === null) refuse('notUtf8');
      if (tooLong.has(line)) refuse('lineTooLong', { limit: lineLimit });
      const request = withDefaults(parseStrictJson(text), defaults, String(line));
      id = idOf(request);
      if (limitedTo !== null) holdTo(limitedTo, request);
      // A claim whose rules and profile have been met before is answered without a turn of the promises.
      const outcome = evaluate(request);
      answers.addBytes(evaluationBytes(outcome instanceof Promise ? await outcome : outcome, language));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      bad += 1;
      answers.add(problemLine(line, id, error, language));
    }
    const wait = breather?.() ?? null;
    if (wait !== null) await wait;
  }
  return { pieces: answers.finish(), done, bad };
}

const LF = 10;

/** The lines of a chunk, null for one that is not UTF-8. Decoded one by one: a plain line stays plain beside others. */
function* textsOf({ bytes, firstLine }: LineChunk): Generator<string | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const sound = isUtf8(buffer);
  let start = firstLine === 1 ? lengthOfMark(buffer) : 0;
  for (let end = buffer.indexOf(LF, start); end !== -1; end = buffer.indexOf(LF, start)) {
    yield sound || isUtf8(buffer.subarray(start, end)) ? buffer.toString('utf8', start, end) : null;
    start = end + 1;
  }
}

/** A byte order mark at the very beginning belongs to no line. */
function lengthOfMark(buffer: Buffer): number {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
}

function isBlank(text: string): boolean {
  return text.charCodeAt(0) !== BRACE && /^[ \t\r]*$/.test(text);
}

const BRACE = 123;

const CODE = /^[0-9]{6}$/;

/** What is no code at all is left to the check of requests, which says so. */
function holdTo({ name, codes }: NonNullable<LineOptions['limitedTo']>, request: unknown): void {
  const { jurisdiction } = (request ?? {}) as { readonly jurisdiction?: unknown };
  if (typeof jurisdiction !== 'string' || !CODE.test(jurisdiction) || codes.includes(jurisdiction)) return;
  refuse(
    'jurisdictionNotAllowed',
    { name, code: jurisdiction, allowed: codes.join(', ') },
    { pointer: '/jurisdiction' },
  );
}
