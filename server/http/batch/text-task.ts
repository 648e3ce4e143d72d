import type { Language } from '../../domain/label.ts';
import { draftRules } from '../../usecases/draft-rules.ts';
import { compareDraft } from '../../usecases/drafts/compare-draft.ts';
import { examine } from '../../usecases/drafts/examination.ts';
import { liftedDrafts } from '../../usecases/drafts/lifted-drafts.ts';
import { type Evaluate, evaluator } from '../../usecases/evaluate.ts';
import type { TextToExamine } from '../../usecases/office/text-workshop.ts';
import type { RuleBook } from '../../usecases/rule-book.ts';
import { validation } from '../../usecases/validation.ts';
import { comparisonAnswer } from '../changes/comparison-json.ts';
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
    }
  /** A draft's text, with everything that is found out about it at once; answered as JSON of it. */
  | { readonly kind: 'examination' | 'lift'; readonly asked: TextToExamine }
  /** A draft's text against another, or against what is in force where that is null; answered as a diff. */
  | {
      readonly kind: 'comparison';
      readonly asked: TextToExamine;
      readonly before: string | null;
      readonly language: Language;
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
    switch (task.kind) {
      case 'validation':
        return validationJson(await validation(book, task.text), task.language);
      case 'evaluation':
        return evaluationJson(await evaluatorOf(task.textBytes)(task.request), task.language);
      case 'comparison':
        return JSON.stringify(comparisonAnswer(await compareDraft(book, task.asked, task.before), task.language));
      case 'lift':
        return JSON.stringify(await liftedDrafts(book, task.asked));
      default:
        return JSON.stringify(await examine(book, task.asked));
    }
  };
}
