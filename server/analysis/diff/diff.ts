import { sha256 } from '../../domain/sha256.ts';
import { canonicalText } from '../../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Change } from './change.ts';
import { type Compared, compared } from './compared.ts';
import { type Difference, partOf } from './difference.ts';
import { differencesOf } from './differences/index.ts';
import { countersLost } from './kept-counters.ts';
import { type ChangeKindId, changeKinds } from './kinds/index.ts';
import type { ChangeKind } from './kinds/kind.ts';
import { sidesReadAlike } from './read-alike.ts';
import { type Rename, renamesBetween } from './renames.ts';
import { movedBothWays } from './replaced-rules.ts';
import { aboutOf } from './subject.ts';

/** Hex digits of a fingerprint: enough that no two changes of a text share one. */
const FINGERPRINT = 32;

/**
 * Every change from one rule set to another, by meaning: figures point by point, item by item and key by key; rules,
 * limits, layers, facts and products added, removed, renamed and reordered; and what is only called otherwise. Whose the
 * rule sets are plays no part: two versions, two counties, a county and its city are compared alike. Without a change in
 * what is settled there is none in the effective terms digest, and the reverse.
 */
export function diff(before: EffectiveRuleSet, after: EffectiveRuleSet): readonly Change[] {
  const { renames, before: renamed } = renamesBetween(before, after);
  const [own, other] = sidesReadAlike(renamed, after);
  const sides = compared(own, other);
  const differences = [...renames.map(renameOf), ...differencesOf(own, other)];
  const changes = differences.map((difference) => changeOf(difference, sides));
  const replaced = movedBothWays(changes, sides);
  const lost = countersLost(changes, sides);
  return changes.map((change) => {
    if (replaced.has(change)) return { ...change, class: 'undetermined' };
    return withoutCounters(change, lost.get(change));
  });
}

/** What loses counters that histories carry is good for nobody without more: claims that bring them are refused, or begin at 0. */
function withoutCounters(change: Change, lostCounters: readonly string[] | undefined): Change {
  const isOpen = change.class === 'better' || change.class === 'neutral';
  return lostCounters === undefined || !isOpen ? change : { ...change, class: 'undetermined', lostCounters };
}

function renameOf({ subject, claimType, from, to }: Rename): Difference {
  return partOf({ subject, id: to, ...(claimType === null ? {} : { claimType }) }, 'name', from, to);
}

function changeOf(difference: Difference, sides: Compared): Change {
  const kind = kindOf(difference, sides);
  return {
    kind: kind.id,
    ...difference,
    ...aboutOf(difference, sides),
    class: classOf(kind, difference, sides),
    fingerprint: fingerprintOf(kind.id, difference),
  };
}

/**
 * What a limit cuts and another payer takes over may cost or gain, whichever way the limit moves; so may what counts in one
 * pot of a bill instead of another.
 */
function classOf(kind: ChangeKind<ChangeKindId>, difference: Difference, sides: Compared): Change['class'] {
  const own = kind.classOf(difference, sides);
  return own !== 'neutral' && isElsewhere(difference, sides) ? 'undetermined' : own;
}

/** Whether what somebody gains by a change is taken from what others pay, or the reverse. */
function isElsewhere({ subject, id }: Difference, { workedBeyond, dividing }: Compared): boolean {
  if (subject === 'limit') return workedBeyond.has(id);
  return subject === 'standard' && (workedBeyond.has(id) || dividing.has(id));
}

/** @throws RangeError where a difference is of no kind, or of several: a fault of ours */
function kindOf(difference: Difference, sides: Compared): ChangeKind<ChangeKindId> {
  const kind = (changeKinds as readonly ChangeKind<ChangeKindId>[]).find((one) => one.recognises(difference, sides));
  if (kind === undefined) throw new RangeError(`no kind of change for ${difference.subject} ${difference.part}`);
  return kind;
}

/** One text for one meaning; words and numbers need no ordering. */
function written(value: unknown): string {
  return typeof value === 'object' && value !== null ? canonicalText(value) : JSON.stringify(value);
}

function fingerprintOf(kind: string, { subject, id, claimType, at, before, after }: Difference): string {
  const text = [JSON.stringify([kind, subject, id, claimType, at]), written(before), written(after)].join();
  return sha256(text).slice('sha256:'.length, 'sha256:'.length + FINGERPRINT);
}
