import type { Language } from '../../domain/label.ts';
import { draftRules } from '../../usecases/draft-rules.ts';
import { type Evaluate, evaluator } from '../../usecases/evaluate.ts';
import type { RuleBook } from '../../usecases/rule-book.ts';
import { validation } from '../../usecases/validation.ts';
import { evaluationJson } from '../evaluation-json.ts';
import { validationJson } from '../validation-json.ts';

/** Work on a text that has not been published, which takes long. Plain data: it is sent to other threads. */
export type TextTask =
  | { readonly kind: 'validation'; readonly text: string; readonly language: Language }
  | {
      readonly kind: 'evaluation';
      /** A request that brings a text. */
      readonly request: unknown;
      readonly language: Language;
      /** The largest text taken. */
      readonly textBytes: number;
    };

/** Does such work; answers the body of what is answered. @throws Refusal */
export type TextWork = (task: TextTask) => Promise<string>;

/** Does it in this thread, by the rules of a book. */
export function textWork(book: RuleBook): TextWork {
  const evaluators = new Map<number, Evaluate>();
  const evaluatorOf = (textBytes: number): Evaluate => {
    const evaluate = evaluators.get(textBytes) ?? evaluator(book, draftRules(book, textBytes));
    evaluators.set(textBytes, evaluate);
    return evaluate;
  };
  return async (task) => {
    const { language } = task;
    if (task.kind === 'validation') return validationJson(await validation(book, task.text), language);
    return evaluationJson(await evaluatorOf(task.textBytes)(task.request), language);
  };
}
