import type { MessagePort } from 'node:worker_threads';
import { Refusal } from '../../domain/refusal.ts';
import type { PublicationRecord, RuleSource } from '../../rulesets/publication.ts';
import { evaluator } from '../../usecases/evaluate.ts';
import { RuleBook } from '../../usecases/rule-book.ts';
import { evaluateLines } from './evaluate-lines.ts';
import { type Asked, type FromThread, sendable, type ToThread } from './thread-messages.ts';

/** Answers, in a thread of its own, the chunks that come through its port, by the rules that it hears of there. */
export function workInThread(port: MessagePort): void {
  const rules = new RulesElsewhere(port);
  const evaluate = evaluator(new RuleBook(rules));
  const tell = (message: FromThread, given: readonly ArrayBuffer[] = []) => port.postMessage(message, given);
  port.on('message', (message: ToThread) => {
    if (message.kind === 'records') rules.replace(message.records);
    else if (message.kind !== 'chunk') rules.answered(message);
    else {
      evaluateLines(message.chunk, evaluate, message.options).then(
        (answers) =>
          tell(
            { kind: 'answers', answers },
            answers.pieces.map(({ buffer }) => buffer),
          ),
        (error) => tell({ kind: 'fault', error: sendable(error) }),
      );
    }
  });
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

  answered(message: Exclude<ToThread, { readonly kind: 'records' | 'chunk' }>): void {
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
