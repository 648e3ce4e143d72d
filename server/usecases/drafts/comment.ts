import { commented, resolved } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Says something of a draft, or of one of its standards.
 * @param said `standard` null: of the whole
 * @throws Refusal as {@link changeDraft}
 */
export function commentOnDraft(
  given: Office,
  change: DraftChange,
  said: { readonly standard: string | null; readonly text: string },
): Promise<HeldDraft> {
  const id = given.newId();
  return changeDraft(given, change, 'draft.comment', ({ office, held: { row }, performer: { staffNumber } }) => ({
    step: commented(row, { id, ...said, by: staffNumber, at: office.now().toISOString(), resolved: null }),
    act: 'draft.commented',
    after: { comment: id, standard: said.standard, text: said.text },
  }));
}

/**
 * Marks something that was said as seen to.
 * @throws Refusal as {@link changeDraft}; `commentUnknown`, `commentResolved`
 */
export function resolveComment(given: Office, change: DraftChange, comment: string): Promise<HeldDraft> {
  return changeDraft(given, change, 'draft.comment', ({ office, held: { row }, performer: { staffNumber } }) => ({
    step: resolved(row, comment, staffNumber, office.now().toISOString()),
    act: 'draft.commentResolved',
    after: { comment },
  }));
}
