import { Refusal } from '../../domain/refusal.ts';
import { inShort } from '../../rulesets/words.ts';
import type { HeldDraft } from '../../usecases/drafts/change-draft.ts';
import { movedSince } from '../../usecases/drafts/moved.ts';
import { type Answer, JSON_TYPE, PROBLEM_TYPE } from '../exchange.ts';
import { writeJson } from '../json.ts';
import { etagOf, ifMatch, revisionIn } from '../parameters.ts';
import { problemOf } from '../problem.ts';
import { fieldProblems, jsonProblems, writeProblems } from '../problem-groups.ts';
import type { ProblemCode } from '../problem-status.ts';
import type { Call, Content, Parameter, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { draftJson } from './draft-json.ts';

/** Bytes of a request about a draft, but for its text. */
const MOST_BYTES = 64 * 1024;

/** The most places that a text which moved on is told by, and the most characters of one line. */
const TOLD = { places: 200, characters: 400 } as const;

/** JSON by a schema of drafts and tasks. */
export function workflowContent(name: string): Content {
  return { type: 'application/json', schema: `workflow.schema.json#/$defs/${name}` };
}

/** A body in JSON by such a schema. */
export function workflowBody(name: string): NonNullable<Route['body']> {
  return { contents: [workflowContent(name)], limit: MOST_BYTES };
}

/** An id made at random: whatever else is asked for is not there. */
export function idInPath(name: string, zh: string, en: string): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    description: { zh, en },
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22}$' },
    problems: ['hidden'],
    check: (text) => (/^[A-Za-z0-9_-]{22}$/.test(text) ? null : { code: 'hidden', args: {} }),
  };
}

/** The draft that an address is about. */
export const draftId = idInPath('id', '草稿的标识', 'the draft’s id');

/** The comment that an address is about. */
export const commentId = idInPath('comment', '批注的标识', 'the comment’s id');

/** The task that an address is about. */
export const taskId = idInPath('id', '待办的标识', 'the task’s id');

/** What a change of a draft can be refused with. */
const changeProblems: readonly ProblemCode[] = [...writeProblems, 'hidden', 'draftMoved', 'draftTextDamaged'];

/** What a body of a few fields can be refused with. */
export const bodyProblems: readonly ProblemCode[] = [...jsonProblems, ...fieldProblems];

/** A draft as an answer, with the ETag that the next change names. */
export function draftAnswer(
  service: Service,
  { language }: Pick<Call, 'language'>,
  held: HeldDraft,
  {
    text,
    status = 200,
    location,
  }: { readonly text?: string; readonly status?: number; readonly location?: string } = {},
): Answer {
  return {
    status,
    type: JSON_TYPE,
    body: writeJson(draftJson(held, { language, now: service.office.now() }, text)),
    headers: {
      ETag: etagOf(held.revision),
      'Content-Language': language,
      Vary: 'Accept, Accept-Language',
      ...(location === undefined ? {} : { Location: location }),
    },
  };
}

/** What every change of a draft has in common. */
type Common = Pick<Route, 'method' | 'path' | 'operation' | 'summary' | 'scope'> &
  Partial<Pick<Route, 'body' | 'description' | 'success' | 'parameters'>> & {
    readonly problems?: readonly ProblemCode[];
    readonly handle: (call: Call, change: ChangeOf) => Promise<Answer>;
  };

/** Who changes which draft, upon which revision. */
export interface ChangeOf {
  readonly identity: Call['identity'];
  readonly id: string;
  readonly revision: number;
}

/** A route that changes a draft under `If-Match`; whoever comes too late is told what the other changed. */
export function changingRoute(service: Service, { handle, problems = [], parameters = [], ...route }: Common): Route {
  return {
    contents: [workflowContent('draft')],
    headers: ['ETag', 'Content-Language', ...(route.success === 201 ? (['Location'] as const) : [])],
    ...route,
    parameters: [draftId, ifMatch, ...parameters],
    problems: [...changeProblems, ...problems],
    handle: async (call) => {
      const { parameters: sent, identity } = call;
      const change = { identity, id: sent.id ?? '', revision: revisionIn(sent) };
      try {
        return await handle(call, change);
      } catch (error) {
        if (error instanceof Refusal && error.code === 'draftMoved') return movedAnswer(service, call, change, error);
        throw error;
      }
    },
  };
}

/** 412, with who changed it, when, and what. */
async function movedAnswer(
  service: Service,
  { language, otherLanguage }: Call,
  { identity, id, revision }: ChangeOf,
  refusal: Refusal,
): Promise<Answer> {
  const { held, last, texts, lines } = await movedSince(service.office, identity, id, revision);
  const told = lines.slice(0, TOLD.places).map(({ line, before, after }) => ({
    line,
    before: before.slice(0, TOLD.places).map((line) => inShort(line, TOLD.characters)),
    after: after.slice(0, TOLD.places).map((line) => inShort(line, TOLD.characters)),
  }));
  const comparison = texts === null ? 'null' : await comparisonOf(service, held, texts, language);
  const { status, body } = problemOf(refusal, language, otherLanguage);
  const moved = { revision: held.revision, ...last, lines: told };
  const json = `${body.slice(0, -1)},"moved":${JSON.stringify(moved).slice(0, -1)},"comparison":${comparison}}}`;
  return {
    status,
    type: PROBLEM_TYPE,
    body: json,
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
  };
}

/** By meaning, where both texts have one. */
async function comparisonOf(
  service: Service,
  { row: { jurisdiction, kind } }: HeldDraft,
  texts: { readonly before: string; readonly after: string },
  language: Call['language'],
): Promise<string> {
  const asked = { text: texts.after, jurisdiction, kind, maxBytes: service.limits.textBytes, today: '' };
  const before = { kind: 'text', text: texts.before } as const;
  try {
    return await service.ofText({ kind: 'comparison', asked, before, language });
  } catch (error) {
    if (error instanceof Refusal) return 'null';
    throw error;
  }
}
