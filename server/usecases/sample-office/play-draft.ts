import type { SampleChange, SampleDraft, SampleStep } from '../../../schemas/generated/documents.ts';
import type { Identity } from '../../access/identify.ts';
import type { Finding } from '../../domain/finding.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import { approveDraft } from '../drafts/approve.ts';
import type { DraftChange, HeldDraft } from '../drafts/change-draft.ts';
import { commentOnDraft } from '../drafts/comment.ts';
import { createDraft } from '../drafts/create.ts';
import { publishDraft } from '../drafts/publish.ts';
import { returnDraft } from '../drafts/return.ts';
import { saveDraft } from '../drafts/save.ts';
import { submitDraft } from '../drafts/submit.ts';
import type { Office } from '../office/office.ts';
import { changeVersion } from '../versions/change-version.ts';

/**
 * Plays a draft of a sample office, step by step.
 * @param number which of the office's drafts it is, from 1
 * @throws Refusal `sampleOfficeStep`, then whatever the step was refused with: `sampleOfficeFind` where what is to be changed
 *   does not stand once in the text
 */
export async function playDraft(office: Office, draft: SampleDraft, number: number): Promise<void> {
  const { jurisdiction, date, by, steps } = draft;
  const begin = async () => createDraft(office, await somebody(office, by), { jurisdiction, date });
  let held = await told(begin, { draft: number, step: 0, who: by });
  for (const [index, step] of steps.entries())
    held = await told(() => play(office, held, step), { draft: number, step: index + 1, who: step.by });
}

/** Does a step. @throws Refusal which step it was, before what it was refused with */
async function told(step: () => Promise<HeldDraft>, args: Finding['args']): Promise<HeldDraft> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal([{ code: 'sampleOfficeStep', severity: 'error', args }, ...error.findings]);
  }
}

async function play(office: Office, held: HeldDraft, step: SampleStep): Promise<HeldDraft> {
  const { id, revision, row } = held;
  const identity = await somebody(office, step.by);
  const change: DraftChange = { identity, id, revision };
  switch (step.do) {
    case 'save':
      return saveDraft(office, change, changedText(await office.desk.draftText(row.textHash), step.changes));
    case 'submit':
      return submitDraft(office, change, step.reason);
    case 'comment':
      return commentOnDraft(office, change, { standard: step.standard ?? null, text: step.words });
    case 'return':
      return returnDraft(office, change, step.reason);
    case 'approve':
      return approveDraft(office, change, row.submission?.documentDigest ?? '');
    case 'publish':
      return publishDraft(office, change);
    default: {
      const { jurisdiction, publication } = row;
      const version = publication?.version ?? '';
      await changeVersion(office, 'suspend', { identity, jurisdiction, version, reason: step.reason });
      return held;
    }
  }
}

/** Somebody as if they had signed in. Their rights are read from their account with every step, as with every request. */
async function somebody({ desk }: Office, staffNumber: string): Promise<Identity> {
  const grants = (await desk.row('accounts', staffNumber))?.row.grants ?? [];
  return { kind: 'person', staffNumber, grants, session: '' };
}

function changedText(text: string, changes: readonly SampleChange[]): string {
  return changes.reduce((before, { find, with: by }) => {
    const parts = before.split(find);
    if (parts.length !== 2) refuse('sampleOfficeFind', { find, count: parts.length - 1 });
    return parts.join(by);
  }, text);
}
