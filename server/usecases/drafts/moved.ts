import type { Identity } from '../../access/identify.ts';
import { type LineChange, lineDiff } from '../../analysis/line-diff.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { LastChange } from '../../workflow/draft.ts';
import type { Office } from '../office/office.ts';
import { performerOf } from '../office/performer.ts';
import { draftFor, type HeldDraft } from './change-draft.ts';

/** What somebody else did to a draft since a revision that was looked at. */
export interface Moved {
  readonly held: HeldDraft;
  readonly last: LastChange;
  /** Both texts; null where the text is the same, or the older one is kept no more. */
  readonly texts: { readonly before: string; readonly after: string } | null;
  readonly lines: readonly LineChange[];
}

/**
 * What has changed of a draft since a revision, for whoever came too late with a change of their own.
 * @throws Refusal as reading it
 */
export async function movedSince(office: Office, identity: Identity, id: string, revision: number): Promise<Moved> {
  const held = await draftFor(office, await performerOf(office, identity), id);
  const { edits, textHash, last } = held.row;
  const seen = edits.findLast((edit) => edit.revision <= revision)?.textHash ?? null;
  const before = seen === null || seen === textHash ? null : await keptText(office, seen);
  if (before === null) return { held, last, texts: null, lines: [] };
  const after = await office.desk.draftText(textHash);
  return { held, last, texts: { before, after }, lines: lineDiff(before, after) };
}

async function keptText({ desk }: Office, hash: string): Promise<string | null> {
  try {
    return await desk.draftText(hash);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'draftTextDamaged') return null;
    throw error;
  }
}
