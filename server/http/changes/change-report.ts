import type { Change, ChangeClass } from '../../analysis/diff/change.ts';
import type { FindingArgument } from '../../domain/finding.ts';
import type { Language } from '../../domain/label.ts';
import { codeOf, type MessageCode, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { type Comparison, changeClasses, type VersionStep } from '../../usecases/compare.ts';
import { groupsOf } from './groups.ts';
import { plainText } from './plain-text.ts';
import { bothInWords, sentenceOf } from './sentence.ts';

/** One change in words. */
export interface ToldChange {
  readonly change: Change;
  readonly sentence: string;
  /** Both sides in the words of the sentence. */
  readonly words: { readonly before: string; readonly after: string };
  /** The clause as the policy writes it; null where none is named. */
  readonly clause: string | null;
}

/** Changes of one product. */
export interface ToldGroup {
  readonly label: string;
  readonly changes: readonly ToldChange[];
}

/** What is known about a comparison or a publication: a name, and what it is. */
export type Fact = readonly [name: string, text: string];

/** What changed from one side to another, in words. */
export interface ReportSection {
  readonly heading: string;
  /** From what to what; none where there is nothing to compare with. */
  readonly sides: readonly Fact[];
  /** What else stands before the changes. */
  readonly facts: readonly Fact[];
  readonly groups: readonly ToldGroup[];
  /** How many there are of each class that there are some of. */
  readonly counts: readonly { readonly class: ChangeClass; readonly count: number }[];
  /** What stands after the changes, the last line what all are together. */
  readonly conclusion: readonly string[];
}

/**
 * Changes in words of one language, for whatever shows them: every text in it is plain (see {@link plainText}), so that
 * a form only has to escape what has a meaning in itself.
 */
export interface ChangeReport {
  /** A comparison has one section, called as the report is; a changelog one a publication. */
  readonly kind: 'comparison' | 'changelog';
  readonly language: Language;
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

/** The words for a code, plain. */
export function told(code: MessageCode, args: Readonly<Record<string, FindingArgument>>, language: Language): string {
  return plainText(say(code, args, language).message);
}

/** What a class of changes is called. */
export function classWords(one: ChangeClass, language: Language): string {
  return told(codeOf('reportClass', one), {}, language);
}

/** A sign for each class, so that colour is never the only one. */
export const classSigns: Readonly<Record<ChangeClass, string>> = {
  worse: '▼',
  mixed: '◆',
  undetermined: '?',
  better: '▲',
  neutral: '·',
};

/** The changes of a comparison in words, by product. */
export function groupsTold(comparison: Comparison, language: Language): readonly ToldGroup[] {
  const { from, to, places: names, changes } = comparison;
  const [before, after] = [from.rules.effective, to.rules.effective];
  return groupsOf(changes, { before, after }).map(({ label, changes: own }) => ({
    label: plainText(label[language]),
    changes: own.map((change) => ({
      change,
      sentence: plainText(sentenceOf(change, { before, after, names }, language)),
      words: plainWords(bothInWords(change, { before, after }, language)),
      clause: clauseTold(change, [after, before], language),
    })),
  }));
}

function plainWords({ before, after }: ToldChange['words']): ToldChange['words'] {
  return { before: plainText(before), after: plainText(after) };
}

/** How the policy writes the clause of a change, by the first side that knows it; null where there is none. */
export function clauseTold({ clause }: Change, sides: readonly EffectiveRuleSet[], language: Language): string | null {
  if (clause === null) return null;
  const written = sides.map(({ clauses }) => clauses.get(clause)).find((one) => one !== undefined);
  return plainText(written?.[language] ?? clause);
}

/** A change in one line: its sign, the sentence, the clause. */
export function lineOf({ change, sentence, clause }: ToldChange, language: Language): string {
  const line = `${classSigns[change.class]} ${sentence}`;
  return clause === null ? line : told('reportClause', { line, clause }, language);
}

/** How many changes of each class there are, and what all are together. */
export function conclusionTold(
  { changes, counts, class: overall, step }: Comparison,
  language: Language,
): Pick<ReportSection, 'counts' | 'conclusion'> {
  if (changes.length === 0) return { counts: [], conclusion: [told('reportNoChanges', {}, language)] };
  const some = changeClasses.filter((one) => counts[one] > 0).map((one) => ({ class: one, count: counts[one] }));
  const words = some.map(({ class: one, count }) =>
    told('reportCount', { class: classWords(one, language), count }, language),
  );
  return {
    counts: some,
    conclusion: [
      told('reportCounts', { count: changes.length, counts: words.join(language === 'zh' ? '、' : ', ') }, language),
      overallTold(overall, step, language),
    ],
  };
}

function overallTold(overall: ChangeClass, step: VersionStep | null, language: Language): string {
  const words = classWords(overall, language);
  if (step === null) return told('reportOverall', { class: words }, language);
  return told('reportOverallStep', { class: words, step: told(codeOf('reportStep', step), {}, language) }, language);
}
