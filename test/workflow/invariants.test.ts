import { describe, expect, it } from 'vitest';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';
import type { Draft } from '../../server/workflow/draft.ts';
import { brokenDraft, brokenPublication } from '../../server/workflow/invariants.ts';
import { begun, minute, submissionOf } from './a-draft.ts';

const digest = 'digest of text-0';
const yes = { by: 'wang', as: 'countyReviewer', at: minute(20), digest } as const;
const sent: Draft = { ...begun, state: 'submitted', submission: submissionOf('text-0', 'li') };
const agreed: Draft = { ...sent, state: 'approved', approvals: [yes] };
const publication = { version: '1.0.0', by: 'wang', at: minute(30) };

const record = {
  jurisdiction: '371525',
  version: '1.0.0',
  sequence: 2,
  kind: 'Override',
  effective: { from: '2019-07-01' },
  digest,
  publishedAt: minute(30),
  publishedBy: 'wang',
  sample: false,
  review: {
    draft: 'd',
    writers: ['li'],
    submittedBy: 'li',
    reason: 'more is paid',
    approvals: [yes],
    baseDigest: 'city',
    class: 'better',
  },
} as const satisfies PublicationRecord;
const reviewed = (of: Partial<NonNullable<PublicationRecord['review']>>, more: Partial<PublicationRecord> = {}) =>
  brokenPublication({ ...record, ...more, review: { ...record.review, ...of } });

describe('INVARIANT (two people): a draft', () => {
  it('in order breaks nothing', () => {
    for (const draft of [begun, sent, agreed, { ...agreed, state: 'published' as const, publication }])
      expect(brokenDraft(draft)).toBeNull();
  });

  it.each<[string, Partial<Draft>, string]>([
    ['approved by a writer', { writers: ['li', 'wang'] }, 'selfApproval'],
    ['approved of another document', { approvals: [{ ...yes, digest: 'other' }] }, 'notApproved'],
    ['approved twice by one person', { approvals: [yes, { ...yes, as: 'cityReviewer' }] }, 'notApproved'],
    ['approved by nobody', { approvals: [] }, 'notApproved'],
    ['approved without a submission', { submission: null }, 'notApproved'],
    ['whose submission is of another text', { textHash: 'text-1' }, 'draftRewritten'],
    ['whose submitter is no writer', { writers: ['zhao'] }, 'draftRewritten'],
    ['published as nothing', { state: 'published' }, 'draftRewritten'],
    ['that became a version without being published', { publication }, 'draftRewritten'],
    ['published by a writer', { state: 'published', publication: { ...publication, by: 'li' } }, 'selfPublication'],
  ])('%s is refused', (_, of, code) => {
    expect(brokenDraft({ ...agreed, ...of })?.code).toBe(code);
  });

  it('keeps its writers, its place and what it came to', () => {
    const over: Draft = { ...agreed, state: 'published', publication };
    expect(brokenDraft({ ...begun, writers: ['zhao'] }, begun)?.code).toBe('draftRewritten');
    expect(brokenDraft({ ...begun, jurisdiction: '371522' }, begun)?.code).toBe('draftRewritten');
    expect(brokenDraft({ ...begun, state: 'draft' }, over)?.code).toBe('draftRewritten');
    expect(brokenDraft(over, agreed)).toBeNull();
  });

  it('never takes an approval along to another text', () => {
    const other = submissionOf('text-1', 'li', { documentDigest: digest });
    expect(brokenDraft({ ...agreed, textHash: 'text-1', submission: other }, agreed)?.code).toBe('draftRewritten');
  });
});

describe('INVARIANT (two people): a version', () => {
  it('in order breaks nothing; one that nobody could review is not asked', () => {
    expect(brokenPublication(record)).toBeNull();
    const { review: _, ...first } = record;
    expect(brokenPublication(first)).toBeNull();
  });

  it('has approvers and a publisher who wrote none of it, and their yes is to this document', () => {
    expect(reviewed({ writers: ['li', 'wang'] })?.code).toBe('selfApproval');
    expect(reviewed({ submittedBy: 'wang' })?.code).toBe('selfApproval');
    expect(reviewed({}, { publishedBy: 'li' })?.code).toBe('selfPublication');
    expect(reviewed({}, { digest: 'other' })?.code).toBe('notApproved');
    expect(reviewed({ approvals: [] })?.code).toBe('notApproved');
    expect(reviewed({ approvals: [{ ...yes, as: 'cityReviewer' }] })?.code).toBe('notApproved');
    expect(reviewed({}, { kind: 'RuleSet' })?.code).toBe('notApproved');
  });
});
