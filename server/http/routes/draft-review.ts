import { approveDraft } from '../../usecases/drafts/approve.ts';
import type { DraftChange, HeldDraft } from '../../usecases/drafts/change-draft.ts';
import { commentOnDraft, resolveComment } from '../../usecases/drafts/comment.ts';
import { publishDraft } from '../../usecases/drafts/publish.ts';
import { returnDraft } from '../../usecases/drafts/return.ts';
import { submitDraft } from '../../usecases/drafts/submit.ts';
import { withdrawDraft } from '../../usecases/drafts/withdraw.ts';
import { bodyProblems, changingRoute, commentId, draftAnswer, workflowBody } from '../drafts/draft-route.ts';
import { answerOnce, idempotencyKey } from '../drafts/once.ts';
import { approvalIn, commentIn, reasonIn } from '../drafts/requests.ts';
import type { Answer } from '../exchange.ts';
import { consequencesShown } from '../parameters.ts';
import { placeProblems } from '../problem-groups.ts';
import type { Call, Route } from '../route.ts';
import type { Service } from '../service.ts';

/** `POST /api/v1/drafts/{id}/comments`: says something of it, or of one of its standards. */
export function commentOnDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/comments',
    operation: 'commentOnDraft',
    summary: { zh: '就草稿或其中一项标准写批注', en: 'Comments on a draft, or on one of its standards' },
    scope: 'draft.comment',
    body: workflowBody('commentRequest'),
    problems: [...bodyProblems, 'wordsLength', 'requestNotAName', 'draftClosed', 'tooManyComments'],
    handle: async (call, change) =>
      draftAnswer(service, call, await commentOnDraft(service.office, change, commentIn(call.body))),
  });
}

/** `POST /api/v1/drafts/{id}/comments/{comment}/resolution`: says that it has been seen to. */
export function resolveComments(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/comments/{comment}/resolution',
    operation: 'resolveComment',
    summary: { zh: '批注已处理', en: 'Marks a comment as seen to' },
    scope: 'draft.comment',
    parameters: [commentId],
    problems: ['draftClosed', 'commentUnknown', 'commentResolved'],
    handle: async (call, change) =>
      draftAnswer(service, call, await resolveComment(service.office, change, call.parameters.comment ?? '')),
  });
}

/** `POST /api/v1/drafts/{id}/submission`: puts it forward for review. */
export function submitDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/submission',
    operation: 'submitDraft',
    summary: {
      zh: '提交审核，须写理由；原文与摘要从此固定',
      en: 'Submits a draft, with a reason; text and digest are fixed from here on',
    },
    description: {
      zh: '县的草稿按其期间内市级各版本的最低标准检查，并证明无人因此变差，至多半分钟。答复说明需要谁批准、与现行标准的差别、期间的空档与重叠。',
      en: 'A county’s draft is held to the floor of each of its city’s versions in force during its period, and it is proved that nobody is worse off, in half a minute at most. The answer tells whose approval it needs, what it changes, and gaps and overlaps of periods.',
    },
    scope: 'draft.submit',
    parameters: [idempotencyKey],
    body: workflowBody('submissionRequest'),
    problems: [
      ...bodyProblems,
      ...placeProblems,
      'wordsLength',
      'draftState',
      'draftInvalid',
      'overloaded',
      'idempotencyKeyReused',
    ],
    handle: (call, change) =>
      changedOnce(service, call, change, (kept) => submitDraft(service.office, kept, reasonIn(call.body))),
  });
}

/** `POST /api/v1/drafts/{id}/withdrawal`: takes a submission back. */
export function withdrawDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/withdrawal',
    operation: 'withdrawDraft',
    summary: { zh: '撤回提交；批准作废', en: 'Takes a submission back; approvals go with it' },
    scope: 'draft.submit',
    problems: ['draftState'],
    handle: async (call, change) => draftAnswer(service, call, await withdrawDraft(service.office, change)),
  });
}

/** `POST /api/v1/drafts/{id}/approvals`: says yes to the document that was submitted. */
export function approveDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/approvals',
    operation: 'approveDraft',
    summary: {
      zh: '批准所提交的文本（写明摘要）；写过其中任何部分的人不能批准',
      en: 'Approves the document that was submitted, by its digest; nobody who wrote any part of it may',
    },
    scope: 'draft.approve',
    parameters: [idempotencyKey],
    body: workflowBody('approvalRequest'),
    problems: [
      ...bodyProblems,
      'requestNotDigest',
      'wordsLength',
      'overrideReasonMissing',
      'draftState',
      'selfApproval',
      'alreadyApproved',
      'approvalOtherText',
      'approvalNotNeeded',
      'idempotencyKeyReused',
    ],
    handle: (call, change) =>
      changedOnce(service, call, change, (kept) => {
        const { digest, reason } = approvalIn(call.body);
        return approveDraft(service.office, kept, digest, reason);
      }),
  });
}

/** `POST /api/v1/drafts/{id}/returns`: sends it back. */
export function returnDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/returns',
    operation: 'returnDraft',
    summary: { zh: '退回修改，须写理由', en: 'Sends a submission back, with a reason' },
    scope: 'draft.return',
    body: workflowBody('returnRequest'),
    problems: [...bodyProblems, 'wordsLength', 'draftState', 'selfReturn'],
    handle: async (call, change) =>
      draftAnswer(service, call, await returnDraft(service.office, change, reasonIn(call.body))),
  });
}

/** `POST /api/v1/drafts/{id}/publication`: makes it a version. */
export function publishDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'POST',
    path: '/api/v1/drafts/{id}/publication',
    operation: 'publishDraft',
    summary: {
      zh: '发布已批准的草稿为一个版本；由没有写过它的审核人发布，版本号按改动自动得出',
      en: 'Publishes an approved draft; by a reviewer who wrote none of it. Its number follows from its changes',
    },
    description: {
      zh: '带上 Dixian-Consequences（所看到的影响的摘要）时，影响其间若有变化则不发布。',
      en: 'With `Dixian-Consequences`, the digest of the consequences that were shown, it is refused where publishing would do something else by now.',
    },
    scope: 'draft.publish',
    parameters: [idempotencyKey, consequencesShown],
    success: 201,
    problems: [
      ...placeProblems,
      'draftState',
      'selfPublication',
      'notApproved',
      'approvalMissing',
      'groundMoved',
      'consequencesMoved',
      'overloaded',
      'idempotencyKeyReused',
    ],
    handle: (call, change) =>
      changedOnce(
        service,
        call,
        change,
        (kept) => publishDraft(service.office, kept, call.parameters[consequencesShown.name] ?? null),
        ({ row: { jurisdiction, publication } }) => ({
          status: 201,
          location: `/api/v1/jurisdictions/${jurisdiction}/rule-sets/${publication?.version ?? ''}`,
        }),
      ),
  });
}

/**
 * Changes a draft once, however often the request comes with its key.
 * @param more what the answer says beside the draft
 */
function changedOnce(
  service: Service,
  call: Call,
  change: DraftChange,
  run: (change: DraftChange) => Promise<HeldDraft>,
  more: (held: HeldDraft) => Parameters<typeof draftAnswer>[3] = () => undefined,
): Promise<Answer> {
  return answerOnce(
    service,
    call,
    (held) => draftAnswer(service, call, held, more(held)),
    (keep) => run({ ...change, ...(keep && { keep }) }),
  );
}
