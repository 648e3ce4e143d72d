import { describe, expect, it } from 'vitest';
import type { PublicationRecord, PublicationReview } from '../../server/rulesets/publication.ts';
import { type Draft, MOST_MEANINGS } from '../../server/workflow/draft.ts';
import { othersWhoWrote } from '../../server/workflow/same-text.ts';
import {
  discarded,
  edited,
  isDraft,
  meaning,
  returned,
  type Step,
  submitted,
  withdrawn,
} from '../../server/workflow/transitions.ts';
import { begun, minute, submissionOf } from './a-draft.ts';

/** Li's draft: `text-0` to begin with, then these texts by these people. */
function written(...edits: readonly (readonly [by: string, textHash: string])[]): Draft {
  return edits.reduce<Draft>(
    (draft, [by, textHash], index) => done(edited(draft, { by, textHash, at: minute(index), revision: index + 2 })),
    begun,
  );
}

function done(step: Step): Draft {
  if (!isDraft(step)) throw new Error(step.code);
  return step;
}

/** Who else has a part in Li's draft, beside drafts of others and versions. */
const of = (draft: Draft, others: readonly Draft[], published: Parameters<typeof othersWhoWrote>[3] = []) =>
  othersWhoWrote(
    'own',
    draft,
    [draft, ...others].map((row, n) => [n === 0 ? 'own' : `other ${n}`, { row }]),
    published,
  );

const version = (text: string, review?: Partial<PublicationReview>) => ({
  bytes: text,
  record: { digest: `digest of ${text}`, ...(review && { review }) } as PublicationRecord,
});

describe('who else has a part in the text of a draft', () => {
  const own = written(['li', 'text-1']);

  it('are the writers of another that has the same text or had it, open or given up', () => {
    const has = { ...written(['wang', 'text-1']), writers: ['wang'] };
    const had = { ...written(['zhao', 'text-1'], ['zhao', 'text-2']), writers: ['zhao'] };
    expect(of(own, [has, had])).toEqual(['wang', 'zhao']);
    expect(of(own, [done(discarded(has)), { ...written(['qian', 'text-2']), writers: ['qian'] }])).toEqual(['wang']);
    // What it had itself, it has been built upon.
    expect(of(written(['li', 'text-1'], ['li', 'text-3']), [has])).toEqual(['wang']);
  });

  it('are not those who began with the same, nor those who went back to what is published', () => {
    expect(of(begun, [{ ...begun, createdBy: 'wang', writers: ['wang'] }])).toEqual([]);
    const back = { ...written(['wang', 'text-1'], ['wang', 'text-9']), writers: ['wang'] };
    const carried = written(['li', 'text-9'], ['li', 'text-3']);
    expect(of(carried, [back])).toEqual(['wang']);
    expect(of(carried, [back], [version('text-9', { writers: ['qian'], submittedBy: 'qian' })])).toEqual([]);
  });

  it('are those who have put forward a text of the same meaning, also where it was sent back', () => {
    const put = (by: string, textHash: string) =>
      done(
        submitted(
          { ...written([by, textHash]), writers: [by] },
          { ...submissionOf(textHash, by), documentDigest: 'same' },
          [],
        ),
      );
    const sentBack = done(returned(put('zhao', 'text-5'), { by: 'qian', at: minute(9), reason: 'no' }));
    expect(of(put('li', 'text-4'), [put('wang', 'text-6'), sentBack])).toEqual(['wang', 'zhao']);
  });

  it('are those who meant the same, whatever became of it: of a draft the last meanings, and none of what it goes on from', () => {
    const put = (by: string, textHash: string) =>
      done(submitted({ ...written([by, textHash]), writers: [by] }, submissionOf(textHash, by), []));
    const own = put('li', 'text-4');
    const same = 'digest of text-4';
    const others = { wang: withdrawn(put('wang', 'text-4')), zhao: discarded(put('zhao', 'text-4')) };
    expect(of(own, Object.values(others).map(done))).toEqual(Object.keys(others));
    const saved = (draft: Draft, digest: string | null) => meaning({ ...draft, writers: ['qian'] }, digest);
    expect(of(own, [saved(begun, same)])).toEqual(['qian']);
    expect(of(own, [saved(begun, null)])).toEqual([]);
    const from: Draft = { ...begun, origin: { kind: 'version', version: '1.0.0', digest: same } };
    expect(of(own, [saved(from, same)])).toEqual([]);
    const later = (count: number) =>
      Array.from({ length: count }).reduce<Draft>((draft, _, n) => saved(draft, `later ${n}`), saved(begun, same));
    expect(of(own, [later(MOST_MEANINGS - 1)])).toEqual(['qian']);
    expect(of(own, [later(MOST_MEANINGS)])).toEqual([]);
    // A draft of before meanings were kept.
    const { meanings: _, ...old } = done(withdrawn(put('wang', 'text-4')));
    expect(of({ ...own, textHash: 'text-8', edits: [] }, [old])).toEqual([]);
  });

  it('are the writers of a version that comes back, by its meaning', () => {
    const put = done(submitted(own, submissionOf('text-1', 'li'), []));
    const older = version('text-1', { writers: ['wang', 'li'], submittedBy: 'zhao' });
    expect(
      of(put, [], [older, version('text-2', { writers: ['qian'], submittedBy: 'qian' }), version('text-1')]),
    ).toEqual([...['wang', 'zhao']]);
  });
});
