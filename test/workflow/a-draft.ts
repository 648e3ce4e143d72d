import type { Draft } from '../../server/workflow/draft.ts';
import type { Submission } from '../../server/workflow/submission.ts';

/** An instant on 2019-05-01, so many minutes into it. */
export const minute = (minutes: number) =>
  new Date(Date.parse('2019-05-01T00:00:00Z') + minutes * 60_000).toISOString();

/** A draft of Guan County that `li` has begun. */
export const begun: Draft = {
  jurisdiction: '371525',
  kind: 'Override',
  state: 'draft',
  origin: { kind: 'heading', effective: { from: '2019-07-01' } },
  createdAt: minute(0),
  createdBy: 'li',
  textHash: 'text-0',
  writers: ['li'],
  edits: [{ by: 'li', at: minute(0), textHash: 'text-0', revision: 1 }],
  submission: null,
  approvals: [],
  gates: [],
  comments: [],
  returns: [],
  looked: [],
  publication: null,
  last: { by: 'li', at: '2019-01-01T00:00:00Z', act: 'draft.created' },
};

/** What is put forward of a text, whose digest is called after it. */
export function submissionOf(textHash: string, by: string, of: Partial<Submission> = {}): Submission {
  return {
    by,
    at: minute(10),
    reason: 'more is paid',
    textHash,
    documentDigest: `digest of ${textHash}`,
    baseDigest: 'city',
    effective: { from: '2019-07-01' },
    heading: { jurisdiction: '371525', extends: '371500', title: { zh: '冠县', en: 'Guan' }, sample: false },
    bases: [],
    inPlace: [],
    previous: null,
    class: 'better',
    version: '1.0.0',
    compared: { version: null, baseVersion: '1.0.0', date: '2019-07-01' },
    changes: [`change of ${textHash}`],
    needs: [{ as: 'countyReviewer', because: [] }],
    warnings: [],
    overtakes: [],
    ...of,
  };
}
