import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../server/workflow/draft.ts';
import { brokenDraft } from '../../server/workflow/invariants.ts';
import type { Need } from '../../server/workflow/needed-approvals.ts';
import {
  approved,
  discarded,
  edited,
  isDraft,
  published,
  returned,
  type Step,
  submitted,
  withdrawn,
} from '../../server/workflow/transitions.ts';
import { begun, minute, submissionOf } from './a-draft.ts';
import { type Attempt, type Truth, told } from './told.ts';

const today = '2019-05-01';
const people = ['li', 'zhao', 'wang', 'qian'] as const;

function tried(draft: Draft, { act, by, text }: Attempt, revision: number, needs: readonly Need[]): Step {
  const [at, textHash] = [minute(revision), `text-${text}`];
  switch (act) {
    case 'edit':
      return edited(draft, { by, at, textHash, revision });
    case 'submit':
      return submitted(draft, submissionOf(textHash, by, { needs }), []);
    case 'withdraw':
      return withdrawn(draft);
    case 'approve':
      return approved(draft, { by, as: 'countyReviewer', at, digest: `digest of ${textHash}` }, today);
    case 'approveForCity':
      return approved(draft, { by, as: 'cityReviewer', at, digest: `digest of ${textHash}` }, today);
    case 'return':
      return returned(draft, { by, at, reason: 'no' });
    case 'publish':
      return published(draft, { version: '1.0.0', by, at }, today);
    default:
      return discarded(draft);
  }
}

/** Weighted, so that many histories come to their end: mostly two write and two look at it. */
const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 6, arbitrary: tries(['approve', 'approve', 'approveForCity', 'publish', 'return'], ['wang', 'qian']) },
  { weight: 3, arbitrary: tries(['edit', 'submit', 'submit', 'submit', 'withdraw'], ['li', 'zhao']) },
  { weight: 1, arbitrary: tries(['edit', 'submit', 'withdraw', 'approve', 'return', 'publish', 'discard'], people) },
);

function tries(acts: readonly Attempt['act'][], by: readonly string[]): fc.Arbitrary<Attempt> {
  return fc.record({ act: fc.constantFrom(...acts), by: fc.constantFrom(...by), text: fc.constantFrom(0, 0, 0, 1) });
}

describe('random histories of several people', () => {
  it('go as told: the same attempts succeed, and nothing of one’s own is ever published', () => {
    const ends = { published: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 5, maxLength: 60 }), fc.boolean(), (attempts, needsCity) => {
        const county: Need = { as: 'countyReviewer', because: [] };
        const needs: readonly Need[] = needsCity ? [county, { as: 'cityReviewer', because: ['waiver'] }] : [county];
        const truth: Truth = { text: 0, hands: new Set(['li']), yes: new Map(), stage: 'open' };
        let draft = begun;
        attempts.forEach((one, index) => {
          const step = tried(draft, one, index + 2, needs);
          const expected = told(truth, one, needsCity);
          expect(isDraft(step), JSON.stringify({ one, state: draft.state, step })).toBe(expected);
          if (!isDraft(step)) {
            ends.refused += 1;
            return;
          }
          expect(brokenDraft(step, draft)).toBeNull();
          draft = step;
        });
        expect(new Set(draft.writers)).toEqual(truth.hands);
        if (draft.state === 'published') ends.published += 1;
      }),
      { numRuns: 500 },
    );
    // Without these the property would hold of histories in which nothing happens.
    expect(ends.published).toBeGreaterThan(5);
    expect(ends.refused).toBeGreaterThan(1000);
  });
});
