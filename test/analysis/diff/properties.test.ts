import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../server/analysis/diff/apply/apply.ts';
import { type Change, turned } from '../../../server/analysis/diff/change.ts';
import { compared } from '../../../server/analysis/diff/compared.ts';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { Step } from '../../../server/analysis/diff/difference.ts';
import { type ChangeKindId, changeKinds } from '../../../server/analysis/diff/kinds/index.ts';
import type { ChangeKind } from '../../../server/analysis/diff/kinds/kind.ts';
import { renamesBetween } from '../../../server/analysis/diff/renames.ts';
import { canonicalText } from '../../../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { effectiveTermsDigest } from '../../../server/rulesets/terms-digest.ts';
import { runs } from '../../engine/property-runs.ts';
import { randomPairs } from './random-pairs.ts';

const kinds: readonly ChangeKind<ChangeKindId>[] = changeKinds;
const mirrors = new Map(kinds.map(({ id, mirror }) => [id, mirror]));

/** A change as it is seen from the other side. */
function fromTheOtherSide(change: Change): Seen {
  const { before, after, at, id, part } = change;
  const renamed = part === 'name';
  return {
    kind: mirrors.get(change.kind),
    subject: change.subject,
    id: renamed ? String(before) : id,
    before: renamed ? id : after,
    after: before,
    at: at.map(stepBack),
    class: turned(change.class),
  };
}

function stepBack(step: Step): Step {
  if (step.kind === 'item' || step.named === 'both') return step;
  return { ...step, named: step.named === 'before' ? 'after' : 'before' };
}

function asSeen({ kind, subject, id, before, after, at, class: own }: Change): Seen {
  return { kind, subject, id, before, after, at, class: own };
}

type Seen = Pick<Change, 'subject' | 'id' | 'before' | 'after' | 'at'> & {
  readonly kind: unknown;
  readonly class: unknown;
};

const losesCounters = ({ lostCounters }: Change) => lostCounters !== undefined;

/** A change but for its class. */
const placeOf = ({ class: own, ...change }: Seen) => canonicalText(change);

const inOrder = (changes: readonly object[]) => changes.map(canonicalText).sort();

/** Each is asked of the same pairs: to draw a pair takes longer than to compare it. */
const properties: Readonly<
  Record<string, (before: EffectiveRuleSet, after: EffectiveRuleSet, there: readonly Change[]) => void>
> = {
  'turn into each other by their changes': (before, after, there) => {
    expect(effectiveTermsDigest(apply(there, before))).toBe(after.effectiveTermsDigest);
  },
  'have no change from themselves': (before) => {
    expect(diff(before, { ...before })).toEqual([]);
  },
  'have the same changes the other way round, classes too': (before, after, there) => {
    // Under other names the rest is told of the other side's names.
    if (there.some(({ part }) => part === 'name')) return;
    const back = diff(after, before);
    // What gains counters on the way there loses them on the way back, and is open then alone.
    const losing = new Set([
      ...there.filter(losesCounters).map((one) => placeOf(fromTheOtherSide(one))),
      ...back.filter(losesCounters).map((one) => placeOf(asSeen(one))),
    ]);
    const seen = (one: Seen) => (losing.has(placeOf(one)) ? { ...one, class: null } : one);
    expect(inOrder(back.map((one) => seen(asSeen(one))))).toEqual(
      inOrder(there.map((one) => seen(fromTheOtherSide(one)))),
    );
  },
  'are renamed the other way round by the same names': (before, after) => {
    const [there, back] = [renamesBetween(before, after).renames, renamesBetween(after, before).renames];
    const first = (renames: typeof there) => renames.filter(({ subject }) => subject === renames[0]?.subject);
    expect(
      first(back)
        .map(({ from, to, subject }) => `${subject} ${to} ${from}`)
        .sort(),
    ).toEqual(
      first(there)
        .map(({ from, to, subject }) => `${subject} ${from} ${to}`)
        .sort(),
    );
  },
  'differ in changes each of which is of exactly one kind': (before, after, there) => {
    const sides = compared(renamesBetween(before, after).before, after);
    for (const { kind, ...difference } of there)
      expect(kinds.filter(({ recognises }) => recognises(difference, sides)).map(({ id }) => id)).toEqual([kind]);
  },
};

describe('any two rule sets', () => {
  it(Object.keys(properties).join(', '), () => {
    fc.assert(
      fc.property(randomPairs(), ([before, after]) => {
        const there = diff(before, after);
        for (const holds of Object.values(properties)) holds(before, after, there);
      }),
      runs(300, 3_000),
    );
  });
});
