import type { Draft as DraftAnswer, Remark } from '../../../schemas/generated/documents.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { HeldDraft } from '../../usecases/drafts/change-draft.ts';
import { needsOf } from '../../usecases/drafts/read.ts';
import { sentBack } from '../../workflow/sent-back.ts';

/** What a draft is told by. */
export interface Telling {
  readonly language: Language;
  /** Decides which approvals it needs today. */
  readonly now: Date;
}

/** A draft as workflow.schema.json has it. @param text left out of lists */
export function draftJson(held: HeldDraft, telling: Telling, text?: string): DraftAnswer {
  const { id, revision, row } = held;
  const { looked: _, lookedBy: __, meanings: ___, submission, ...rest } = row;
  // Rows are plain JSON of the same shape; only what is submitted is told in words.
  const derived = { sentBack: sentBack(row) };
  const plain = JSON.parse(JSON.stringify({ ...rest, ...derived })) as Omit<
    DraftAnswer,
    'id' | 'revision' | 'submission' | 'text'
  >;
  const told = submission === null ? null : submissionJson(held, telling);
  return { id, revision, ...plain, submission: told, ...(text === undefined ? {} : { text }) };
}

function submissionJson(held: HeldDraft, { language, now }: Telling): DraftAnswer['submission'] {
  const { submission, looked } = held.row;
  if (submission === null) return null;
  const { heading: _, changes, warnings, needs: __, ...rest } = submission;
  const seen = new Set(looked);
  const told = {
    ...rest,
    changes: changes.map((fingerprint) => ({ fingerprint, seenBefore: seen.has(fingerprint) })),
    warnings: warnings.map((warning) => remarkJson(warning, language)),
    ...needsOf(held, now),
  };
  return JSON.parse(JSON.stringify(told)) as DraftAnswer['submission'];
}

function remarkJson({ code, args, at }: Finding, language: Language): Remark {
  return { code, ...say(code, args, language), pointer: at?.pointer ?? null };
}
