import type { HeldDraft, Keep } from '../../usecases/drafts/change-draft.ts';
import { type AnswerToKeep, onceOnly } from '../../usecases/office/once.ts';
import type { Answer } from '../exchange.ts';
import { personIn } from '../people/person-in.ts';
import type { Call, Parameter } from '../route.ts';
import type { Service } from '../service.ts';

/** The header by which a request that may have been done can be sent again. */
export const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: {
    zh: '自选的键，至多 128 个字符；24 小时内以同一键重发同一请求，得到同一答复而不重做',
    en: 'A key of one’s own, at most 128 characters: the same request with it is answered the same for 24 hours, and done once',
  },
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
  problems: ['idempotencyKeyMalformed'],
  check: (text) => (/^[\x21-\x7e]{1,128}$/.test(text) ? null : { code: 'idempotencyKeyMalformed', args: {} }),
};

/**
 * Does what a call about a draft asks for; once, where it brings an Idempotency-Key.
 * @param answer the answer, from the draft as it is then
 * @param run does it, keeping what it is given
 * @throws Refusal as the use case does
 */
export async function answerOnce(
  { office }: Service,
  { identity, parameters, request: { method, url }, body }: Call,
  answer: (draft: HeldDraft) => Answer,
  run: (keep?: Keep) => Promise<HeldDraft>,
): Promise<Answer> {
  const key = parameters['Idempotency-Key'];
  if (key === undefined) return answer(await run());
  // Upon another revision it is another request, and what was answered of the older one says nothing of it.
  const request = [method, url, parameters['If-Match'], body];
  const asked = { identity: personIn(identity), key, request, draft: parameters.id ?? '' };
  return answerOf(await onceOnly(office, asked, (held) => kept(answer(held)), run));
}

function kept({ status, type, body, headers = {} }: Answer): AnswerToKeep {
  return { status, headers: { ...headers, 'Content-Type': type }, body: String(body) };
}

function answerOf({ status, headers, body }: AnswerToKeep): Answer {
  const { 'Content-Type': type = '', ...rest } = headers;
  return { status, type, body, headers: rest };
}
