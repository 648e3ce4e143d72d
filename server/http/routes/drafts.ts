import { inShort } from '../../rulesets/words.ts';
import { againstVersion, beforeOf } from '../../usecases/drafts/compare-draft.ts';
import { createDraft } from '../../usecases/drafts/create.ts';
import { discardDraft } from '../../usecases/drafts/discard.ts';
import { type DraftsAsked, listDrafts } from '../../usecases/drafts/list.ts';
import { readDraft } from '../../usecases/drafts/read.ts';
import { saveDraft } from '../../usecases/drafts/save.ts';
import { textToExamine } from '../../usecases/office/text-workshop.ts';
import { DRAFT_STATES, type DraftState } from '../../workflow/draft.ts';
import { draftJson } from '../drafts/draft-json.ts';
import {
  bodyProblems,
  changingRoute,
  draftAnswer,
  draftId,
  workflowBody,
  workflowContent,
} from '../drafts/draft-route.ts';
import { newDraftIn } from '../drafts/requests.ts';
import { JSON_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { cursor, date, etagOf, explain, jurisdictionInQuery, limit, version } from '../parameters.ts';
import { personIn } from '../people/person-in.ts';
import { placeProblems, writeProblems } from '../problem-groups.ts';
import type { Content, Parameter, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { nextPage } from './reading.ts';

const YAML = 'application/yaml';
const yaml: Content = { type: YAML, schema: { type: 'string' } };

const state: Parameter = {
  name: 'state',
  in: 'query',
  required: false,
  description: { zh: '只列这一状态的草稿', en: 'only drafts in this state' },
  schema: { type: 'string', enum: [...DRAFT_STATES] },
  problems: ['draftStateUnknown'],
  check: (text) =>
    (DRAFT_STATES as readonly string[]).includes(text)
      ? null
      : { code: 'draftStateUnknown', args: { given: inShort(text), known: DRAFT_STATES.join(', ') } },
};

const sentBack: Parameter = {
  ...explain,
  name: 'sentBack',
  description: {
    zh: 'true：只列被退回而尚未再次提交的；false：只列其余的',
    en: 'true: only drafts that were sent back and have not been submitted again; false: only the others',
  },
};

const origin: Parameter = {
  ...version,
  name: 'origin',
  in: 'query',
  required: false,
  description: {
    zh: '本地的一个版本：原文从此以它为起点（改动已并入它时填写）',
    en: 'a version of the place that the text stands on from here on, where its changes were carried onto it',
  },
};

const against: Parameter = {
  ...version,
  name: 'against',
  in: 'query',
  required: false,
  description: {
    zh: '与本地的这个版本比较（如起草时所取的，或期间内被它取代的），而不与现行标准比较',
    en: 'compares with this version of the place, such as the one it began from or one that it would replace, instead of what is in force',
  },
};

const comparedOn: Parameter = {
  ...date,
  description: {
    zh: '与 against 同用：在这一天的市级标准上比较；省略时取草稿的第一个有市级标准的日期',
    en: 'with against: compares on the city’s rules of this day; left out: the draft’s first day on which it has some',
  },
};

/** `GET /api/v1/drafts`: drafts that the one who asks may read. */
export function listAllDrafts(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/drafts',
    operation: 'listDrafts',
    summary: { zh: '可以看到的草稿，新的在前', en: 'The drafts that one may read, the last begun first' },
    scope: 'draft.read',
    parameters: [jurisdictionInQuery, state, sentBack, limit, cursor],
    contents: [workflowContent('drafts')],
    headers: ['Link', 'Content-Language'],
    problems: [],
    handle: async ({ parameters, identity, language }) => {
      const { state: wanted, sentBack: back, ...rest } = parameters;
      const asked: DraftsAsked = {
        ...rest,
        ...(wanted !== undefined && { state: wanted as DraftState }),
        ...(back !== undefined && { sentBack: back === 'true' }),
      };
      const { items, next } = await listDrafts(service.office, identity, asked);
      const telling = { language, now: service.office.now() };
      const body = writeJson({ items: items.map((held) => draftJson(held, telling)), next });
      const headers = { ...nextPage('/api/v1/drafts', next, parameters.limit), 'Content-Language': language };
      return { status: 200, type: JSON_TYPE, body, headers: { ...headers, Vary: 'Accept-Language' } };
    },
  };
}

/** `POST /api/v1/drafts`: begins a draft. */
export function createDrafts(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/drafts',
    operation: 'createDraft',
    summary: {
      zh: '起草：取某日生效的原文或任一版本的原文；县没有自己的标准时给出空白抬头',
      en: 'Begins a draft: with what is in force on a day, with any version, or with a heading where a county has none',
    },
    scope: 'draft.write',
    body: workflowBody('newDraftRequest'),
    contents: [workflowContent('draft')],
    success: 201,
    headers: ['Location', 'ETag', 'Content-Language'],
    problems: [
      ...bodyProblems,
      ...writeProblems,
      ...placeProblems,
      'requestNotCode',
      'requestNotDate',
      'requestNotVersion',
      'requestNotTogether',
      'unknownJurisdiction',
      'unknownVersion',
      'hidden',
      'draftTextTooLarge',
      'tooManyOpenDrafts',
    ],
    handle: async (call) => {
      const held = await createDraft(service.office, call.identity, newDraftIn(call.body));
      const text = await service.office.desk.draftText(held.row.textHash);
      return draftAnswer(service, call, held, { text, status: 201, location: `/api/v1/drafts/${held.id}` });
    },
  };
}

/** `GET /api/v1/drafts/{id}`: one draft, or its text alone. */
export function readOneDraft(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/drafts/{id}',
    operation: 'readDraft',
    summary: { zh: '一份草稿：JSON，或按 Accept 给出原文 YAML', en: 'One draft: JSON, or by Accept its YAML text' },
    scope: 'draft.read',
    parameters: [draftId],
    contents: [workflowContent('draft'), yaml],
    headers: ['ETag', 'Content-Language'],
    problems: ['hidden', 'draftTextDamaged'],
    handle: async (call) => {
      const { held, text } = await readDraft(service.office, call.identity, call.parameters.id ?? '');
      if (call.type !== YAML) return draftAnswer(service, call, held, { text });
      const headers = { ETag: etagOf(held.revision), 'Content-Language': call.language, Vary: 'Accept' };
      return { status: 200, type: `${YAML}; charset=utf-8`, body: text, headers };
    },
  };
}

/** `PUT /api/v1/drafts/{id}`: saves its text. */
export function saveDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'PUT',
    path: '/api/v1/drafts/{id}',
    operation: 'saveDraft',
    summary: {
      zh: '保存原文，逐字节照存，有误也可保存；已提交的随之撤回，批准作废',
      en: 'Saves the text byte for byte, valid or not; what was submitted is withdrawn, with all approvals',
    },
    scope: 'draft.write',
    body: { contents: [yaml, { type: 'text/plain', schema: { type: 'string' } }], limit: service.limits.textBytes },
    parameters: [origin],
    problems: ['draftClosed', 'draftTextTooLarge', 'unknownVersion', 'overloaded'],
    handle: async (call, change) => {
      const held = await saveDraft(service.office, change, call.body, call.parameters.origin ?? null);
      if (service.provesAhead) service.draftProofs.of(held.id, textToExamine(service.office, held.row, call.body));
      return draftAnswer(service, call, held);
    },
  });
}

/** `DELETE /api/v1/drafts/{id}`: gives it up. */
export function discardDrafts(service: Service): Route {
  return changingRoute(service, {
    method: 'DELETE',
    path: '/api/v1/drafts/{id}',
    operation: 'discardDraft',
    summary: { zh: '放弃草稿；仍可查阅', en: 'Gives a draft up; it can still be read' },
    scope: 'draft.write',
    problems: ['draftClosed'],
    handle: async (call, change) => draftAnswer(service, call, await discardDraft(service.office, change)),
  });
}

/** `GET /api/v1/drafts/{id}/changes`: what it changes, by its meaning. */
export function readDraftChanges(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/drafts/{id}/changes',
    operation: 'readDraftChanges',
    summary: {
      zh: '草稿相对其生效首日的现行标准改了什么，对参保人是好是坏',
      en: 'What a draft changes against what is in force on its first day, and what it is to claimants',
    },
    description: {
      zh: '已发布的与审核时所对照的版本比较，已放弃的与放弃时的现行标准比较：所批准的一直看得到。',
      en: 'A published one is compared with the version that it was reviewed against, one given up with what was in force then: what was approved can always be seen.',
    },
    scope: 'draft.read',
    parameters: [draftId, against, comparedOn],
    contents: [workflowContent('draftChanges')],
    headers: ['Content-Language'],
    problems: ['hidden', 'draftTextDamaged', 'draftInvalid', 'overloaded', 'unknownVersion', ...placeProblems],
    handle: async ({ identity, parameters, language }) => {
      const { held, text } = await readDraft(service.office, identity, parameters.id ?? '');
      const { lookedBy = {} } = held.row;
      const looked = new Map(Object.entries(lookedBy)).get(personIn(identity).staffNumber) ?? [];
      const asked = textToExamine(service.office, held.row, text);
      const { against: version, date: day = null } = parameters;
      const before = version === undefined ? beforeOf(held.row) : againstVersion(held.row, version, day);
      const comparison = await service.ofText({ kind: 'comparison', asked, before, language });
      const { changes } = JSON.parse(comparison) as { readonly changes: readonly { readonly fingerprint: string }[] };
      const seen = changes.map(({ fingerprint }) => fingerprint).filter((one) => looked.includes(one));
      const body = `{"comparison":${comparison},"seenBefore":${JSON.stringify(seen)}}`;
      return { status: 200, type: JSON_TYPE, body, headers: { 'Content-Language': language, Vary: 'Accept-Language' } };
    },
  };
}

/** `GET /api/v1/drafts/{id}/proof`: whether anybody is worse off by it. */
export function readDraftProofs(service: Service): Route {
  return {
    method: 'GET',
    path: '/api/v1/drafts/{id}/proof',
    operation: 'readDraftProof',
    summary: {
      zh: '草稿是否让任何人比市级标准下更差：正在证明、已证明、被推翻（附申请）或未定',
      en: "Whether a draft leaves anybody worse off than the city's floor: being proved, proved, refuted with a claim, or undecided",
    },
    scope: 'draft.read',
    parameters: [draftId],
    contents: [workflowContent('draftProof')],
    problems: ['hidden', 'draftTextDamaged'],
    handle: async ({ identity, parameters }) => {
      const { held, text } = await readDraft(service.office, identity, parameters.id ?? '');
      const { status, body: proof } = service.draftProofs.of(held.id, textToExamine(service.office, held.row, text));
      const told = JSON.stringify({ revision: held.revision, textHash: held.row.textHash, status });
      const body = `${told.slice(0, -1)},"proof":${proof ?? 'null'}}`;
      return { status: 200, type: JSON_TYPE, body, headers: { 'Cache-Control': 'no-store' } };
    },
  };
}
