import { Refusal } from '../../domain/refusal.ts';
import type { Evaluation } from '../../usecases/evaluation.ts';
import { isObject } from '../../usecases/request-field.ts';
import { parseStrictJson } from '../../usecases/strict-json.ts';
import { ArrayBytes } from '../array-bytes.ts';
import { evaluationBody, evaluationBytes } from '../evaluation-bytes.ts';
import { type Answer, JSON_TYPE } from '../exchange.ts';
import { allowFor } from '../guard.ts';
import { whenCallerLeaves } from '../leaving.ts';
import type { ArrayPlace } from '../limits/array-queue.ts';
import { problemItem, refusalOf } from '../problem.ts';
import { choiceProblems, claimProblems, jsonProblems, requestProblems } from '../problem-groups.ts';
import type { Call, Route } from '../route.ts';
import type { Service } from '../service.ts';

/** Different unpublished texts in one array: each has to be read and checked. */
const MOST_DRAFTS = 4;

/** What the text of every array begins with; a byte order mark is passed over by whoever reads it. */
const BEGINS_ARRAY = /^\ufeff?[ \t\n\r]*\[/;

/**
 * `POST /api/v1/evaluations`: a claim in, its settlement out; or up to a thousand of them. Nothing is stored, so that asking
 * again is safe.
 */
export function evaluations(service: Service): Route {
  return {
    method: 'POST',
    path: '/api/v1/evaluations',
    operation: 'evaluate',
    summary: { zh: '结算一份或多份理赔申请', en: 'Settle a claim, or up to 1,000 of them' },
    description: {
      zh: '不保存任何内容，可放心重发：同一申请按同一规则集版本，答复逐字节相同。请求为数组时答复也是数组，顺序一致；其中有误的一份在原位答复 {index, id, problem}。',
      en: 'Nothing is stored, so a request may be sent again at any time: the same claim by the same rule set gives the same bytes. An array is answered by an array in the same order; one that is wrong is answered in its place by {index, id, problem}.',
    },
    scope: 'evaluate',
    body: {
      contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/evaluationRequests' }],
      limit: service.limits.bodyBytes,
    },
    contents: [{ type: 'application/json', schema: 'service.schema.json#/$defs/evaluations' }],
    headers: ['Content-Language'],
    problems: [
      ...jsonProblems,
      ...requestProblems,
      ...choiceProblems,
      ...claimProblems,
      'jurisdictionNotAllowed',
      'tooManyClaims',
      'tooManyDrafts',
    ],
    handle(call) {
      // Seen before it is read: to read what is refused is time that is missing to the others.
      if (BEGINS_ARRAY.test(call.body)) service.admission.admitArray(call.body.length);
      const value = parseStrictJson(call.body);
      if (Array.isArray(value)) return evaluateAll(service, call, value).then((body) => settled(call, body));
      try {
        // What has been met before is answered without a turn of the promises.
        const outcome = evaluateOne(service, call, value);
        if (!(outcome instanceof Promise)) return told(service, call, outcome);
        return outcome.then(
          (one) => told(service, call, one),
          (error: unknown) => untold(service, error),
        );
      } catch (error) {
        return untold(service, error);
      }
    },
  };
}

function told({ metrics }: Service, call: Call, outcome: Outcome): Answer {
  metrics.settled('single', 1, 0);
  return settled(call, typeof outcome === 'string' ? outcome : evaluationBody(outcome, call.language));
}

function untold({ metrics }: Service, error: unknown): never {
  metrics.settled('single', 0, 1);
  throw error;
}

function settled({ language }: Call, body: string | Uint8Array): Answer {
  return { status: 200, type: JSON_TYPE, body, headers: { 'Content-Language': language, Vary: 'Accept-Language' } };
}

/** What a request comes to: its evaluation, or as JSON that of a text that another thread has read. */
type Outcome = Evaluation | string;

function evaluateOne(service: Service, call: Call, value: unknown): Outcome | Promise<Outcome> {
  const code = isObject(value) ? value.jurisdiction : undefined;
  if (call.identity.kind === 'key' && call.identity.jurisdictions !== null && typeof code === 'string') {
    return allowFor(service, call.identity, 'evaluate', code).then(() => evaluateFreely(service, call, value));
  }
  return evaluateFreely(service, call, value);
}

function evaluateFreely(service: Service, { language }: Call, value: unknown): Outcome | Promise<Outcome> {
  if (draftIn(value) !== null) {
    return service.ofText({ kind: 'evaluation', request: value, language, textBytes: service.limits.textBytes });
  }
  return service.evaluate(value);
}

async function evaluateAll(service: Service, call: Call, values: readonly unknown[]): Promise<Uint8Array> {
  const { limits, metrics } = service;
  if (values.length > limits.claims) throw refusalOf('tooManyClaims', { limit: limits.claims, given: values.length });
  const drafts = values.map(draftIn).filter((draft) => draft !== null);
  if (new Set(drafts).size > MOST_DRAFTS) throw refusalOf('tooManyDrafts', { limit: MOST_DRAFTS });
  const claims = values.length - drafts.length;
  const place = service.arrays.join(claims, call.body.length / Math.max(1, values.length));
  // Whoever leaves frees what they held at once.
  const stays = whenCallerLeaves(call.request.socket, () => place.leave());
  try {
    const [answers, refused] = await settleAll(service, call, values, place);
    metrics.settled('array', answers.members - refused, refused);
    return answers.whole();
  } finally {
    place.leave();
    stays();
  }
}

/** The answers of an array, as far as its caller is there for them, and how many of them are problems. */
async function settleAll(
  service: Service,
  call: Call,
  values: readonly unknown[],
  place: ArrayPlace,
): Promise<[answers: ArrayBytes, refused: number]> {
  const answers = new ArrayBytes();
  let refused = 0;
  for (const [index, value] of values.entries()) {
    const wait = place.turn();
    if (wait !== null) await wait;
    if (place.over) break;
    try {
      const outcome = evaluateOne(service, call, value);
      // Another thread, or rules to be compiled.
      if (outcome instanceof Promise) place.aside();
      const one = outcome instanceof Promise ? await outcome : outcome;
      answers.add(typeof one === 'string' ? one : evaluationBytes(one, call.language));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
      answers.add(problemAt(index, value, error, call));
    }
    // A text that is not published is settled by another thread, and was not counted.
    if (draftIn(value) === null) place.settled();
  }
  return [answers, refused];
}

function problemAt(index: number, value: unknown, refusal: Refusal, { language }: Call): string {
  const id = isObject(value) && typeof value.id === 'string' ? value.id : null;
  return problemItem(index, id, refusal, language);
}

/** The unpublished text that a request brings; null where it brings none. */
function draftIn(value: unknown): string | null {
  const choice = isObject(value) ? value.ruleSet : undefined;
  return isObject(choice) && typeof choice.text === 'string' ? choice.text : null;
}
