import type { Identity } from '../../access/identify.ts';
import { type CalendarDate, type Period, shanghaiDate } from '../../domain/dates.ts';
import { refuse } from '../../domain/refusal.ts';
import { sha256 } from '../../domain/sha256.ts';
import { byVersion, inForce } from '../../rulesets/in-force.ts';
import type { PublicationRecord } from '../../rulesets/publication.ts';
import { indexOf } from '../../rulesets/record-index.ts';
import type { Draft, DraftOrigin } from '../../workflow/draft.ts';
import { isClosed } from '../../workflow/draft.ts';
import type { StaffNumber } from '../../workflow/roles.ts';
import { type Place, versionsOf } from '../named-rules.ts';
import type { Office } from '../office/office.ts';
import { oneAfterAnother } from '../office/one-after-another.ts';
import { atOneInstant } from '../office/one-instant.ts';
import { entryOf, performerOf, roleFor } from '../office/performer.ts';
import type { HeldDraft } from './change-draft.ts';
import { headingText } from './heading-text.ts';

/** What a draft is to begin from. */
export interface NewDraft {
  readonly jurisdiction: string;
  /** On top of what is in force on this day; the nearest day with rules in force where neither is given. */
  readonly date?: CalendarDate;
  /** From an older version, in force or not. */
  readonly version?: string;
}

/** The most drafts of a place that are open at the same time, with those that were begun within a day and given up. */
const MOST_OPEN = 100;

const DAY = 24 * 3_600_000;

/**
 * Begins a draft: with the text that is in force on a day, or with that of any version that was published, both byte for byte;
 * where a county has none, with a heading that is to be filled in. An older version comes back with its writers: they wrote what
 * it changes.
 * @throws Refusal `personNeeded`, `hidden`, `roleMayNot`; `unknownJurisdiction`, `unknownVersion`, `noRuleSets`,
 *   `noRuleSetInForce`; `draftTextTooLarge`, `tooManyOpenDrafts`; what the store refuses
 */
export async function createDraft(office: Office, identity: Identity, asked: NewDraft): Promise<HeldDraft> {
  const { own, city } = await office.book.placeOf(asked.jurisdiction);
  // Those that are begun at once would each count what stood before any of them.
  return oneAfterAnother(office.desk, (own ?? city).join(), () =>
    atOneInstant(office, (standing) => beginOne(standing, identity, asked)),
  );
}

async function beginOne(office: Office, identity: Identity, asked: NewDraft): Promise<HeldDraft> {
  const performer = await performerOf(office, identity);
  const place = await office.book.placeOf(asked.jurisdiction);
  const role = await roleFor(office, performer, 'draft.write', asked.jurisdiction);
  await holdToRoom(office, place);
  const { text, origin, writers = [] } = await beginningOf(office, place, asked);
  if (Buffer.byteLength(text) > office.textBytes) refuse('draftTextTooLarge', { limit: office.textBytes });
  const by = performer.staffNumber;
  const at = office.now().toISOString();
  const textHash = sha256(text);
  const row: Draft = {
    jurisdiction: asked.jurisdiction,
    kind: place.own === null ? 'RuleSet' : 'Override',
    ...{ state: 'draft', origin, createdAt: at, createdBy: by, textHash, writers: [...new Set([by, ...writers])] },
    edits: [{ by, at, textHash, revision: 1 }],
    ...{ submission: null, approvals: [], gates: [], comments: [], returns: [], looked: [], publication: null },
    last: { by, at, act: 'draft.created' },
  };
  const held: HeldDraft = { id: office.newId(), revision: 1, row };
  const on = { kind: 'drafts', id: held.id, jurisdiction: row.jurisdiction };
  const after = { textHash, origin: { ...origin } as Readonly<Record<string, string>> };
  await office.desk.act({
    audit: [entryOf(office, performer, role, { act: 'draft.created', on, after })],
    looked: performer.looked,
    rows: [{ table: 'drafts', id: held.id, expects: 0, row }],
    draftTexts: [text],
  });
  return held;
}

/** @throws Refusal `tooManyOpenDrafts` */
async function holdToRoom(office: Office, { jurisdiction: { code }, own, city }: Place): Promise<void> {
  const codes = own ?? city;
  const open = (await office.desk.rows('drafts')).filter(
    ({ row }) => codes.includes(row.jurisdiction) && (!isClosed(row) || wasGivenUp(row, office.now())),
  );
  if (open.length >= MOST_OPEN) refuse('tooManyOpenDrafts', { code, most: MOST_OPEN });
}

/** Within a day: whoever begins and gives up all the time leaves rows behind for good. */
function wasGivenUp({ state, createdAt }: Draft, now: Date): boolean {
  return state === 'discarded' && now.getTime() - Date.parse(createdAt) < DAY;
}

interface Beginning {
  readonly text: string;
  readonly origin: DraftOrigin;
  /** Who wrote it, of a version that comes back; what a draft goes on from is nobody's change. */
  readonly writers?: readonly StaffNumber[];
}

async function beginningOf({ book, now }: Office, place: Place, asked: NewDraft): Promise<Beginning> {
  const { jurisdiction: code, date: given, version: number } = asked;
  const records = book.records();
  const own = place.own ?? place.city;
  if (number !== undefined) {
    const record = byVersion(records, own, number);
    if (record === null) return refuse('unknownVersion', { code, version: number, known: versionsOf(records, own) });
    const writers = comesBack(record, records, own, shanghaiDate(now())) ? writersOf(record) : [];
    return { text: await book.text(record), origin: { kind: 'version', ...nameOf(record) }, writers };
  }
  const today = shanghaiDate(now());
  const date = given ?? (await book.nearestDate(code, today)) ?? today;
  const record = inForce(records, own, date);
  if (record !== null) return { text: await book.text(record), origin: { kind: 'inForce', ...nameOf(record), date } };
  const city = inForce(records, place.city, date);
  if (city === null || place.own === null) {
    const nearest = (await book.nearestDate(code, date)) ?? refuse('noRuleSets', { code });
    return refuse('noRuleSetInForce', { code, date, nearest });
  }
  const effective: Period = { ...city.effective, from: date };
  const text = headingText(code, city.jurisdiction, effective);
  return { text, origin: { kind: 'heading', effective } };
}

/** Neither in force nor the last that was published: what is reviewed then is what it changes back, whose writers are known. */
function comesBack(
  record: PublicationRecord,
  records: readonly PublicationRecord[],
  own: readonly string[],
  today: CalendarDate,
): boolean {
  return record !== inForce(records, own, today) && record !== indexOf(records).latestFirst(own)[0];
}

function writersOf({ review }: PublicationRecord): readonly StaffNumber[] {
  return review === undefined ? [] : [...review.writers, review.submittedBy];
}

function nameOf({ version, digest }: PublicationRecord) {
  return { version, digest };
}
