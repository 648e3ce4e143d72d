import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LineAnswers, LineOptions } from '../../../server/http/batch/evaluate-lines.ts';
import { EvaluationPool } from '../../../server/http/batch/evaluation-pool.ts';
import { type LineChunk, LineSplitter } from '../../../server/http/batch/line-chunk.ts';
import type { RuleSource } from '../../../server/rulesets/publication.ts';
import { type Evaluate, evaluator } from '../../../server/usecases/evaluate.ts';
import { RuleBook } from '../../../server/usecases/rule-book.ts';
import { root } from '../../cli/dixian.ts';
import { openedRules } from '../../opened-rules.ts';

/** The city's own rules. */
export const cityRules = (): Promise<RuleSource> => openedRules(join(root, 'rules'));

const example = JSON.parse(
  readFileSync(join(root, 'rules/371500/claims/inpatient-township-hospital.json'), 'utf8'),
) as { readonly claim: Record<string, unknown> };

/** A request of a made-up person, in a line. */
export function requestLine(id: string, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...example, id, ...changes });
}

/** Options that leave all open. */
export const open: LineOptions = { defaults: {}, language: 'en', limitedTo: null };

/** The file that threads run; `test/built.mjs` has made it. */
export const workerFile = pathToFileURL(join(root, 'dist/worker.js'));

/**
 * The file of a thread that does something of a test's before each task; the code knows the task's `text`, be it the lines
 * of a chunk or the JSON of what else it is asked.
 */
export function threadThat(folder: string, name: string, onTask: string): URL {
  const file = join(folder, `${name}.mjs`);
  const code = `import { parentPort } from 'node:worker_threads';
import { existsSync } from 'node:fs';
const on = parentPort.on.bind(parentPort);
parentPort.on = (event, listener) => on(event, (message) => {
  const { kind, chunk, task } = message;
  const text = kind === 'chunk' ? Buffer.from(chunk.bytes).toString() : kind === 'text' ? JSON.stringify(task, (_, value) => typeof value === 'bigint' ? String(value) : value) : '';
  ${onTask}
  listener(message);
});
await import(${JSON.stringify(workerFile.href)});`;
  writeFileSync(file, code);
  return pathToFileURL(file);
}

/** A pool over rules; without a file it has no threads of its own, and without `heapMegabytes` they have no bound of theirs. */
export function poolOver(
  source: RuleSource,
  {
    size = 0,
    worker = new URL('file:///none'),
    evaluate = evaluator(new RuleBook(source)) as Evaluate,
    heapMegabytes = 0,
  } = {},
): EvaluationPool {
  const memory = heapMegabytes === 0 ? {} : { memory: { heapMegabytes, solverMegabytes: 400 } };
  return new EvaluationPool({ source, evaluate, size, worker, ...memory });
}

/** A text as one chunk. */
export function chunkOf(text: string | Uint8Array): LineChunk {
  const splitter = new LineSplitter();
  splitter.push(typeof text === 'string' ? Buffer.from(text) : text);
  splitter.finish();
  return splitter.take(true) ?? { bytes: new Uint8Array(0), firstLine: 1, tooLong: [] };
}

/** The answers of a chunk, read. */
export function readAnswers({ pieces }: LineAnswers): readonly Record<string, unknown>[] {
  return parseLines(Buffer.concat(pieces).toString());
}

/** Lines of JSON, read; every one has its line feed. */
export function parseLines(text: string): readonly Record<string, unknown>[] {
  if (text === '') return [];
  if (!text.endsWith('\n')) throw new Error('the last line is not whole');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
