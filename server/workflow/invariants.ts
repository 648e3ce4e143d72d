import type { Finding } from '../domain/finding.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { type Draft, isClosed } from './draft.ts';
import { PROOF } from './gate.ts';
import { missingApprovals, neededForProof } from './needed-approvals.ts';

/**
 * What must hold of a draft whoever asks: nobody who wrote any part of it, or submitted it, is among those who approve it;
 * each approval is of the document that was submitted, and each by somebody else; writers are never forgotten; what has been
 * published or discarded stays as it is. Held by the store, so that no way round the use cases leads past it.
 * @param after the draft as it is to be; null where it is to be gone, which no draft ever is
 * @param before the draft as it stood; null for a new one
 * @returns `selfApproval`, `selfPublication`, `notApproved`, `draftRewritten`; null where all is well
 */
export function brokenDraft(after: Draft | null, before: Draft | null = null): Finding | null {
  if (after === null) return finding('draftRewritten');
  const { writers, approvals, submission, state, publication } = after;
  const own = approvals.find(({ by }) => writers.includes(by));
  if (own !== undefined) return finding('selfApproval', { by: own.by });
  const digests = approvals.map(({ digest }) => digest);
  if (digests.some((digest) => digest !== submission?.documentDigest)) return finding('notApproved');
  if (new Set(approvals.map(({ by }) => by)).size < approvals.length) return finding('notApproved');
  if (submission !== null && (submission.textHash !== after.textHash || !writers.includes(submission.by)))
    return finding('draftRewritten');
  if (state === 'approved' || state === 'published') {
    if (submission === null || missingApprovals(needsOf(after), approvals, submission.documentDigest).length > 0)
      return finding('notApproved');
  }
  if ((state === 'published') !== (publication !== null)) return finding('draftRewritten');
  if (publication !== null && writers.includes(publication.by))
    return finding('selfPublication', { by: publication.by });
  return before === null ? null : brokenHistory(before, after);
}

/**
 * What must hold besides of a yes that is given, and of all of them when a draft is published: none is of somebody who has a part
 * in the text by way of a copy. What was approved before copies were looked at stays as it is until it is to be published.
 * @param others who else has a part in its text, see `othersWhoWrote`; asked for only where there is anything to hold to it
 * @returns `selfApproval`, `selfPublication`; null where all is well
 */
export function brokenByCopy(
  after: Draft | null,
  before: Draft | null,
  others: (draft: Draft) => readonly string[],
): Finding | null {
  if (after === null) return null;
  const publication = before?.publication == null ? after.publication : null;
  const stood = new Set(before?.approvals.map(({ by, digest }) => `${by} ${digest}`));
  const given = after.approvals.filter(({ by, digest }) => publication !== null || !stood.has(`${by} ${digest}`));
  if (given.length === 0 && publication === null) return null;
  const writers = new Set(others(after));
  const own = given.find(({ by }) => writers.has(by));
  if (own !== undefined) return finding('selfApproval', { by: own.by });
  return publication !== null && writers.has(publication.by)
    ? finding('selfPublication', { by: publication.by })
    : null;
}

/** What was approved before there were proofs stays as it is until it is to be published. */
function needsOf(draft: Draft) {
  const isOld = draft.state === 'approved' && !draft.gates.some(({ gate }) => gate === PROOF);
  return isOld ? (draft.submission?.needs ?? []) : neededForProof(draft);
}

function brokenHistory(before: Draft, after: Draft): Finding | null {
  const keepsWriters = before.writers.every((writer) => after.writers.includes(writer));
  const samePlace = before.jurisdiction === after.jurisdiction && before.kind === after.kind;
  if (isClosed(before) || !keepsWriters || !samePlace) return finding('draftRewritten');
  // A yes that stays is to the very text that it was given to.
  const kept = after.approvals.length > 0 && before.approvals.length > 0;
  return kept && before.textHash !== after.textHash ? finding('draftRewritten') : null;
}

/**
 * What must hold of a version that was reviewed: a reviewer of its own place approved this very document, and neither they nor
 * who publishes it wrote any part.
 * @returns `selfApproval`, `selfPublication`, `notApproved`; null where all is well
 */
export function brokenPublication({ review, publishedBy, digest, kind }: PublicationRecord): Finding | null {
  if (review === undefined) return null;
  const { writers, approvals, submittedBy } = review;
  const own = approvals.find(({ by }) => by === submittedBy || writers.includes(by));
  if (own !== undefined) return finding('selfApproval', { by: own.by });
  if (publishedBy === submittedBy || writers.includes(publishedBy))
    return finding('selfPublication', { by: publishedBy });
  if (approvals.some((approval) => approval.digest !== digest)) return finding('notApproved');
  const needed = kind === 'RuleSet' ? 'cityReviewer' : 'countyReviewer';
  return approvals.some(({ as }) => as === needed) ? null : finding('notApproved');
}

function finding(code: string, args: Finding['args'] = {}): Finding {
  return { code, severity: 'error', args };
}
