import type { ProofRequest } from '../../../schemas/generated/documents.ts';
import type { Language } from '../../domain/label.ts';
import type { ProofJob } from '../../usecases/proof-jobs.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { comparedSides, sideProblems, sidesIn } from '../compared-sides.ts';
import { idInPath } from '../drafts/draft-route.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { ownerOf } from '../identified.ts';
import { problemOf, refusalOf } from '../problem.ts';
import { jsonProblems } from '../problem-groups.ts';
import type { Content, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { noBody } from './session.ts';

const PATH = '/api/v1/proofs';

const contents: readonly Content[] = [{ type: 'application/json', schema: 'proof-job.schema.json' }];

const proofId = idInPath('id', '证明的标识', 'the proof’s id');

/** `POST /api/v1/proofs`: begins to look for a proof that nobody is worse off, or for the claim by which somebody is. */
export function beginProofs(service: Service): Route {
  const sidesOf = comparedSides(service);
  return {
    method: 'POST',
    path: PATH,
    operation: 'beginProof',
    summary: {
      zh: '证明换成第二套规则后没有人变差，或给出变差的申请；按地址查看进展',
      en: 'Prove that nobody is worse off under the second rules, or find the claim of who is; how it goes stands at its address',
    },
    scope: 'read',
    body: {
      contents: [{ type: 'application/json', schema: 'proof-request.schema.json' }],
      limit: service.limits.bodyBytes,
    },
    success: 202,
    headers: ['Location'],
    contents,
    problems: [...jsonProblems, ...sideProblems, 'requestNotObject', 'overloaded'],
    handle: async (call) => {
      const [from, to] = await sidesOf(call, sidesIn<ProofRequest>('proof', parseStrictJson(call.body)));
      if (service.admission.full) throw refusalOf('overloaded');
      const owner = await ownerOf(service, call.identity, call.request);
      const job = await service.proofs.begin(owner, from, to);
      return jobAnswer(job, call.language, 202, { Location: `${PATH}/${job.id}` });
    },
  };
}

/** `GET /api/v1/proofs/{id}`: how a proof goes, and what came of it. */
export function readProofs(service: Service): Route {
  return {
    method: 'GET',
    path: `${PATH}/{id}`,
    operation: 'readProof',
    summary: { zh: '一项证明：进展与结果', en: 'A proof: how it goes, and what came of it' },
    scope: 'read',
    parameters: [proofId],
    contents,
    problems: [],
    handle: async ({ request, identity, language, parameters }) => {
      const owner = await ownerOf(service, identity, request);
      return jobAnswer(await service.proofs.of(owner, parameters.id ?? ''), language);
    },
  };
}

/** `DELETE /api/v1/proofs/{id}`: ends a proof that is no longer of interest. */
export function cancelProofs(service: Service): Route {
  return {
    method: 'DELETE',
    path: `${PATH}/{id}`,
    operation: 'cancelProof',
    summary: { zh: '不再需要这项证明', en: 'Ends a proof, or forgets one that has ended' },
    scope: 'read',
    parameters: [proofId],
    success: 204,
    contents: [],
    problems: [],
    handle: async ({ request, identity, parameters }) => {
      await service.proofs.cancel(await ownerOf(service, identity, request), parameters.id ?? '');
      return noBody();
    },
  };
}

function jobAnswer(
  { id, status, problem: code, progress, body }: ProofJob,
  language: Language,
  answered = 200,
  headers: Answer['headers'] = {},
): Answer {
  const told = JSON.stringify({ id, status, progress });
  // The log has the fault under the proof's id.
  const problem = code === null ? 'null' : problemOf(refusalOf(code, { id }), language).body;
  const json = `${told.slice(0, -1)},"problem":${problem},"proof":${body}}`;
  return { status: answered, type: JSON_TYPE, body: json, headers: { 'Cache-Control': 'no-store', ...headers } };
}
