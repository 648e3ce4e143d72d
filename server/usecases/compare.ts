import { type Change, type ChangeClass, changesOfNext, classOfAll, classOfNext } from '../analysis/diff/change.ts';
import { diff } from '../analysis/diff/diff.ts';
import { nextVersion } from '../analysis/version-number.ts';
import type { Label } from '../domain/label.ts';
import { type ReadText, type Side, sideOf } from './compared/side.ts';
import type { RuleBook } from './rule-book.ts';

/** Every class of changes, the one that matters most first. */
export const changeClasses = ['worse', 'mixed', 'undetermined', 'better', 'neutral'] as const satisfies ChangeClass[];

/** What part of a version number changes of a class raise. */
export type VersionStep = 'major' | 'minor' | 'patch';

/** What changed from one side to another. */
export interface Comparison {
  readonly from: Side;
  readonly to: Side;
  /** What the two places are called; null where both sides are rules of one place, whatever code it had. */
  readonly places: { readonly before: Label; readonly after: Label } | null;
  readonly changes: readonly Change[];
  /** What all changes are together; `neutral` where there are none. */
  readonly class: ChangeClass;
  readonly counts: Readonly<Record<ChangeClass, number>>;
  /** What the number of the later version rises in; null without changes, and between two places, which number their own. */
  readonly step: VersionStep | null;
}

/**
 * Compares the rules that two references name.
 * @param read reads texts of files and revisions; null where only what has been published may be named
 * @throws Refusal as {@link sideOf}
 */
export async function compare(
  book: RuleBook,
  [from, to]: readonly [string, string],
  now: Date,
  read: ReadText | null,
): Promise<Comparison> {
  return compareSides(book, await sideOf(book, from, now, read), await sideOf(book, to, now, read));
}

/**
 * Compares two sides that have been found; the one piece of work that grows with the rules.
 * @param isNext whether the second goes on from the first; so does, unless said, a text of the same place from a published one
 */
export async function compareSides(
  book: RuleBook,
  from: Side,
  to: Side,
  isNext = isPublished(from),
): Promise<Comparison> {
  const registry = await book.registry();
  const [before, after] = [from.rules.jurisdiction, to.rules.jurisdiction];
  const isSame = before.code === after.code || registry.sameAs(before.code).includes(after.code);
  const found = diff(from.rules.effective, to.rules.effective);
  const changes = isSame && isNext ? changesOfNext(found) : found;
  const overall = classOfAll(changes.map((change) => change.class));
  return {
    from,
    to,
    places: isSame ? null : { before: before.name, after: after.name },
    changes,
    class: overall,
    counts: countsOf(changes),
    step: changes.length === 0 || !isSame ? null : stepOf(classOfNext(changes)),
  };
}

/** Whether what stands on a side is published, and not a file or draft that another may take the place of. */
function isPublished({ rules: { effective } }: Side): boolean {
  return (effective.override ?? effective.base).version !== null;
}

function countsOf(changes: readonly Change[]): Comparison['counts'] {
  const counts = { worse: 0, mixed: 0, undetermined: 0, better: 0, neutral: 0 };
  for (const change of changes) counts[change.class] += 1;
  return counts;
}

/** Read off the number that a version would get, so that it is decided in one place. */
function stepOf(overall: ChangeClass): VersionStep {
  const [major, minor] = nextVersion('1.0.0', overall).split('.');
  return major !== '1' ? 'major' : minor === '0' ? 'patch' : 'minor';
}
