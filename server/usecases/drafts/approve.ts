import { shanghaiDate } from '../../domain/dates.ts';
import type { Draft } from '../../workflow/draft.ts';
import { missingApprovals, neededFor } from '../../workflow/needed-approvals.ts';
import { approved } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { may, type Performer } from '../office/performer.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Says yes to the document of a submission. Who is a reviewer of the county and of the city says it for the one that is
 * missing, the county's first; nobody says it twice.
 * @param digest of the document that was looked at
 * @param reason why, in their words; needed where the approval overrides a proof, and kept with it
 * @throws Refusal as {@link changeDraft}; `selfApproval`, `alreadyApproved`, `approvalOtherText`, `approvalNotNeeded`,
 *   `overrideReasonMissing`
 */
export function approveDraft(
  given: Office,
  change: DraftChange,
  digest: string,
  reason: string | null = null,
): Promise<HeldDraft> {
  return changeDraft(given, change, 'draft.approve', async ({ office, held: { row }, performer }) => {
    const today = shanghaiDate(office.now());
    const as = await approvingRole(office, performer, row, today);
    const said = reason === null ? {} : { reason };
    const approval = { by: performer.staffNumber, as, at: office.now().toISOString(), digest, ...said };
    const need = neededFor(row, today).find((one) => one.as === as);
    return {
      step: approved(row, approval, today),
      act: 'draft.approved',
      before: { state: row.state },
      after: { as, documentDigest: digest, textHash: row.textHash, because: need?.because ?? [] },
      ...said,
    };
  });
}

/** The first approval that is missing and that somebody may give; where they may give none that is, the one they may give. */
async function approvingRole(
  office: Office,
  performer: Performer,
  { submission, gates, approvals, jurisdiction }: Draft,
  today: string,
): Promise<'countyReviewer' | 'cityReviewer'> {
  const needs = neededFor({ submission, gates }, today);
  const missing = missingApprovals(needs, approvals, submission?.documentDigest ?? '');
  for (const as of [...missing.map((need) => need.as), 'countyReviewer' as const]) {
    if (await may(office, performer, 'draft.approve', jurisdiction, [as])) return as;
  }
  return 'cityReviewer';
}
