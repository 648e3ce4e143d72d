import type { CalendarDate } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import {
  type Approval,
  type Comment,
  type Draft,
  type DraftPublication,
  type DraftState,
  type Edit,
  isClosed,
  MOST_COMMENTED,
  MOST_COMMENTS,
  MOST_EDITS,
  MOST_MEANINGS,
  type Return,
} from './draft.ts';
import type { GateResult } from './gate.ts';
import { missingApprovals, neededFor, needsReason } from './needed-approvals.ts';
import type { StaffNumber } from './roles.ts';
import { MOST_FINGERPRINTS, type Submission } from './submission.ts';

/** What a step comes to: the draft as it is then, or why it cannot be taken. */
export type Step = Draft | Finding;

/** Whether a step could be taken. */
export function isDraft(step: Step): step is Draft {
  return 'textHash' in step;
}

/**
 * The text is written anew. What was submitted is withdrawn with all approvals: they were of another text.
 * @param origin what it stands on from here on; what it was begun from unless given
 */
export function edited(draft: Draft, edit: Edit, origin = draft.origin): Step {
  if (isClosed(draft)) return closed(draft);
  return {
    ...withdrawnOf(draft),
    origin,
    textHash: edit.textHash,
    writers: including(draft.writers, [edit.by]),
    edits: [...draft.edits, edit].slice(-MOST_EDITS),
  };
}

/** Others turn out to have a part in the text of a draft: they count as its writers from here on. */
export function alsoWritten(draft: Draft, by: readonly StaffNumber[]): Draft {
  return { ...draft, writers: including(draft.writers, by) };
}

/**
 * What a text that was saved means goes with the draft from here on: a copy is known by it. What it goes on from is nobody's.
 * @param digest over the document; null where the text is none that could be put forward
 */
export function meaning(draft: Draft, digest: string | null): Draft {
  const isOrigin = 'digest' in draft.origin && draft.origin.digest === digest;
  return digest === null || isOrigin ? draft : { ...draft, meanings: withMeaning(draft, digest) };
}

/** The text is put forward: from here on it is this very text that is reviewed. Who submits it answers for it as a writer. */
export function submitted(draft: Draft, submission: Submission, gates: readonly GateResult[]): Step {
  const shut = shutToSubmission(draft);
  if (shut !== null) return shut;
  if (submission.textHash !== draft.textHash) return finding('submittedOtherText');
  const writers = including(draft.writers, [submission.by]);
  const returns = answered(draft.returns, submission.at);
  const meanings = withMeaning(draft, submission.documentDigest);
  return { ...draft, state: 'submitted', writers, meanings, submission, gates, approvals: [], returns };
}

/** Why a draft cannot be submitted in its state; null where it can. */
export function shutToSubmission(draft: Draft): Finding | null {
  return draft.state === 'draft' || draft.state === 'returned' ? null : notIn(draft, ['draft', 'returned']);
}

/** Taken back by those who wrote it, to go on writing. */
export function withdrawn(draft: Draft): Step {
  if (draft.state !== 'submitted' && draft.state !== 'approved') return notIn(draft, ['submitted', 'approved']);
  return withdrawnOf(draft);
}

/**
 * Somebody says yes to the document that was submitted.
 * @param today decides whether its period begins in the past
 */
export function approved(draft: Draft, approval: Approval, today: CalendarDate): Step {
  const { submission, approvals, state } = draft;
  if (submission === null || (state !== 'submitted' && state !== 'approved')) return notIn(draft, ['submitted']);
  if (approval.digest !== submission.documentDigest) {
    return finding('approvalOtherText', { given: approval.digest, digest: submission.documentDigest });
  }
  if (draft.writers.includes(approval.by)) return finding('selfApproval', { by: approval.by });
  if (approvals.some(({ by }) => by === approval.by)) return finding('alreadyApproved', { by: approval.by });
  const missing = missingApprovals(neededFor(draft, today), approvals, submission.documentDigest);
  const need = missing.find(({ as }) => as === approval.as);
  if (need === undefined) return finding('approvalNotNeeded', { as: approval.as });
  if (needsReason(need) && approval.reason === undefined)
    return { ...finding('overrideReasonMissing'), at: { pointer: '/reason' } };
  return {
    ...draft,
    approvals: [...approvals, approval],
    state: missing.length === 1 ? 'approved' : 'submitted',
    ...lookedAt(draft, submission, approval.by),
  };
}

/** Sent back to those who wrote it, with a reason. */
export function returned(draft: Draft, { by, at, reason }: Omit<Return, 'digest'>): Step {
  const { submission, state } = draft;
  if (submission === null || (state !== 'submitted' && state !== 'approved'))
    return notIn(draft, ['submitted', 'approved']);
  if (draft.writers.includes(by)) return finding('selfReturn', { by });
  const given = { by: submission.by, at: submission.at, reason: submission.reason };
  const sentBack: Return = { by, at, reason, digest: submission.documentDigest, submitted: given };
  return {
    ...withdrawnOf(draft),
    state: 'returned',
    returns: [...draft.returns, sentBack].slice(-MOST_EDITS),
    ...lookedAt(draft, submission, by),
  };
}

/**
 * It becomes a version. That its ground is still what was looked at is for the caller to see to.
 * @param today decides whether its period begins in the past, which it may not have done when it was approved
 */
export function published(draft: Draft, publication: DraftPublication, today: CalendarDate): Step {
  const { submission } = draft;
  if (submission === null || draft.state !== 'approved') return notIn(draft, ['approved']);
  if (draft.writers.includes(publication.by)) return finding('selfPublication', { by: publication.by });
  const [missing] = missingApprovals(neededFor(draft, today), draft.approvals, submission.documentDigest);
  if (missing !== undefined) return finding('approvalMissing', { as: missing.as });
  return { ...draft, state: 'published', publication };
}

/** Given up; it stays to be read. */
export function discarded(draft: Draft): Step {
  if (isClosed(draft)) return closed(draft);
  return { ...withdrawnOf(draft), state: 'discarded' };
}

/** Something is said of it. */
export function commented(draft: Draft, comment: Comment): Step {
  if (isClosed(draft)) return closed(draft);
  const characters = draft.comments.reduce((sum, { text }) => sum + text.length, comment.text.length);
  if (draft.comments.length >= MOST_COMMENTS || characters > MOST_COMMENTED)
    return finding('tooManyComments', { most: MOST_COMMENTS, characters: MOST_COMMENTED });
  return { ...draft, comments: [...draft.comments, comment] };
}

/** What was said has been seen to. */
export function resolved(draft: Draft, id: string, by: StaffNumber, at: string): Step {
  if (isClosed(draft)) return closed(draft);
  const comment = draft.comments.find((one) => one.id === id);
  if (comment === undefined) return finding('commentUnknown', { id });
  if (comment.resolved !== null) return finding('commentResolved', { by: comment.resolved.by });
  const seenTo: Comment = { ...comment, resolved: { by, at } };
  return { ...draft, comments: draft.comments.map((one) => (one === comment ? seenTo : one)) };
}

function withdrawnOf(draft: Draft): Draft {
  return { ...draft, state: 'draft', submission: null, approvals: [], gates: [] };
}

function withMeaning({ meanings = [] }: Draft, digest: string): readonly string[] {
  return [...meanings.filter((one) => one !== digest), digest].slice(-MOST_MEANINGS);
}

function answered(returns: readonly Return[], at: string): readonly Return[] {
  return returns.map((one) => (one.answeredAt === undefined ? { ...one, answeredAt: at } : one));
}

function including(writers: readonly StaffNumber[], more: readonly StaffNumber[]): readonly StaffNumber[] {
  return [...new Set([...writers, ...more])];
}

function lookedAt({ looked, lookedBy = {} }: Draft, { changes }: Submission, by: StaffNumber) {
  const own = Object.hasOwn(lookedBy, by) ? (lookedBy[by] ?? []) : [];
  return { looked: withThose(looked, changes), lookedBy: { ...lookedBy, [by]: withThose(own, changes) } };
}

function withThose(looked: readonly string[], changes: readonly string[]): readonly string[] {
  return [...new Set([...looked, ...changes])].slice(-MOST_FINGERPRINTS);
}

function closed({ state }: Draft): Finding {
  return finding('draftClosed', { state });
}

function notIn({ state }: Draft, wanted: readonly DraftState[]): Finding {
  return finding('draftState', { state, wanted: wanted.join(', ') });
}

function finding(code: string, args: Finding['args'] = {}): Finding {
  return { code, severity: 'error', args };
}
