import type { Route, StreamRoute } from '../route.ts';
import type { Service } from '../service.ts';
import { about } from './about.ts';
import { readChangelog } from './changelog.ts';
import { readDiff } from './diffs.ts';
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
import { listRuleSets, readRuleSet, readRuleSetByDigest } from './rule-sets.ts';
import { listTypicalClaims } from './typical-claims.ts';
import { validations } from './validations.ts';
import { verifications } from './verifications.ts';

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
  const ordinary: readonly Route[] = [
    ...[fundings, verifications, validations].map((route) => route(service)),
    ...[listJurisdictions, readJurisdiction, listRuleSets, readRuleSet, readRuleSetByDigest].map((route) =>
      route(service),
    ),
    ...[readChangelog, readDiff, edges].map((route) => route(service)),
    ...[readEffective, readFloor, readClaimSchema, readMatrix, listTypicalClaims].map((route) => route(service)),
    ...[about, healthz, readyz, metrics].map((route) => route(service)),
    openApi(service, () => [...direct, ...ordinary]),
  ];
  return { direct, ordinary };
}
