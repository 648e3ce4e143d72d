import { sha256 } from '../../server/domain/sha256.ts';
import type { Draft } from '../../server/workflow/draft.ts';
import { submissionOf } from '../workflow/a-draft.ts';

/** A draft of a text by somebody made up. */
export function draftOf(text: string, more: Partial<Draft> = {}): Draft {
  return {
    jurisdiction: '371525',
    kind: 'Override',
    state: 'draft',
    origin: { kind: 'heading', effective: { from: '2019-07-01' } },
    createdAt: '2019-01-01T00:00:00Z',
    createdBy: 'T-001',
    textHash: sha256(text),
    writers: ['T-001'],
    edits: [],
    submission: null,
    approvals: [],
    gates: [],
    comments: [],
    returns: [],
    looked: [],
    publication: null,
    last: { by: 'li', at: '2019-01-01T00:00:00Z', act: 'draft.created' },
    ...more,
  };
}

/** The same once somebody else has approved and a third published it. */
export function publishedDraftOf(text: string): Draft {
  const at = '2019-01-01T00:00:00Z';
  const needed = [{ as: 'countyReviewer', because: [] }] as const;
  const submission = { ...submissionOf(sha256(text), 'T-001'), needs: needed };
  return draftOf(text, {
    state: 'published',
    submission,
    approvals: [{ by: 'T-002', as: 'countyReviewer', at, digest: submission.documentDigest }],
    publication: { version: '1.0.0', by: 'T-003', at },
  });
}
