import { takingPerson } from '../people/person-shown.ts';
import type { Route, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';
import { about } from './about.ts';
import { changeAccounts, createAccounts, listAccounts, readAccount } from './accounts.ts';
import { issueKeys, listKeys, revokeKeys } from './api-keys.ts';
import { readAudit, readAuditEnd, verifyAuditTrail } from './audit.ts';
import { readChangelog } from './changelog.ts';
import { listColleagues } from './colleagues.ts';
import { readDiff } from './diffs.ts';
import { readDraftConsequences } from './draft-consequences.ts';
import {
  approveDrafts,
  commentOnDrafts,
  publishDrafts,
  resolveComments,
  returnDrafts,
  submitDrafts,
  withdrawDrafts,
} from './draft-review.ts';
import {
  createDrafts,
  discardDrafts,
  listAllDrafts,
  readDraftChanges,
  readDraftProofs,
  readOneDraft,
  saveDrafts,
} from './drafts.ts';
import { edges } from './edges.ts';
import { readClaimSchema, readEffective, readFloor } from './effective.ts';
import { evaluationBatch } from './evaluation-batch.ts';
import { evaluations } from './evaluations.ts';
import { fundings } from './fundings.ts';
import { healthz, readyz } from './health.ts';
import { listJurisdictions, readJurisdiction } from './jurisdictions.ts';
import { readMatrix } from './matrix.ts';
import { metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { beginProofs, cancelProofs, readProofs } from './proofs.ts';
import { listRuleSets, readRuleSet, readRuleSetByDigest } from './rule-sets.ts';
import { beginSession, endSession, putPassword, readSession } from './session.ts';
import { acceptInvitations, beginSetUp } from './set-up.ts';
import { completeTasks, listAllTasks, listReviews } from './tasks.ts';
import { listTypicalClaims } from './typical-claims.ts';
import { validations } from './validations.ts';
import { verifications } from './verifications.ts';
import { resumeVersions, revokeVersions, suspendVersions } from './version-changes.ts';

/** Every route there is. */
export interface Routes {
  /** Answered on node:http. */
  readonly direct: readonly (Route | StreamRoute)[];
  /** Answered by Express. */
  readonly ordinary: readonly Route[];
}

/** The routes of a service. */
export function routesOf(service: Service): Routes {
  const direct = [evaluations(service), evaluationBatch(service)];
  const routes: readonly Route[] = [
    ...[fundings, verifications, validations].map((route) => route(service)),
    ...[listJurisdictions, readJurisdiction, listRuleSets, readRuleSet, readRuleSetByDigest].map((route) =>
      route(service),
    ),
    ...[readChangelog, readDiff, edges, beginProofs, readProofs, cancelProofs].map((route) => route(service)),
    ...[readEffective, readFloor, readClaimSchema, readMatrix, listTypicalClaims].map((route) => route(service)),
    ...[beginSetUp, acceptInvitations, beginSession, readSession, endSession, putPassword].map((route) =>
      route(service),
    ),
    ...[listAccounts, createAccounts, readAccount, changeAccounts].map((route) => route(service)),
    ...[listKeys, issueKeys, revokeKeys, readAudit, readAuditEnd, verifyAuditTrail].map((route) => route(service)),
    ...[listAllDrafts, createDrafts, readOneDraft, saveDrafts, discardDrafts].map((route) => route(service)),
    ...[readDraftChanges, readDraftConsequences, readDraftProofs].map((route) => route(service)),
    ...[commentOnDrafts, resolveComments, submitDrafts, withdrawDrafts].map((route) => route(service)),
    ...[approveDrafts, returnDrafts, publishDrafts, listReviews, listColleagues].map((route) => route(service)),
    ...[listAllTasks, completeTasks, suspendVersions, resumeVersions, revokeVersions].map((route) => route(service)),
    ...[about, healthz, readyz, metrics].map((route) => route(service)),
    openApi(service, () => [...direct, ...ordinary]),
  ];
  const ordinary = routes.map(takingPerson);
  return { direct, ordinary };
}
