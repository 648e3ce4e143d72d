import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { byVersion } from '../../rulesets/in-force.ts';
import type { Draft, DraftOrigin } from '../../workflow/draft.ts';
import { alsoWritten, edited, isDraft, meaning } from '../../workflow/transitions.ts';
import { versionsOf } from '../named-rules.ts';
import type { Office } from '../office/office.ts';
import { textToExamine } from '../office/text-workshop.ts';
import { changeDraft, type DraftChange, type HeldDraft } from './change-draft.ts';

/**
 * Writes a draft's text anew, byte for byte as it comes, also where it is not valid (yet). What was submitted is withdrawn by
 * it, with all approvals. Whoever wrote the same text in another draft is its writer too. What it means is kept with the draft.
 * @param origin the version of its place that the text stands on from here on, where its changes were carried onto another
 * @throws Refusal as {@link changeDraft}; `draftTextTooLarge`; `unknownVersion`; `overloaded`
 */
export function saveDraft(
  given: Office,
  change: DraftChange,
  text: string,
  origin: string | null = null,
): Promise<HeldDraft> {
  if (Buffer.byteLength(text) > given.textBytes) refuse('draftTextTooLarge', { limit: given.textBytes });
  const textHash = sha256(text);
  return changeDraft(given, change, 'draft.write', async ({ office, held, performer }) => {
    const { row, revision } = held;
    const edit = { by: performer.staffNumber, at: office.now().toISOString(), textHash, revision: revision + 1 };
    const from = origin === null ? row.origin : await originOf(office, row.jurisdiction, origin);
    const saved = edited(row, edit, from);
    return {
      step: isDraft(saved) ? await known(office, held.id, saved, text) : saved,
      act: 'draft.saved',
      before: { textHash: row.textHash, state: row.state, approvals: row.approvals.map(({ by }) => by) },
      after: { textHash, ...(origin === null ? {} : { origin: { ...from } as Readonly<Record<string, string>> }) },
      // Those of the last edits go with it, so that whoever comes too late can be shown what changed.
      draftTexts: [text],
    };
  });
}

/** The draft with what a copy of it is known by, and by whom it is one. */
async function known(office: Office, id: string, saved: Draft, text: string): Promise<Draft> {
  const digest = await office.texts.meaning(textToExamine(office, saved, text));
  return alsoWritten(meaning(saved, digest), await office.desk.othersWhoWrote(id, saved));
}

async function originOf({ book }: Office, code: string, version: string): Promise<DraftOrigin> {
  const place = await book.placeOf(code);
  const own = place.own ?? place.city;
  const record = byVersion(book.records(), own, version);
  if (record === null) return refuse('unknownVersion', { code, version, known: versionsOf(book.records(), own) });
  return { kind: 'version', version: record.version, digest: record.digest };
}
