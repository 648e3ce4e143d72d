import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { Held, RowChange } from '../../store/desk.ts';
import { draftFor, type HeldDraft, type Keep } from '../../usecases/drafts/change-draft.ts';
import { untilUnmoved } from '../../usecases/office/attempts.ts';
import { performerOf } from '../../usecases/office/performer.ts';
import type { KeptAnswer } from '../../workflow/kept-answer.ts';
import type { Answer } from '../exchange.ts';
import { personIn } from '../people/person-in.ts';
import type { Call, Parameter } from '../route.ts';
import type { Service } from '../service.ts';
import { SameKey } from './same-key.ts';

/** How long the answer to a request with an Idempotency-Key is kept, in milliseconds. */
const KEPT = 24 * 3_600_000;

/** Answers that are over and go with an act that keeps another. */
const CLEARED = 20;

/** Characters of all answers that are kept for one person; older ones go for a newer one. All are written with every act. */
const MOST_KEPT = 1_000_000;

/** What comes with a key is under way in one process alone: it owns the data. */
const underWay = new SameKey();

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
 * neither. Who sends it again while it is under way waits for it.
 * @param answer the answer, from the draft as it is then
 * @param run does it, keeping what it is given
 * @throws Refusal `hidden` where who asks may not read the draft any more; `idempotencyKeyReused` where the key came with another request; whatever doing it refuses
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
  const { method, url } = call.request;
  // Upon another revision it is another request, and what was answered of the older one says nothing of it.
  const requestHash = sha256(JSON.stringify([method, url, call.parameters['If-Match'], call.body]));
  const once = async () => {
    const kept = await office.desk.row('answers', id);
    const now = office.now();
    if (kept !== null && !isOver(kept, now)) {
      if (kept.row.requestHash !== requestHash) refuse('idempotencyKeyReused');
      // It holds the draft: whose rights there were taken away meanwhile is told no more of it than by any other request.
      await draftFor(office, await performerOf(office, call.identity), call.parameters.id ?? '');
      return answerOf(kept.row);
    }
    const others = (await office.desk.rows('answers')).filter((one) => one.id !== id);
    const keep: Keep = (draft) => {
      const row = keptOf(answer(draft), { by: staffNumber, requestHash, at: now.toISOString() });
      const change: RowChange = { table: 'answers', id, expects: kept?.revision ?? 0, row };
      return [change, ...cleared(others, row, now)];
    };
    return answer(await run(keep));
  };
  return underWay.run(id, () => untilUnmoved(once));
}

function isOver({ row }: Held<KeptAnswer>, now: Date): boolean {
  return now.getTime() - Date.parse(row.at) >= KEPT;
}

/** Answers that go: some that are over, and the oldest of the same person where there is no room for them beside a new one. */
function cleared(others: readonly Held<KeptAnswer>[], { by, body }: KeptAnswer, now: Date): readonly RowChange[] {
  const over = others.filter((one) => isOver(one, now)).slice(0, CLEARED);
  const own = others
    .filter((one) => one.row.by === by && !isOver(one, now))
    .sort((a, b) => (a.row.at < b.row.at ? 1 : -1));
  let room = MOST_KEPT - body.length;
  const crowded = own.filter(({ row }) => {
    room -= row.body.length;
    return room < 0;
  });
  return [...over, ...crowded].map((one) => ({ table: 'answers', id: one.id, expects: one.revision, row: null }));
}

function keptOf(
  { status, type, body, headers = {} }: Answer,
  asked: Pick<KeptAnswer, 'by' | 'requestHash' | 'at'>,
): KeptAnswer {
  return { ...asked, status, headers: { ...headers, 'Content-Type': type }, body: String(body) };
}

function answerOf({ status, headers, body }: KeptAnswer): Answer {
  const { 'Content-Type': type = '', ...rest } = headers;
  return { status, type, body, headers: rest };
}
