import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { edited } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Writes a draft's text anew, byte for byte as it comes, also where it is not valid (yet). What was submitted is withdrawn by
 * it, with all approvals.
 * @throws Refusal as {@link changeDraft}; `draftTextTooLarge`
 */
export function saveDraft(office: Office, change: DraftChange, text: string): Promise<HeldDraft> {
  if (Buffer.byteLength(text) > office.textBytes) refuse('draftTextTooLarge', { limit: office.textBytes });
  const textHash = sha256(text);
  return changeDraft(office, change, 'draft.write', ({ held, performer }) => {
    const { row, revision } = held;
    const edit = { by: performer.staffNumber, at: office.now().toISOString(), textHash, revision: revision + 1 };
    return {
      step: edited(row, edit),
      act: 'draft.saved',
      before: { textHash: row.textHash, state: row.state, approvals: row.approvals.map(({ by }) => by) },
      after: { textHash },
      // Those of the last edits go with it, so that whoever comes too late can be shown what changed.
      draftTexts: [text],
    };
  });
}
