import { Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { textsOf } from '../workflow/draft.ts';
import { brokenByCopy, brokenDraft, brokenPublication } from '../workflow/invariants.ts';
import { othersWhoWrote } from '../workflow/same-text.ts';
import { adoptedRows } from './adopted-rows.ts';
import type { LineContent } from './audit-chain.ts';
import { allDrafts, type ClosedDraft, type ClosedDrafts, withoutClosed } from './closed-drafts.ts';
import type { Act, RowChange } from './desk.ts';
import type { DeskRow, DeskState, DeskTables } from './desk-file.ts';
import { headingOf, isPublishable } from './heading.ts';
import { instantAfter } from './instants.ts';
import {
  type EventRow,
  type JurisdictionsRow,
  type Ledger,
  type LedgerRows,
  type PublicationRow,
  type TypicalClaimsRow,
  versionKey,
  withRows,
} from './ledger.ts';
import { type RowDigest, rowDigests } from './row-digests.ts';
import type { Publication } from './store.ts';
import type { TableName, Tables } from './tables.ts';
import { neededByAny, type TextUses, type UsesChanged, usesChanged } from './text-uses.ts';

/** A text that is written before an act is committed, and the file it goes to, by what the file is called after. */
export interface NewText<Row> {
  readonly row: Row;
  readonly text: string;
}

/** Everything that one act comes to, worked out and checked before anything is written. */
export interface ActPlan {
  readonly tables: DeskTables;
  /** Drafts that leave the tables: their life is over. */
  readonly closed: readonly ClosedDraft[];
  readonly ledger: Ledger;
  /** Null where nothing is published. */
  readonly rows: LedgerRows | null;
  readonly lines: readonly LineContent[];
  readonly publications: readonly NewText<PublicationRow>[];
  readonly jurisdictions: readonly NewText<JurisdictionsRow>[];
  readonly typicalClaims: readonly NewText<TypicalClaimsRow>[];
  readonly draftTexts: readonly NewText<string>[];
  /** Draft texts that no draft needs any more once the act is done, by their sha256. */
  readonly dropped: readonly string[];
  readonly uses: UsesChanged;
}

/** What an act is worked out on. */
export interface Standing {
  readonly desk: DeskState;
  readonly closed: ClosedDrafts;
  /** Of the desk's drafts. */
  readonly uses: TextUses;
  readonly ledger: Ledger;
  /** The ledger's publications by their {@link versionKey}. */
  readonly versions: ReadonlyMap<string, PublicationRow>;
}

/**
 * Works out an act on what stands.
 * @param tellsRows whether earlier lines of the trail tell of the rows
 * @throws Refusal `stateMoved`, `selfApproval` and the other broken invariants, `versionExists`, `versionMalformed`,
 *   `versionUnknown`, `instantMalformed`, `textNotUnderstood`, and what the parser finds
 */
export function planOf(standing: Standing, act: Act, tellsRows: boolean): ActPlan {
  const { desk, closed, ledger } = standing;
  const before: Rows = { tables: desk.tables, closed, uses: standing.uses, published: ledger.publications };
  if (act.sequence !== undefined && act.sequence !== ledger.sequence)
    refuse('stateMoved', { table: 'publications', id: '' });
  for (const { table, id, expects } of act.looked ?? [])
    if ((heldIn(before, table, id)?.revision ?? 0) !== expects) refuse('stateMoved', { table, id });
  const tables = withChanges(before, act.rows ?? []);
  const rows = ledgerRows(standing, act);
  const draftTexts = newDraftTexts(before, act);
  const drafts = new Set((act.rows ?? []).filter(({ table }) => table === 'drafts').map(({ id }) => id));
  const after = withoutClosed(tables, desk.tables.drafts, drafts);
  return {
    ...after,
    ...textsGivenUp(before, after, drafts),
    ledger: isEmpty(rows.added) ? ledger : withRows(ledger, [rows.added]),
    rows: isEmpty(rows.added) ? null : rows.added,
    lines: linesOf(desk, act, rows.added, rowDigests(tables, closed, act.rows ?? [], !tellsRows)),
    publications: rows.publications,
    jurisdictions: rows.jurisdictions,
    typicalClaims: rows.typicalClaims,
    draftTexts,
  };
}

/** All rows there are. */
interface Rows {
  readonly tables: DeskTables;
  readonly closed: ClosedDrafts;
  readonly uses: TextUses;
  readonly published: readonly PublicationRow[];
}

function heldIn<Table extends TableName>(
  { tables, closed }: Rows,
  table: Table,
  id: string,
): DeskRow<Tables[Table]> | undefined {
  const closedDraft = () => (table === 'drafts' ? (closed.get(id) as DeskRow<Tables[Table]> | undefined) : undefined);
  return tables[table].get(id) ?? closedDraft();
}

function withChanges(before: Rows, changes: readonly RowChange[]): DeskTables {
  const changed = new Map<TableName, Map<string, DeskRow<unknown>>>();
  for (const { table, id, expects, row } of changes) {
    const own = changed.get(table) ?? new Map<string, DeskRow<unknown>>(before.tables[table]);
    changed.set(table, own);
    const held = own.get(id) ?? heldIn(before, table, id);
    if ((held?.revision ?? 0) !== expects) refuse('stateMoved', { table, id });
    if (table === 'drafts') holdDraft(before, id, row);
    if (row === null) own.delete(id);
    else own.set(id, { revision: expects + 1, row });
  }
  return { ...before.tables, ...Object.fromEntries(changed) };
}

function holdDraft(before: Rows, id: string, row: Tables['drafts'] | null): void {
  const { tables, closed, published } = before;
  const stood = heldIn(before, 'drafts', id)?.row ?? null;
  holdTo(brokenDraft(row, stood));
  holdTo(brokenByCopy(row, stood, (draft) => othersWhoWrote(id, draft, allDrafts(tables, closed), published)));
}

function holdTo(broken: ReturnType<typeof brokenDraft>): void {
  if (broken !== null) throw new Refusal([broken]);
}

/** Draft texts that are not kept yet. What a draft refers to is kept, or comes along. */
function newDraftTexts(before: Rows, { draftTexts = [], rows = [] }: Act): readonly NewText<string>[] {
  const given = new Map(draftTexts.map((text) => [sha256(text), text]));
  for (const change of rows) {
    if (change.table !== 'drafts' || change.row === null) continue;
    const known = new Set([...given.keys(), ...textsBefore(before, change.id)]);
    const strange = textsOf(change.row).filter((hash) => !known.has(hash));
    const missing = strange.find((hash) => !isNeeded(before, hash));
    if (missing !== undefined)
      throw new RangeError(`the draft ${change.id} refers to a text that is not kept: ${missing}`);
  }
  return [...given].filter(([hash]) => !isNeeded(before, hash)).map(([row, text]) => ({ row, text }));
}

/** Texts that were needed and are not any more. */
function textsGivenUp(
  before: Rows,
  after: Pick<ActPlan, 'tables' | 'closed'>,
  changed: ReadonlySet<string>,
): Pick<ActPlan, 'dropped' | 'uses'> {
  const ids = new Set([...changed, ...after.closed.map(({ id }) => id)]);
  const uses = usesChanged(before.tables.drafts, after.tables.drafts, ids);
  const given = new Set([...changed].flatMap((id) => textsBefore(before, id)));
  const isNeeded = (text: string) =>
    before.uses.needs(text, uses) || before.closed.needs(text) || neededByAny(after.closed, text);
  return { uses, dropped: [...given].filter((text) => !isNeeded(text)) };
}

function textsBefore(before: Rows, id: string): readonly string[] {
  const held = heldIn(before, 'drafts', id);
  return held === undefined ? [] : textsOf(held.row);
}

function isNeeded({ uses, closed }: Rows, hash: string): boolean {
  return uses.needs(hash) || closed.needs(hash);
}

/** What has been published. */
type Published = Pick<Standing, 'ledger' | 'versions'>;

interface NewRows extends Pick<ActPlan, 'publications' | 'jurisdictions' | 'typicalClaims'> {
  readonly added: LedgerRows;
}

function ledgerRows(standing: Published, act: Act): NewRows {
  const { ledger } = standing;
  const adopted = adoptedRows(ledger, act.adopted ?? []);
  const publications = adopted.length > 0 ? adopted : publicationRows(standing, act.publications ?? []);
  const events = eventRows(standing, act, ledger.sequence + publications.length);
  const jurisdictions = (act.jurisdictions ?? []).map((text) => ({ row: jurisdictionsRow(text), text }));
  const typicalClaims = (act.typicalClaims ?? []).map((text) => ({ row: typicalClaimsRow(text), text }));
  const added = {
    ...(publications.length > 0 && { publications: publications.map(({ row }) => row) }),
    ...(events.length > 0 && { events }),
    ...(jurisdictions.length > 0 && { jurisdictions: jurisdictions.map(({ row }) => row) }),
    ...(typicalClaims.length > 0 && { typicalClaims: typicalClaims.map(({ row }) => row) }),
  };
  return { publications, jurisdictions, typicalClaims, added };
}

function isEmpty(rows: LedgerRows): boolean {
  return Object.keys(rows).length === 0;
}

function linesOf(
  { commit, audit }: DeskState,
  { audit: entries }: Act,
  ledger: LedgerRows,
  rows: readonly RowDigest[],
): readonly LineContent[] {
  return entries.map((entry, index) => {
    const content = { line: audit.lines + 1 + index, commit: commit + 1, entry };
    if (index > 0) return content;
    return { ...content, ...(!isEmpty(ledger) && { ledger }), ...(rows.length > 0 && { rows }) };
  });
}

function publicationRows(
  { ledger, versions }: Published,
  publications: readonly Publication[],
): readonly NewText<PublicationRow>[] {
  const taken = new Set<string>();
  return publications.map((publication, index) => {
    checkInstant(publication.at);
    const at = instantAfter(ledger, publication.at);
    const row = publicationRow({ ...publication, at }, ledger.sequence + 1 + index);
    const { jurisdiction, version } = row.record;
    const key = versionKey(row.record);
    if (taken.has(key) || versions.has(key)) refuse('versionExists', { jurisdiction, version });
    taken.add(key);
    holdTo(brokenPublication(row.record));
    return { row, text: publication.text };
  });
}

function publicationRow(publication: Publication, sequence: number): PublicationRow {
  const { text, version, by, at, review, heading = headingOf(text) } = publication;
  if (!isVersion(version)) refuse('versionMalformed', { version });
  if (!isPublishable(heading)) return refuse('textNotUnderstood', { part: 'kind', file: null });
  const { jurisdiction, kind, effective, digest, sample } = heading;
  const record: PublicationRecord = {
    ...{ jurisdiction, version, sequence, kind, effective, digest, publishedAt: at, publishedBy: by, sample },
    ...(review === undefined ? {} : { review }),
  };
  return { record, bytes: sha256(text) };
}

function eventRows({ ledger, versions }: Published, { versionChanges = [] }: Act, last: number): readonly EventRow[] {
  return versionChanges.map(({ jurisdiction, version, kind, at, by, as, reason }, index) => {
    checkInstant(at);
    if (!versions.has(versionKey({ jurisdiction, version }))) refuse('versionUnknown', { code: jurisdiction, version });
    const since = instantAfter(ledger, at);
    const who = { by, ...(as !== undefined && { as }) };
    return { jurisdiction, version, event: { kind, sequence: last + 1 + index, at: since, ...who, reason } };
  });
}

function checkInstant(at: string): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at) || Number.isNaN(Date.parse(at)))
    refuse('instantMalformed', { at });
}

function jurisdictionsRow(text: string): JurisdictionsRow {
  const heading = headingOf(text);
  const [first] = isPublishable(heading) || heading.kind !== 'Jurisdictions' ? [] : heading.codes;
  if (first === undefined) return refuse('textNotUnderstood', { part: 'jurisdictions', file: null });
  return { ...fileOf(text), first };
}

function typicalClaimsRow(text: string): TypicalClaimsRow {
  const heading = headingOf(text);
  const [jurisdiction] = isPublishable(heading) || heading.kind !== 'TypicalClaims' ? [] : heading.codes;
  if (jurisdiction === undefined) return refuse('textNotUnderstood', { part: 'kind', file: null });
  return { ...fileOf(text), jurisdiction };
}

/** Files are named after what they hold, so that a text never takes the place of another before the commit. */
function fileOf(text: string): { readonly file: string; readonly bytes: string } {
  const bytes = sha256(text);
  return { file: `${bytes.slice('sha256:'.length, 'sha256:'.length + 16)}.yaml`, bytes };
}
