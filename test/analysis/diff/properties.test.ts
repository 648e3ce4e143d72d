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
function fromTheOtherSide(change: Change): object {
  const { before, after, at, id, part } = change;
  const renamed = part === 'name';
  return {
    kind: mirrors.get(change.kind),
    subject: change.subject,
    id: renamed ? before : id,
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

function asSeen({ kind, subject, id, before, after, at, class: own }: Change): object {
  return { kind, subject, id, before, after, at, class: own };
}

const inOrder = (changes: readonly object[]) => changes.map(canonicalText).sort();

describe('any two rule sets', () => {
  it('turn into each other by their changes', () => {
    fc.assert(
      fc.property(randomPairs(), ([before, after]) => {
        const made = apply(diff(before, after), before);
        expect(effectiveTermsDigest({ ...made, texts: after.texts })).toBe(after.effectiveTermsDigest);
      }),
      runs(1_000),
    );
  });

  it('have no change from themselves', () => {
    fc.assert(
      fc.property(randomPairs(), ([before]) => {
        expect(diff(before, { ...before })).toEqual([]);
      }),
      runs(200),
    );
  });

  it('have the same changes the other way round, classes too', () => {
    fc.assert(
      fc.property(randomPairs(), ([before, after]) => {
        const back = diff(after, before);
        const there = diff(before, after);
        const renames = there.filter(({ part }) => part === 'name');
        // Under other names the rest is told of the other side's names.
        if (renames.length > 0) return;
        expect(inOrder(back.map(asSeen))).toEqual(inOrder(there.map(fromTheOtherSide)));
      }),
      runs(1_000),
    );
  });

  it('are renamed the other way round by the same names', () => {
    fc.assert(
      fc.property(randomPairs(), ([before, after]) => {
        const named = (one: EffectiveRuleSet, other: EffectiveRuleSet) => {
          const [first] = renamesBetween(one, other).renames;
          return renamesBetween(one, other).renames.filter(({ subject }) => subject === first?.subject);
        };
        const there = named(before, after).map(({ from, to, subject }) => `${subject} ${from} ${to}`);
        const back = named(after, before).map(({ from, to, subject }) => `${subject} ${to} ${from}`);
        expect(back.sort()).toEqual(there.sort());
      }),
      runs(300),
    );
  });

  it('differ in changes each of which is of exactly one kind', () => {
    fc.assert(
      fc.property(randomPairs(), ([before, after]) => {
        const sides = compared(renamesBetween(before, after).before, after);
        for (const change of diff(before, after)) {
          const { kind, ...difference } = change;
          expect(kinds.filter(({ recognises }) => recognises(difference, sides)).map(({ id }) => id)).toEqual([kind]);
        }
      }),
      runs(300),
    );
  });
});
