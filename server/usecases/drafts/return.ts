import { returned } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Sends a submission back to those who wrote it.
 * @throws Refusal as {@link changeDraft}; `selfReturn`
 */
export function returnDraft(given: Office, change: DraftChange, reason: string): Promise<HeldDraft> {
  return changeDraft(given, change, 'draft.return', ({ office, held: { row }, performer: { staffNumber } }) => ({
    step: returned(row, { by: staffNumber, at: office.now().toISOString(), reason }),
    act: 'draft.returned',
    before: { state: row.state, documentDigest: row.submission?.documentDigest ?? null },
    after: { state: 'returned' },
    reason,
  }));
}
