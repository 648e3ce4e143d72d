import { describe, expect, it } from 'vitest';
import type { Approval, Draft, Edit } from '../../server/workflow/draft.ts';
import {
  approved,
  commented,
  discarded,
  edited,
  isDraft,
  published,
  resolved,
  returned,
  type Step,
  submitted,
  withdrawn,
} from '../../server/workflow/transitions.ts';
import { begun, minute, submissionOf } from './a-draft.ts';

const today = '2019-05-01';
const digest = 'digest of text-0';
const edit = (by: string, textHash: string): Edit => ({ by, at: minute(5), textHash, revision: 2 });
const yes = (by: string, of: Partial<Approval> = {}): Approval => ({
  by,
  as: 'countyReviewer',
  at: minute(20),
  digest,
  ...of,
});
const publication = (by: string) => ({ version: '1.0.0', by, at: minute(30) });

/** The draft that a step comes to. */
function then(step: Step): Draft {
  if (!isDraft(step)) throw new Error(step.code);
  return step;
}

const sent = then(submitted(begun, submissionOf('text-0', 'li'), []));
const agreed = then(approved(sent, yes('wang'), today));

describe('a draft', () => {
  it('goes from writing over review and approval to publication', () => {
    expect(sent.state).toBe('submitted');
    expect(agreed).toMatchObject({ state: 'approved', approvals: [{ by: 'wang', digest }] });
    expect(then(published(agreed, publication('wang'), today))).toMatchObject({
      state: 'published',
      publication: { version: '1.0.0', by: 'wang' },
    });
  });

  it('has everybody who wrote or submitted it among its writers, each once', () => {
    const twice = then(edited(then(edited(begun, edit('zhao', 'text-1'))), edit('li', 'text-2')));
    expect(twice.writers).toEqual(['li', 'zhao']);
    expect(then(submitted(twice, submissionOf('text-2', 'sun'), [])).writers).toEqual(['li', 'zhao', 'sun']);
  });

  it('loses submission and approvals with every edit, and the writer may not approve it from then on', () => {
    const again = then(edited(agreed, edit('wang', 'text-1')));
    expect(again).toMatchObject({ state: 'draft', submission: null, approvals: [], gates: [] });
    const resent = then(submitted(again, submissionOf('text-1', 'li'), []));
    expect(approved(resent, yes('wang', { digest: 'digest of text-1' }), today)).toMatchObject({
      code: 'selfApproval',
    });
  });

  it('is approved by nobody who wrote or submitted it, nor twice by one, nor of another text', () => {
    expect(approved(sent, yes('li'), today)).toMatchObject({ code: 'selfApproval', args: { by: 'li' } });
    expect(approved(sent, yes('wang', { digest: 'digest of text-9' }), today)).toMatchObject({
      code: 'approvalOtherText',
    });
    expect(approved(agreed, yes('wang'), today)).toMatchObject({ code: 'alreadyApproved' });
    expect(approved(agreed, yes('sun'), today)).toMatchObject({ code: 'approvalNotNeeded' });
    expect(approved(begun, yes('wang'), today)).toMatchObject({ code: 'draftState', args: { state: 'draft' } });
  });

  it('that needs the city is approved once both have said yes, in either order', () => {
    const heavy = submissionOf('text-0', 'li', {
      needs: [
        { as: 'countyReviewer', because: [] },
        { as: 'cityReviewer', because: ['waiver'] },
      ],
    });
    const both = then(submitted(begun, heavy, []));
    const city = yes('qian', { as: 'cityReviewer' });
    for (const [first, second] of [
      [yes('wang'), city],
      [city, yes('wang')],
    ] as const) {
      const half = then(approved(both, first, today));
      expect(half.state).toBe('submitted');
      expect(published(half, publication('wang'), today)).toMatchObject({ code: 'draftState' });
      expect(then(approved(half, second, today)).state).toBe('approved');
      expect(approved(half, { ...second, by: first.by }, today)).toMatchObject({ code: 'alreadyApproved' });
    }
  });

  it('whose first day has come since it was approved needs the city before it is published', () => {
    const late = '2019-07-02';
    expect(published(agreed, publication('wang'), '2019-07-01')).toMatchObject({ state: 'published' });
    expect(published(agreed, publication('wang'), late)).toMatchObject({
      code: 'approvalMissing',
      args: { as: 'cityReviewer' },
    });
    const seen = then(approved(agreed, yes('qian', { as: 'cityReviewer' }), late));
    expect(published(seen, publication('wang'), late)).toMatchObject({ state: 'published' });
  });

  it('is published by nobody who wrote it', () => {
    expect(published(agreed, publication('li'), today)).toMatchObject({ code: 'selfPublication' });
  });

  it('that is returned tells why, and the next submission knows what was looked at', () => {
    const back = then(returned(sent, { by: 'wang', at: minute(20), reason: 'too little' }));
    expect(back).toMatchObject({
      state: 'returned',
      submission: null,
      returns: [{ by: 'wang', reason: 'too little', digest }],
      looked: ['change of text-0'],
      lookedBy: { wang: ['change of text-0'] },
    });
    expect(returned(sent, { by: 'li', at: minute(20), reason: 'x' })).toMatchObject({ code: 'selfReturn' });
    expect(then(submitted(back, submissionOf('text-0', 'li'), [])).looked).toEqual(['change of text-0']);
  });

  it('that is withdrawn can be written on and sent again', () => {
    expect(then(withdrawn(agreed))).toMatchObject({ state: 'draft', approvals: [] });
    expect(withdrawn(begun)).toMatchObject({ code: 'draftState' });
  });

  it('that is over stays as it is', () => {
    for (const over of [then(discarded(begun)), then(published(agreed, publication('wang'), today))]) {
      expect(edited(over, edit('li', 'text-1'))).toMatchObject({ code: 'draftClosed', args: { state: over.state } });
      expect(discarded(over)).toMatchObject({ code: 'draftClosed' });
      expect(submitted(over, submissionOf('text-0', 'li'), [])).toMatchObject({ code: 'draftState' });
    }
  });

  it('carries comments on single standards until they are seen to', () => {
    const said = { id: 'c1', standard: 'accident.medical', by: 'wang', at: minute(1), text: 'why?', resolved: null };
    const one = then(commented(sent, said));
    expect(one).toMatchObject({ state: 'submitted', comments: [said] });
    const done = then(resolved(one, 'c1', 'li', minute(2)));
    expect(done.comments).toMatchObject([{ resolved: { by: 'li' } }]);
    expect(resolved(done, 'c1', 'li', minute(3))).toMatchObject({ code: 'commentResolved' });
    expect(resolved(done, 'c2', 'li', minute(3))).toMatchObject({ code: 'commentUnknown' });
  });

  it('takes no more than so many comments', () => {
    const said = { standard: null, by: 'wang', at: minute(1), text: 'why?', resolved: null };
    const full = { ...begun, comments: Array.from({ length: 500 }, (_, index) => ({ ...said, id: `c${index}` })) };
    expect(commented(full, { ...said, id: 'c500' })).toMatchObject({ code: 'tooManyComments' });
  });
});
