import { describe, expect, it } from 'vitest';
import type { Approval, Draft } from '../../server/workflow/draft.ts';
import type { GateResult } from '../../server/workflow/gate.ts';
import { brokenDraft } from '../../server/workflow/invariants.ts';
import { missingApprovals, neededFor } from '../../server/workflow/needed-approvals.ts';
import type { Submission } from '../../server/workflow/submission.ts';
import { approved, isDraft, published, type Step, submitted } from '../../server/workflow/transitions.ts';
import { begun, minute, submissionOf } from './a-draft.ts';

const today = '2019-05-01';
const digest = 'digest of text-0';
const bases = [{ version: '1.0.0', digest: 'city', period: { from: '2019-07-01' } }];
const county = { as: 'countyReviewer', because: [] } as const;
const city = { as: 'cityReviewer', because: ['notProved'] } as const;
const yes = (by: string, as: Approval['as'], reason?: string): Approval => {
  return { by, as, at: minute(20), digest, ...(reason === undefined ? {} : { reason }) };
};
const proof = (result: string, baseDigest = 'city'): GateResult => {
  return { gate: 'proof', documentDigest: digest, baseDigest, passed: result === 'proved', result, by: 'dixian' };
};
const publication = { version: '1.0.0', by: 'sun', at: minute(30) };

function then(step: Step): Draft {
  if (!isDraft(step)) throw new Error(step.code);
  return step;
}

function sent(gates: readonly GateResult[], of: Partial<Submission> = {}): Draft {
  return then(submitted(begun, submissionOf('text-0', 'li', { bases, ...of }), gates));
}

describe('the gate of the proof', () => {
  it('is passed by what is proved on every ground, which needs the county alone', () => {
    expect(neededFor(sent([proof('proved')]), today)).toEqual([county]);
    const agreed = then(approved(sent([proof('proved')]), yes('wang', 'countyReviewer'), today));
    expect(agreed.state).toBe('approved');
    expect(then(published(agreed, publication, today)).state).toBe('published');
  });

  it.each([
    ['refuted', [proof('refuted')]],
    ['undecided', [proof('undecided')]],
    ['proved on one of two grounds', [proof('proved'), proof('refuted', 'city 2')]],
    ['proved of another document', [{ ...proof('proved'), documentDigest: 'other' }]],
    ['of a submission from before there were proofs', []],
  ])('that is %s needs the city, without whom nothing is published', (_, gates) => {
    const grounds = [...bases, ...(gates.length > 1 ? [{ ...bases[0], digest: 'city 2' } as (typeof bases)[0]] : [])];
    const draft = sent(gates, { bases: grounds });
    expect(neededFor(draft, today)).toEqual([county, city]);
    const half = then(approved(draft, yes('wang', 'countyReviewer'), today));
    expect(half.state).toBe('submitted');
    expect(published(half, publication, today)).toMatchObject({ code: 'draftState' });
    expect(published({ ...half, state: 'approved' }, publication, today)).toMatchObject({ code: 'approvalMissing' });
  });

  it('is overridden by a reviewer of the city who says why, and by nobody else', () => {
    const half = then(approved(sent([proof('refuted')]), yes('wang', 'countyReviewer', 'the county says so'), today));
    expect(half.state).toBe('submitted');
    expect(approved(half, yes('zhou', 'cityReviewer'), today)).toMatchObject({
      code: 'overrideReasonMissing',
      at: { pointer: '/reason' },
    });
    const agreed = then(approved(half, yes('zhou', 'cityReviewer', 'two families, helped otherwise'), today));
    expect(agreed).toMatchObject({ state: 'approved', approvals: [{}, { reason: 'two families, helped otherwise' }] });
    expect(then(published(agreed, publication, today)).state).toBe('published');
  });

  it('joins what the city is asked for anyway', () => {
    const needs = [county, { as: 'cityReviewer', because: ['waiver'] }] as const;
    const needed = neededFor(sent([proof('undecided')], { needs }), today);
    expect(needed).toEqual([county, { as: 'cityReviewer', because: ['waiver', 'notProved'] }]);
    expect(missingApprovals(needed, [yes('zhou', 'cityReviewer')], digest)).toEqual(needed);
    expect(missingApprovals(needed, [yes('zhou', 'cityReviewer', 'why')], digest)).toEqual([county]);
  });

  it('is not asked of a city’s own document', () => {
    const needs = [{ as: 'cityReviewer', because: [] }] as const;
    expect(neededFor(sent([], { bases: [], needs }), today)).toEqual(needs);
  });

  it('INVARIANT: nothing unproved is published without its override, whoever writes the row', () => {
    const approvals = [yes('wang', 'countyReviewer')];
    const refuted: Draft = { ...sent([proof('refuted')]), state: 'approved', approvals };
    expect(brokenDraft(refuted)?.code).toBe('notApproved');
    // What was approved before there were proofs can still be commented on, and withdrawn.
    const old: Draft = { ...sent([]), state: 'approved', approvals };
    expect(brokenDraft(old)).toBeNull();
    expect(brokenDraft({ ...old, state: 'published', publication })?.code).toBe('notApproved');
    const override = [...approvals, yes('zhou', 'cityReviewer', 'why')];
    expect(brokenDraft({ ...refuted, approvals: override, state: 'published', publication })).toBeNull();
  });
});
