import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { Held, RowChange } from '../../store/desk.ts';
import type { HeldDraft, Keep } from '../../usecases/drafts/change-draft.ts';
import { untilUnmoved } from '../../usecases/office/attempts.ts';
import type { KeptAnswer } from '../../workflow/kept-answer.ts';
import type { Answer } from '../exchange.ts';
import { personIn } from '../people/person-in.ts';
import type { Call, Parameter } from '../route.ts';
import type { Service } from '../service.ts';

/** How long the answer to a request with an Idempotency-Key is kept, in milliseconds. */
const KEPT = 24 * 3_600_000;

/** Answers that are over and go with an act that keeps another. */
const CLEARED = 20;

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
 * Does something once, however often the request comes: its answer is kept in the same act, so that either both are there or
 * neither.
 * @param answer the answer, from the draft as it is then
 * @param run does it, keeping what it is given
 * @throws Refusal `idempotencyKeyReused` where the key came with another request; whatever `run` refuses
 */
export function onceOnly(
  { office }: Service,
  call: Call,
  answer: (draft: HeldDraft) => Answer,
  run: (keep?: Keep) => Promise<HeldDraft>,
): Promise<Answer> {
  const key = call.parameters['Idempotency-Key'];
  if (key === undefined) return run().then(answer);
  const { staffNumber } = personIn(call.identity);
  const id = sha256(JSON.stringify([staffNumber, key]));
  const requestHash = sha256(JSON.stringify([call.request.method, call.request.url, call.body]));
  return untilUnmoved(async () => {
    const kept = await office.desk.row('answers', id);
    const now = office.now();
    if (kept !== null && !isOver(kept, now)) {
      if (kept.row.requestHash !== requestHash) refuse('idempotencyKeyReused');
      return answerOf(kept.row);
    }
    const old = (await office.desk.rows('answers')).filter((one) => one.id !== id && isOver(one, now));
    const cleared = old
      .slice(0, CLEARED)
      .map((one): RowChange => ({ table: 'answers', id: one.id, expects: one.revision, row: null }));
    const keep: Keep = (draft) => [
      { table: 'answers', id, expects: kept?.revision ?? 0, row: keptOf(answer(draft), requestHash, now) },
      ...cleared,
    ];
    return answer(await run(keep));
  });
}

function isOver({ row }: Held<KeptAnswer>, now: Date): boolean {
  return now.getTime() - Date.parse(row.at) >= KEPT;
}

function keptOf({ status, type, body, headers = {} }: Answer, requestHash: string, now: Date): KeptAnswer {
  return {
    requestHash,
    status,
    headers: { ...headers, 'Content-Type': type },
    body: String(body),
    at: now.toISOString(),
  };
}

function answerOf({ status, headers, body }: KeptAnswer): Answer {
  const { 'Content-Type': type = '', ...rest } = headers;
  return { status, type, body, headers: rest };
}
