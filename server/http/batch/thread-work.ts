import type { MessagePort } from 'node:worker_threads';
import type { Solver } from '../../analysis/proof/solver.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { PublicationRecord, RuleSource } from '../../rulesets/publication.ts';
import { evaluator } from '../../usecases/evaluate.ts';
import { ProofMemory } from '../../usecases/prove.ts';
import { RuleBook } from '../../usecases/rule-book.ts';
import { evaluateInTurn } from './evaluate-in-turn.ts';
import { evaluateLines, type LineAnswers } from './evaluate-lines.ts';
import { type ProofBench, textWork } from './text-task.ts';
import { type Asked, type FromThread, sendable, type Task, type ToThread } from './thread-messages.ts';

/**
 * Does, in a thread of its own, the tasks that come through its port, by the rules that it hears of there.
 * @param newSolver asked once, for the first proof
 */
export function workInThread(port: MessagePort, newSolver: () => Solver): void {
  const rules = new RulesElsewhere(port);
  const book = new RuleBook(rules);
  let bench: ProofBench | null = null;
  const ofBench = () => {
    bench ??= { solver: newSolver(), memory: new ProofMemory(), whole: new ProofMemory(), pause: null };
    return bench;
  };
  const [evaluate, ofText] = [evaluator(book), textWork(book, ofBench)];
  const tell = (message: FromThread, given: readonly ArrayBuffer[] = []) => port.postMessage(message, given);
  const work = async (task: Task): Promise<LineAnswers | string | null> => {
    if (task.kind === 'text') return ofText(task.task);
    if (task.kind === 'chunk') return evaluateLines(task.chunk, evaluate, task.options);
    await evaluateInTurn(task.files, task.options, evaluate);
    return null;
  };
  let last: Promise<void> = Promise.resolve();
  port.on('message', (message: ToThread) => {
    if (message.kind === 'records') rules.replace(message.records);
    else if (!isTask(message)) rules.answered(message);
    else {
      // One after another, in their order: whoever waits for them knows them by it.
      last = last
        .then(() => work(message))
        .then(
          (result) => tell({ kind: 'done', result }, buffersOf(result)),
          (error: unknown) => tell(failureOf(error)),
        );
    }
  });
}

function isTask(message: ToThread): message is Task {
  return message.kind === 'chunk' || message.kind === 'files' || message.kind === 'text';
}

function buffersOf(result: LineAnswers | string | null): readonly ArrayBuffer[] {
  return result === null || typeof result === 'string' ? [] : result.pieces.map(({ buffer }) => buffer);
}

function failureOf(error: unknown): FromThread {
  if (!(error instanceof Refusal)) return { kind: 'fault', error: sendable(error) };
  return { kind: 'refusal', code: error.code, findings: error.findings };
}

interface Waiting {
  readonly resolve: (texts: readonly string[]) => void;
  readonly reject: (error: unknown) => void;
}

/** The rules of the thread that started this one: records as it was last told them, texts by asking. */
class RulesElsewhere implements RuleSource {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  #records: readonly PublicationRecord[] = [];
  #asked = 0;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  replace(records: readonly PublicationRecord[]): void {
    this.#records = records;
  }

  records(): readonly PublicationRecord[] {
    return this.#records;
  }

  async text({ sequence }: PublicationRecord): Promise<string> {
    const [text = ''] = await this.#ask(sequence);
    return text;
  }

  jurisdictions(): Promise<readonly string[]> {
    return this.#ask('jurisdictions');
  }

  typicalClaims(): Promise<readonly string[]> {
    return this.#ask('typicalClaims');
  }

  answered(message: Exclude<ToThread, Task | { readonly kind: 'records' }>): void {
    const waiting = this.#waiting.get(message.question);
    this.#waiting.delete(message.question);
    if (message.kind === 'texts') waiting?.resolve(message.texts);
    else if (message.kind === 'refused') waiting?.reject(new Refusal(message.findings, message.code));
    else waiting?.reject(message.error);
  }

  #ask(asked: Asked): Promise<readonly string[]> {
    this.#asked += 1;
    const question = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject });
      const message: FromThread = { kind: 'question', question, asked };
      this.#port.postMessage(message);
    });
  }
}
