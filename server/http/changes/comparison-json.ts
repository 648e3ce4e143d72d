import type { ChangeWords, DiffAnswer } from '../../../schemas/generated/documents.ts';
import type { Language } from '../../domain/label.ts';
import type { Comparison } from '../../usecases/compare.ts';
import type { Side } from '../../usecases/compared/side.ts';
import { clauseTold } from './change-report.ts';
import { plainText } from './plain-text.ts';
import { sentenceOf } from './sentence.ts';

/** A comparison as diff-answer.schema.json has it, each change with its sentence. */
export function comparisonAnswer(comparison: Comparison, language: Language): DiffAnswer {
  const { from, to, class: overall, step, counts } = comparison;
  return {
    from: sideAnswer(from),
    to: sideAnswer(to),
    class: overall,
    step,
    counts,
    changes: changesAnswer(comparison, language),
  };
}

function changesAnswer({ from, to, places: names, changes }: Comparison, language: Language): ChangeWords[] {
  const sides = { before: from.rules.effective, after: to.rules.effective, names };
  return changes.map(({ lostCounters, ...change }) => ({
    ...change,
    sentence: plainText(sentenceOf({ ...change, ...(lostCounters && { lostCounters }) }, sides, language)),
    clauseWords: clauseTold(change, [sides.after, sides.before], language),
    at: [...change.at],
    before: change.before as ChangeWords['before'],
    after: change.after as ChangeWords['after'],
  }));
}

function sideAnswer({ reference, label, rules, date }: Side): DiffAnswer['from'] {
  const { name, effective } = rules;
  return { reference, label, ruleSet: name, period: effective.period, date };
}

/** JSON in which nothing that moves a terminal's cursor or turns a line round stands as itself. */
export function visibleJson(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
