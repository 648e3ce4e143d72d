import type { Identity } from '../../access/identify.ts';
import { type CalendarDate, shanghaiDate } from '../../domain/dates.ts';
import { missingApprovals, type Need, neededFor } from '../../workflow/needed-approvals.ts';
import type { Office } from '../office/office.ts';
import { performerOf } from '../office/performer.ts';
import { draftFor, type HeldDraft } from './change-draft.ts';

/** A draft with its text. */
export interface DraftWithText {
  readonly held: HeldDraft;
  readonly text: string;
}

/**
 * A draft, for those who may read it.
 * @throws Refusal `personNeeded`, `hidden`, `draftTextDamaged`
 */
export async function readDraft(office: Office, identity: Identity, id: string): Promise<DraftWithText> {
  const held = await draftFor(office, await performerOf(office, identity), id);
  return { held, text: await office.desk.draftText(held.row.textHash) };
}

/** The approvals that a draft's submission needs today, and those that are missing; none of a draft that is not submitted. */
export function needsOf(
  { row }: Pick<HeldDraft, 'row'>,
  now: Date,
): { readonly needed: readonly Need[]; readonly missing: readonly Need[] } {
  const { submission, approvals } = row;
  if (submission === null) return { needed: [], missing: [] };
  const today: CalendarDate = shanghaiDate(now);
  const needed = neededFor(row, today);
  return { needed, missing: missingApprovals(needed, approvals, submission.documentDigest) };
}
