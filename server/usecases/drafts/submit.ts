import { Refusal } from '../../domain/refusal.ts';
import { neededApprovals } from '../../workflow/needed-approvals.ts';
import { MOST_FINGERPRINTS, type Submission } from '../../workflow/submission.ts';
import { alsoWritten, isDraft, shutToSubmission, submitted } from '../../workflow/transitions.ts';
import type { Office } from '../office/office.ts';
import { textToExamine } from '../office/text-workshop.ts';
import { changeDraft, type DraftChange, type Ground, type HeldDraft } from './change-draft.ts';
import type { Found } from './examination.ts';
import { proofGates } from './gates/proof.ts';

/**
 * Puts a draft's text forward for review. Everything about it that takes long is found out here, so that approving and
 * publishing are quick; what is reviewed from here on is this very text. Whoever wrote the same in another draft or version is
 * its writer too.
 * @throws Refusal as {@link changeDraft}; `draftInvalid` with everything that is wrong with the text
 */
export function submitDraft(given: Office, change: DraftChange, reason: string): Promise<HeldDraft> {
  return changeDraft(given, change, 'draft.submit', async (ground) => {
    const { office } = ground;
    const { row } = ground.held;
    const { kind, textHash } = row;
    // A state that allows no submission is told before the text is looked at.
    const shut = shutToSubmission(row);
    if (shut !== null) throw new Refusal([shut]);
    const asked = textToExamine(office, row, await office.desk.draftText(textHash));
    const { findings, found } = await office.texts.examine(asked);
    if (found === null)
      throw new Refusal(
        findings.filter(({ severity }) => severity === 'error'),
        'draftInvalid',
      );
    const proofs = kind === 'Override' ? await office.texts.prove(change.id, asked) : [];
    const proved = proofGates(found.documentDigest, found.bases, proofs);
    const submission = submissionOf(ground, reason, found, findings);
    const put = submitted(row, submission, [...found.gates, ...proved]);
    return {
      step: isDraft(put) ? alsoWritten(put, await office.desk.othersWhoWrote(change.id, put)) : put,
      act: 'draft.submitted',
      before: { state: row.state },
      after: {
        state: 'submitted',
        textHash,
        documentDigest: found.documentDigest,
        bases: found.bases.map(({ digest }) => digest),
        class: found.class,
        version: found.version,
        needs: submission.needs.map(({ as }) => as),
        proofs: proved.map(({ result, evidence = null }) => ({ result, evidence })),
      },
      reason,
    };
  });
}

function submissionOf(
  { office, held: { row }, performer }: Ground,
  reason: string,
  found: Found,
  findings: Submission['warnings'],
): Submission {
  const { adviceLeft, waivers, gates: _, changes, ...rest } = found;
  return {
    ...rest,
    by: performer.staffNumber,
    at: office.now().toISOString(),
    reason,
    textHash: row.textHash,
    baseDigest: found.bases[0]?.digest ?? null,
    changes: changes.slice(0, MOST_FINGERPRINTS),
    needs: neededApprovals({ kind: row.kind, adviceLeft, waivers }),
    warnings: findings.filter(({ severity }) => severity === 'warning'),
  };
}
