import { discarded } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Gives a draft up for good; it can still be read.
 * @throws Refusal as {@link changeDraft}
 */
export function discardDraft(office: Office, change: DraftChange): Promise<HeldDraft> {
  return changeDraft(office, change, 'draft.write', ({ held: { row } }) => ({
    step: discarded(row),
    act: 'draft.discarded',
    before: { state: row.state, textHash: row.textHash },
    after: { state: 'discarded' },
  }));
}
