import type { Person } from '../../access/identify.ts';
import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { Held, RowChange } from '../../store/desk.ts';
import type { KeptAnswer } from '../../workflow/kept-answer.ts';
import { draftFor, type HeldDraft, type Keep } from '../drafts/change-draft.ts';
import { untilUnmoved } from './attempts.ts';
import type { Office } from './office.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { performerOf } from './performer.ts';

/** How long the answer to a request that may come again is kept, in milliseconds. */
const KEPT = 24 * 3_600_000;

/** Answers that are over and go with an act that keeps another. */
const CLEARED = 20;

/** Characters of all answers that are kept for one person; older ones go for a newer one. All are written with every act. */
const MOST_KEPT = 1_000_000;

/** Somebody's request about a draft that may come again. */
export interface Repeatable {
  readonly identity: Person;
  /** What tells it from all their others. */
  readonly key: string;
  /** All that makes another request of it; plain data. */
  readonly request: readonly unknown[];
  /** The draft's id. */
  readonly draft: string;
}

/** An answer as it is kept and given again. */
export type AnswerToKeep = Pick<KeptAnswer, 'status' | 'headers' | 'body'>;

/**
 * Does something once, however often the request comes: its answer is kept in the same act, so that either both are there or
 * neither. Who sends it again while it is under way waits for it.
 * @param answer the answer, from the draft as it is then
 * @param run does it, keeping what it is given
 * @throws Refusal `hidden` where who asks may not read the draft any more; `idempotencyKeyReused` where the key came with another
 *   request; `storeBusy` where too many wait for it; whatever doing it refuses
 */
export function onceOnly(
  office: Office,
  { identity, key, request, draft }: Repeatable,
  answer: (draft: HeldDraft) => AnswerToKeep,
  run: (keep: Keep) => Promise<HeldDraft>,
): Promise<AnswerToKeep> {
  const { staffNumber } = identity;
  const id = sha256(JSON.stringify([staffNumber, key]));
  const requestHash = sha256(JSON.stringify(request));
  const once = async () => {
    const kept = await office.desk.row('answers', id);
    const now = office.now();
    if (kept !== null && !isOver(kept, now)) {
      if (kept.row.requestHash !== requestHash) refuse('idempotencyKeyReused');
      // It holds the draft: whose rights there were taken away meanwhile is told no more of it than by any other request.
      await draftFor(office, await performerOf(office, identity), draft);
      return kept.row;
    }
    const others = (await office.desk.rows('answers')).filter((one) => one.id !== id);
    const keep: Keep = (held) => {
      const row: KeptAnswer = { by: staffNumber, requestHash, at: now.toISOString(), ...answer(held) };
      const change: RowChange = { table: 'answers', id, expects: kept?.revision ?? 0, row };
      return [change, ...cleared(others, row, now)];
    };
    return answer(await run(keep));
  };
  return oneAfterAnother(office.desk, `answer ${id}`, () => untilUnmoved(once));
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
