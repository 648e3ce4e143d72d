import type { EdgesRequest } from '../../../schemas/generated/documents.ts';
import type { Side } from '../../usecases/compared/side.ts';
import { type ComparedEdges, EdgesMemory, edges as edgesOf } from '../../usecases/edges.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { comparedSides, sideProblems, sidesIn } from '../compared-sides.ts';
import { edgesJson } from '../edges-json.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { refusalOf } from '../problem.ts';
import { jsonProblems } from '../problem-groups.ts';
import type { Call, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { Turns } from '../turns.ts';

/** Comparisons under way at most: each keeps one core busy for a second or so. */
const MOST = 2;

/** How long a comparison may take in all: it needs a second or two, on a machine that does much else some more. */
const MOST_MILLISECONDS = 30_000;

/** `POST /api/v1/edges`: the claims beside every threshold that two rule sets settle differently. */
export function edges(service: Service): Route {
  let underWay = 0;
  const turns = new Turns();
  const memory = new EdgesMemory();
  const sidesOf = comparedSides(service);
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
    problems: [...jsonProblems, ...sideProblems, ...(['requestNotObject', 'requestOutOfRange', 'overloaded'] as const)],
    handle: async (call) => {
      const request = sidesIn<EdgesRequest>('edges', parseStrictJson(call.body));
      const [from, to] = await sidesOf(call, request);
      const { limit } = request;
      const found = () =>
        edgesOf(from, to, { ...(limit === undefined ? {} : { limit }), goOn: inTurns(turns) }, memory);
      if (memory.has(from, to, limit)) return answer(await found(), [from, to], call);
      if (underWay >= MOST || service.admission.full) throw refusalOf('overloaded');
      underWay += 1;
      try {
        return answer(await found(), [from, to], call);
      } finally {
        underWay -= 1;
      }
    },
  };
}

function answer(found: ComparedEdges, [from, to]: readonly [Side, Side], { language }: Call): Answer {
  return {
    status: 200,
    type: JSON_TYPE,
    body: edgesJson(found, [from.rules.effective, to.rules.effective], language),
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
  };
}

/** Lets others have their turn, and ends the work after a while. */
function inTurns(turns: Turns): () => boolean | Promise<boolean> {
  const end = performance.now() + MOST_MILLISECONDS;
  return () => turns.breather()?.then(() => performance.now() < end) ?? true;
}
