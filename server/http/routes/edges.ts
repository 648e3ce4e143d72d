import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EdgesRequest } from '../../../schemas/generated/documents.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkRequest } from '../../rulesets/request-check.ts';
import { type Side, sideOf } from '../../usecases/compared/side.ts';
import { edges as edgesOf } from '../../usecases/edges.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { edgesJson } from '../edges-json.ts';
import { JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { refusalOf } from '../problem.ts';
import { jsonProblems, placeProblems } from '../problem-groups.ts';
import type { Call, Route } from '../route.ts';
import type { Service } from '../service.ts';

/** Comparisons under way at most: each keeps one core busy for a second or so. */
const MOST = 2;

/** How long a comparison works before others have their turn, and how long it may take in all. */
const SLICE_MILLISECONDS = 10;
const MOST_MILLISECONDS = 10_000;

/** `POST /api/v1/edges`: the claims beside every threshold that two rule sets settle differently. */
export function edges(service: Service): Route {
  let underWay = 0;
  return {
    method: 'POST',
    path: '/api/v1/edges',
    operation: 'findEdges',
    summary: {
      zh: '比较两套规则：每个界限前后一分钱，结算不同的申请',
      en: 'Compare two rule sets: claims a fen either side of every threshold that they settle differently',
    },
    scope: 'read',
    body: {
      contents: [{ type: 'application/json', schema: 'edges-request.schema.json' }],
      limit: service.limits.bodyBytes,
    },
    headers: ['Content-Language'],
    contents: [{ type: 'application/json', schema: 'edges-answer.schema.json' }],
    problems: [
      ...jsonProblems,
      ...placeProblems,
      ...(['requestNotObject', 'requestFieldMissing', 'requestFieldUnknown', 'requestWrongType'] as const),
      ...(['requestOutOfRange', 'requestTooLong', 'sideMalformed', 'unknownJurisdiction', 'unknownVersion'] as const),
      ...(['baseVersionDiffers', 'unknownDigest', 'jurisdictionNotAllowed', 'overloaded'] as const),
    ],
    handle: async (call) => {
      const value = parseStrictJson(call.body);
      const wrong = checkRequest('edges', value);
      if (wrong.length > 0) throw new Refusal(wrong);
      const request = value as EdgesRequest;
      const from = await side(service, call, 'from', request.from);
      const to = await side(service, call, 'to', request.to);
      if (underWay >= MOST || service.admission.full) throw refusalOf('overloaded');
      underWay += 1;
      try {
        return await answer(from, to, request, call);
      } finally {
        underWay -= 1;
      }
    },
  };
}

async function answer(from: Side, to: Side, { limit }: EdgesRequest, { language }: Call) {
  const found = await edgesOf(from, to, { ...(limit === undefined ? {} : { limit }), goOn: inSlices() });
  return {
    status: 200,
    type: JSON_TYPE,
    body: edgesJson(found, [from.rules.effective, to.rules.effective], language),
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
  };
}

/** A side that who asks may read. */
async function side(service: Service, { identity }: Call, field: 'from' | 'to', reference: string): Promise<Side> {
  try {
    const found = await sideOf(service.book, reference, service.now(), null);
    await allowFor(service, identity, 'read', found.rules.jurisdiction.code);
    return found;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Where in the request it is said; what is wrong with a published text has a place in that text.
    const findings = error.findings.map((finding) =>
      finding.at?.file === undefined ? { ...finding, at: { pointer: `/${field}` } } : finding,
    );
    throw new Refusal(findings, error.code);
  }
}

/** Lets the event loop turn after each slice of work, and ends the work after a while. */
function inSlices(): () => boolean | Promise<boolean> {
  const end = performance.now() + MOST_MILLISECONDS;
  let slice = performance.now() + SLICE_MILLISECONDS;
  return () => {
    const now = performance.now();
    if (now < slice) return true;
    return nextTurn().then(() => {
      slice = performance.now() + SLICE_MILLISECONDS;
      return now < end;
    });
  };
}
