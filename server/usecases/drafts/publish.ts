import { nextVersion } from '../../analysis/version-number.ts';
import { shanghaiDate } from '../../domain/dates.ts';
import { Refusal, refuse } from '../../domain/refusal.ts';
import type { PublicationRecord, PublicationReview } from '../../rulesets/publication.ts';
import { indexOf } from '../../rulesets/record-index.ts';
import type { Heading } from '../../store/heading.ts';
import type { Publication } from '../../store/store.ts';
import type { Draft } from '../../workflow/draft.ts';
import type { Submission } from '../../workflow/submission.ts';
import { isDraft, published } from '../../workflow/transitions.ts';
import type { Place } from '../named-rules.ts';
import type { Office } from '../office/office.ts';
import { suspensionsBy } from '../office/suspensions.ts';
import { type TextToExamine, textToExamine } from '../office/text-workshop.ts';
import { changeDraft, type Decision, type DraftChange, type Ground, type HeldDraft } from './change-draft.ts';
import { followUps } from './follow-ups.ts';
import { groundMoved } from './ground-now.ts';
import type { LiftedDraft } from './lifted-drafts.ts';

/**
 * Makes an approved text a version: the text that was reviewed, byte for byte, under the number that its changes give it,
 * with its record; in the same act, what has not begun and whose ground it moves is set aside, and whoever has to look gets
 * a task. Nothing is read or compared here that was at submission. All of it is dated by one instant; only the record's own, and
 * those of versions set aside, are the store's to move, so that none comes before what was published last (see `instantAfter`).
 * @param shown the digest of the consequences that were seen before it was decided; null where nobody asked for them
 * @throws Refusal as {@link changeDraft}; `selfPublication`, `approvalMissing`; `groundMoved` where it no longer stands on
 *   what it was reviewed on; `consequencesMoved` where it would do something else than was shown
 */
export function publishDraft(given: Office, change: DraftChange, shown: string | null = null): Promise<HeldDraft> {
  return changeDraft(given, change, 'draft.publish', async (ground) => {
    const { office, held } = ground;
    const { row } = held;
    const { sequence } = office.desk;
    const records = office.book.records();
    const place = await office.book.placeOf(row.jurisdiction);
    const [at, today] = [office.now().toISOString(), shanghaiDate(office.now())];
    const draft = { version: '', by: ground.performer.staffNumber, at };
    const first = published(row, draft, today);
    const { submission } = row;
    if (!isDraft(first) || submission === null) return { step: first, act: 'draft.published' };
    const moved = groundMoved(records, place, submission, row);
    if (moved !== null) throw new Refusal([moved]);
    if (shown !== null) await holdTo(office, row, shown);
    const numbered = await numberOf(office, row, submission, records, place);
    const step = published(row, { ...draft, version: numbered.version }, today);
    return { step, ...(await publicationOf(ground, submission, records, numbered)), sequence };
  });
}

/** @throws Refusal `consequencesMoved` where publishing it would do something else than was shown */
async function holdTo(office: Office, row: Draft, shown: string): Promise<void> {
  const { digest } = await office.texts.consequences(await toExamine(office, row));
  if (digest !== shown) refuse('consequencesMoved');
}

async function toExamine(office: Office, row: Draft): Promise<TextToExamine> {
  return textToExamine(office, row, await office.desk.draftText(row.textHash));
}

interface Numbered {
  readonly version: string;
  readonly class: Submission['class'];
}

/** What was reckoned at submission, unless another version has been published since then. */
async function numberOf(
  office: Office,
  row: Draft,
  submission: Submission,
  records: readonly PublicationRecord[],
  { own, city }: Place,
): Promise<Numbered> {
  const last = indexOf(records).latestFirst(own ?? city)[0] ?? null;
  if ((last?.version ?? null) === (submission.previous?.version ?? null)) return submission;
  const { findings, found } = await office.texts.examine(await toExamine(office, row));
  if (found === null)
    throw new Refusal(
      findings.filter(({ severity }) => severity === 'error'),
      'groundMoved',
    );
  return { version: nextVersion(last?.version ?? null, found.class), class: found.class };
}

async function publicationOf(
  { office, held: { id, row }, performer }: Ground,
  submission: Submission,
  records: readonly PublicationRecord[],
  numbered: Numbered,
): Promise<Omit<Decision, 'step'>> {
  const { documentDigest: digest, effective, textHash } = submission;
  const text = await office.desk.draftText(textHash);
  const { version } = numbered;
  const { kind } = row;
  // Read at submission from this very text.
  const heading: Heading = { ...submission.heading, kind, effective, digest };
  const { jurisdiction, sample } = heading;
  const cause = { jurisdiction, version };
  const review = reviewOf(id, row, submission, numbered);
  const at = office.now().toISOString();
  const publication: Publication = { text, version, by: performer.staffNumber, at, review, heading };
  const record: PublicationRecord = {
    ...{ ...cause, kind, effective, digest, publishedAt: at, publishedBy: performer.staffNumber, sample, review },
    sequence: office.desk.sequence + 1,
  };
  const suspensions = await suspensionsBy(office, records, [...records, record], cause);
  const lifted = kind === 'RuleSet' ? await liftedBy(office, row, text, suspensions.versions) : [];
  const more = followUps(office, cause, suspensions, lifted);
  return {
    act: 'draft.published',
    before: { state: 'approved', previous: submission.previous },
    after: { state: 'published', version, digest, textHash, class: numbered.class, effective: { ...effective } },
    reason: submission.reason,
    publications: [publication],
    versionChanges: suspensions.versionChanges,
    draftTexts: more.draftTexts,
    more: { audit: [...suspensions.audit, ...more.audit], rows: more.rows },
  };
}

function liftedBy(
  office: Office,
  row: Draft,
  text: string,
  suspended: readonly PublicationRecord[],
): Promise<readonly LiftedDraft[]> {
  const aside = suspended.map((one) => ({ jurisdiction: one.jurisdiction, version: one.version }));
  return office.texts.lift(textToExamine(office, row, text), aside);
}

function reviewOf(draft: string, row: Draft, submission: Submission, numbered: Numbered): PublicationReview {
  return {
    draft,
    writers: row.writers,
    submittedBy: submission.by,
    reason: submission.reason,
    approvals: row.approvals.map(({ by, as, at, digest, reason }) => {
      return { by, as, at, digest, ...(reason === undefined ? {} : { reason }) };
    }),
    baseDigest: submission.baseDigest,
    class: numbered.class,
  };
}
