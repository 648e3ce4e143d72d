import { describe, expect, it } from 'vitest';
import type { Draft } from '../../server/workflow/draft.ts';
import { sentBack } from '../../server/workflow/sent-back.ts';
import {
  discarded,
  edited,
  isDraft,
  returned,
  type Step,
  submitted,
  withdrawn,
} from '../../server/workflow/transitions.ts';
import { begun, minute, submissionOf } from './a-draft.ts';

function then(step: Step): Draft {
  if (!isDraft(step)) throw new Error(step.code);
  return step;
}

const write = (draft: Draft, textHash: string) =>
  then(edited(draft, { by: 'li', at: minute(5), textHash, revision: 2 }));
const submit = (draft: Draft) => then(submitted(draft, submissionOf(draft.textHash, 'li'), []));
const sendBack = (draft: Draft, reason: string) => then(returned(draft, { by: 'wang', at: minute(20), reason }));

const back = sendBack(submit(begun), 'too little');

describe('how a draft was sent back', () => {
  it('is told with what had been submitted, and stays so however often the text is written', () => {
    const { by, at, reason } = submissionOf('text-0', 'li');
    expect(sentBack(back)).toMatchObject({ by: 'wang', reason: 'too little', submitted: { by, at, reason } });
    const written = write(write(back, 'text-1'), 'text-2');
    expect(written.state).toBe('draft');
    expect(sentBack(written)).toEqual(sentBack(back));
  });

  it('is nothing any more once the draft is submitted again, though that be taken back', () => {
    const again = submit(write(back, 'text-1'));
    expect(sentBack(again)).toBeNull();
    expect(again.returns).toMatchObject([{ reason: 'too little', answeredAt: again.submission?.at }]);
    expect(sentBack(then(withdrawn(again)))).toBeNull();
    expect(sentBack(write(again, 'text-2'))).toBeNull();
  });

  it('is the last time of several', () => {
    const twice = sendBack(submit(write(back, 'text-1')), 'still too little');
    expect(sentBack(write(twice, 'text-2'))).toMatchObject({ reason: 'still too little' });
    expect(twice.returns.map(({ answeredAt }) => answeredAt !== undefined)).toEqual([true, false]);
  });

  it('is nothing of a draft that never was, or that is given up', () => {
    expect(sentBack(begun)).toBeNull();
    expect(sentBack(submit(begun))).toBeNull();
    expect(sentBack(then(discarded(back)))).toBeNull();
  });
});
