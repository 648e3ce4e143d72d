import type { Solver } from '../../analysis/proof/solver.ts';
import type { Language } from '../../domain/label.ts';
import type { VersionOf } from '../../rulesets/moved-ground.ts';
import { draftRules } from '../../usecases/draft-rules.ts';
import { compareDraft, type DraftBefore } from '../../usecases/drafts/compare-draft.ts';
import { consequencesOf } from '../../usecases/drafts/consequences.ts';
import type { ProofTask } from '../../usecases/drafts/draft-proofs.ts';
import { examine } from '../../usecases/drafts/examination.ts';
import { liftedDrafts } from '../../usecases/drafts/lifted-drafts.ts';
import { meaningOf } from '../../usecases/drafts/meaning.ts';
import { proveText } from '../../usecases/drafts/prove-text.ts';
import { type Evaluate, evaluator } from '../../usecases/evaluate.ts';
import type { TextToExamine } from '../../usecases/office/text-workshop.ts';
import type { SidesTask } from '../../usecases/proof-jobs.ts';
import type { ProofMemory } from '../../usecases/prove.ts';
import { proveSides } from '../../usecases/prove-sides.ts';
import type { RuleBook } from '../../usecases/rule-book.ts';
import { validation } from '../../usecases/validation.ts';
import { comparisonAnswer } from '../changes/comparison-json.ts';
import { consequencesJson } from '../drafts/consequences-json.ts';
import { evaluationJson } from '../evaluation-json.ts';
import { provedTextJson } from '../proof-json.ts';
import { validationJson } from '../validation-json.ts';

/** Work on a text that has not been published, which takes long. Plain data: it is sent to other threads. */
export type TextTask =
  | {
      readonly kind: 'validation';
      readonly text: string;
      readonly language: Language;
      /** The largest text taken. */
      readonly textBytes: number;
    }
  | {
      readonly kind: 'evaluation';
      /** A request that brings a text. */
      readonly request: unknown;
      readonly language: Language;
      /** The largest text taken. */
      readonly textBytes: number;
    }
  /** A draft's text, with everything that is found out about it at once; answered as JSON of it. */
  | { readonly kind: 'examination'; readonly asked: TextToExamine }
  /** What a draft's text means, by its digest; answered as JSON of it. */
  | { readonly kind: 'meaning'; readonly asked: TextToExamine }
  /** Texts for counties whose figures a draft's text overtakes, with what is set aside for it; answered as JSON of them. */
  | { readonly kind: 'lift'; readonly asked: TextToExamine; readonly aside: readonly VersionOf[] }
  /** What publishing a draft's text now would do to published versions; answered as `draftConsequences`. */
  | { readonly kind: 'consequences'; readonly asked: TextToExamine; readonly language: Language }
  /** Whether anybody is worse off by a draft's text; answered as `draftProofGrounds`. */
  | ({ readonly kind: 'proof' } & ProofTask)
  /** Whether anybody is worse off under the second of two sides; answered as JSON of what was found. */
  | ({ readonly kind: 'sides' } & SidesTask)
  /** A draft's text against what it is held against; answered as a diff. */
  | {
      readonly kind: 'comparison';
      readonly asked: TextToExamine;
      readonly before: DraftBefore;
      readonly language: Language;
    };

/** Does such work; answers the body of what is answered. @throws Refusal */
export type TextWork = (task: TextTask) => Promise<string>;

/** What proofs are made with in a thread. */
export interface ProofBench {
  /** Null: what the forms do not show stays undecided. */
  readonly solver: Solver | null;
  /** Of drafts: to the first claim that loses. */
  readonly memory: ProofMemory;
  /** Of sides: to the end. */
  readonly whole: ProofMemory;
  /** Lets others have their turn; null where the thread has nothing else to do. */
  readonly pause: (() => Promise<void>) | null;
}

/** Does it in this thread, by the rules of a book. @param bench asked with every proof */
export function textWork(book: RuleBook, bench: () => ProofBench): TextWork {
  const evaluators = new Map<number, Evaluate>();
  const evaluatorOf = (textBytes: number): Evaluate => {
    const evaluate = evaluators.get(textBytes) ?? evaluator(book, draftRules(book, textBytes));
    evaluators.set(textBytes, evaluate);
    return evaluate;
  };
  return async (task) => {
    switch (task.kind) {
      case 'validation':
        return validationJson(await validation(book, task.text, task.textBytes), task.language);
      case 'evaluation':
        return evaluationJson(await evaluatorOf(task.textBytes)(task.request), task.language);
      case 'comparison':
        return JSON.stringify(comparisonAnswer(await compareDraft(book, task.asked, task.before), task.language));
      case 'consequences':
        return JSON.stringify(consequencesJson(await consequencesOf(book, task.asked), task.language));
      case 'meaning':
        return JSON.stringify(meaningOf(task.asked));
      case 'proof':
        return provedTextJson(await proveText(book, task.asked, proving(task, bench())));
      case 'sides': {
        const { solver, whole: memory, pause } = bench();
        return JSON.stringify(await proveSides(task, { solver, memory, pause }));
      }
      case 'lift':
        return JSON.stringify(await liftedDrafts(book, task.asked, task.aside));
      default:
        return JSON.stringify(await examine(book, task.asked));
    }
  };
}

function proving({ milliseconds, stop }: ProofTask, { solver, memory, pause }: ProofBench) {
  const until = performance.now() + milliseconds;
  const goOn = async () => {
    await pause?.();
    return Atomics.load(stop, 0) === 0 && performance.now() < until;
  };
  return { solver, memory, goOn };
}
