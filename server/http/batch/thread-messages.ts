import type { Finding } from '../../domain/finding.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import type { FilesInTurn } from './evaluate-in-turn.ts';
import type { LineAnswers, LineOptions } from './evaluate-lines.ts';
import type { LineChunk } from './line-chunk.ts';
import type { TextTask } from './text-task.ts';

/** What a thread is to do; of what lies ready the next is begun once the one before has been done. */
export type Task =
  | { readonly kind: 'chunk'; readonly chunk: LineChunk; readonly options: LineOptions }
  | { readonly kind: 'files'; readonly files: FilesInTurn; readonly options: LineOptions }
  | { readonly kind: 'text'; readonly task: TextTask };

/** What a thread is told. */
export type ToThread =
  | Task
  /** All publications; before the first task, and before the next one after each publication. */
  | { readonly kind: 'records'; readonly records: readonly PublicationRecord[] }
  /** What it has asked for. */
  | { readonly kind: 'texts'; readonly question: number; readonly texts: readonly string[] }
  /** Why it does not get what it has asked for: a refusal, which keeps nothing of its class on the way, or a fault. */
  | {
      readonly kind: 'refused';
      readonly question: number;
      readonly code: string;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'failed'; readonly question: number; readonly error: Error };

/** What a thread says. */
export type FromThread =
  /** What came of its task: the answers to a chunk, nothing of files, the body of the answer to a text. */
  | { readonly kind: 'done'; readonly result: LineAnswers | string | null }
  /** Why the task was refused. */
  | { readonly kind: 'refusal'; readonly code: string; readonly findings: readonly Finding[] }
  /** A fault of ours in the task; the thread goes on. */
  | { readonly kind: 'fault'; readonly error: Error }
  | { readonly kind: 'question'; readonly question: number; readonly asked: Asked };

/** The text of the publication with a sequence number, or all texts of a kind that is not published. */
export type Asked = number | 'jurisdictions' | 'typicalClaims';

/** An error as it can be sent to another thread: its name, message and stack. */
export function sendable(error: unknown): Error {
  const { name, message, stack } = error instanceof Error ? error : new Error(typeof error);
  const sent = new Error(message);
  sent.name = name;
  if (stack !== undefined) sent.stack = stack;
  return sent;
}

/** What a thread is told as it is started. */
export interface ThreadData {
  /** Megabytes that its solver may take; the solver's own bound where it is not said. */
  readonly solverMegabytes?: number;
}
