import { withdrawn } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Takes a submission back, to go on writing; approvals go with it.
 * @throws Refusal as {@link changeDraft}
 */
export function withdrawDraft(office: Office, change: DraftChange): Promise<HeldDraft> {
  return changeDraft(office, change, 'draft.submit', ({ held: { row } }) => ({
    step: withdrawn(row),
    act: 'draft.withdrawn',
    before: { state: row.state, documentDigest: row.submission?.documentDigest ?? null },
    after: { state: 'draft' },
  }));
}
