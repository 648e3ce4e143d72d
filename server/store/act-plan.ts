import { Refusal, refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { PublicationRecord } from '../rulesets/publication.ts';
import { isVersion } from '../rulesets/version-form.ts';
import { textsOf } from '../workflow/draft.ts';
import { brokenDraft, brokenPublication } from '../workflow/invariants.ts';
import { adoptedRows } from './adopted-rows.ts';
import type { LineContent } from './audit-chain.ts';
import type { Act, RowChange } from './desk.ts';
import type { DeskState, DeskTables } from './desk-file.ts';
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
import type { TableName } from './tables.ts';

/** A text that is written before an act is committed, and the file it goes to, by what the file is called after. */
export interface NewText<Row> {
  readonly row: Row;
  readonly text: string;
}

/** Everything that one act comes to, worked out and checked before anything is written. */
export interface ActPlan {
  readonly tables: DeskTables;
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
}

/**
 * Works out an act on what stands.
 * @param tellsRows whether earlier lines of the trail tell of the rows
 * @throws Refusal `stateMoved`, `selfApproval` and the other broken invariants, `versionExists`, `versionMalformed`,
 *   `versionUnknown`, `instantMalformed`, `textNotUnderstood`, and what the parser finds
 */
export function planOf(desk: DeskState, ledger: Ledger, act: Act, tellsRows: boolean): ActPlan {
  if (act.sequence !== undefined && act.sequence !== ledger.sequence)
    refuse('stateMoved', { table: 'publications', id: '' });
  for (const { table, id, expects } of act.looked ?? [])
    if (revisionOf(desk.tables, table, id) !== expects) refuse('stateMoved', { table, id });
  const tables = withChanges(desk.tables, act.rows ?? []);
  const rows = ledgerRows(ledger, act);
  const draftTexts = newDraftTexts(desk.tables, act);
  return {
    tables,
    ledger: isEmpty(rows.added) ? ledger : withRows(ledger, [rows.added]),
    rows: isEmpty(rows.added) ? null : rows.added,
    lines: linesOf(desk, act, rows.added, rowDigests(tables, act.rows ?? [], !tellsRows)),
    publications: rows.publications,
    jurisdictions: rows.jurisdictions,
    typicalClaims: rows.typicalClaims,
    draftTexts,
    dropped: droppedTexts(desk.tables, tables, act.rows ?? []),
  };
}

function revisionOf(tables: DeskTables, table: TableName, id: string): number {
  return Object.hasOwn(tables[table], id) ? (tables[table][id]?.revision ?? 0) : 0;
}

function withChanges(before: DeskTables, changes: readonly RowChange[]): DeskTables {
  const after: Record<string, Record<string, unknown>> = { ...before };
  for (const { table, id, expects, row } of changes) {
    const own = after[table] === before[table] ? { ...before[table] } : (after[table] ?? {});
    const held = Object.hasOwn(own, id) ? (own[id] as { revision: number }) : undefined;
    if ((held?.revision ?? 0) !== expects) refuse('stateMoved', { table, id });
    if (table === 'drafts') holdTo(brokenDraft(row, Object.hasOwn(before.drafts, id) ? before.drafts[id]?.row : null));
    if (row === null) delete own[id];
    else Object.defineProperty(own, id, { value: { revision: expects + 1, row }, ...OPEN });
    after[table] = own;
  }
  return after as unknown as DeskTables;
}

/** However an id is spelt, it is a key and nothing else. */
const OPEN = { enumerable: true, configurable: true, writable: true };

function holdTo(broken: ReturnType<typeof brokenDraft>): void {
  if (broken !== null) throw new Refusal([broken]);
}

/** Draft texts that are not kept yet. What a draft refers to is kept, or comes along. */
function newDraftTexts(before: DeskTables, { draftTexts = [], rows = [] }: Act): readonly NewText<string>[] {
  const given = new Map(draftTexts.map((text) => [sha256(text), text]));
  for (const change of rows) {
    if (change.table !== 'drafts' || change.row === null) continue;
    const known = new Set([...given.keys(), ...textsBefore(before, change)]);
    const strange = textsOf(change.row).filter((hash) => !known.has(hash));
    const missing = strange.find((hash) => !isNeeded(before, hash));
    if (missing !== undefined)
      throw new RangeError(`the draft ${change.id} refers to a text that is not kept: ${missing}`);
  }
  return [...given].filter(([hash]) => !isNeeded(before, hash)).map(([row, text]) => ({ row, text }));
}

/** Texts that were needed and are not any more. Most acts give up none, and then no other draft is asked. */
function droppedTexts(before: DeskTables, after: DeskTables, changes: readonly RowChange[]): readonly string[] {
  const given = changes.flatMap((change) => {
    const still = new Set(change.table === 'drafts' && change.row !== null ? textsOf(change.row) : []);
    return textsBefore(before, change).filter((hash) => !still.has(hash));
  });
  return [...new Set(given)].filter((hash) => !isNeeded(after, hash));
}

function textsBefore(before: DeskTables, { table, id }: RowChange): readonly string[] {
  const held = table === 'drafts' && Object.hasOwn(before.drafts, id) ? before.drafts[id] : undefined;
  return held === undefined ? [] : textsOf(held.row);
}

function isNeeded({ drafts }: DeskTables, hash: string): boolean {
  return Object.values(drafts).some(({ row }) => textsOf(row).includes(hash));
}

/** The draft texts that some draft needs, by their sha256. */
export function neededTexts(tables: DeskTables): ReadonlySet<string> {
  return new Set(Object.values(tables.drafts).flatMap(({ row }) => textsOf(row)));
}

interface NewRows extends Pick<ActPlan, 'publications' | 'jurisdictions' | 'typicalClaims'> {
  readonly added: LedgerRows;
}

function ledgerRows(ledger: Ledger, act: Act): NewRows {
  const adopted = adoptedRows(ledger, act.adopted ?? []);
  const publications = adopted.length > 0 ? adopted : publicationRows(ledger, act.publications ?? []);
  const events = eventRows(ledger, act, ledger.sequence + publications.length);
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

function publicationRows(ledger: Ledger, publications: readonly Publication[]): readonly NewText<PublicationRow>[] {
  if (publications.length === 0) return [];
  const taken = new Set<string>();
  const isThere = (own: PublicationRecord) =>
    ledger.publications.some(
      ({ record }) => record.jurisdiction === own.jurisdiction && record.version === own.version,
    );
  return publications.map((publication, index) => {
    checkInstant(publication.at);
    const at = instantAfter(ledger, publication.at);
    const row = publicationRow({ ...publication, at }, ledger.sequence + 1 + index);
    const { jurisdiction, version } = row.record;
    if (taken.has(versionKey(row.record)) || isThere(row.record)) refuse('versionExists', { jurisdiction, version });
    taken.add(versionKey(row.record));
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

function eventRows(ledger: Ledger, { versionChanges = [] }: Act, last: number): readonly EventRow[] {
  return versionChanges.map(({ jurisdiction, version, kind, at, by, as, reason }, index) => {
    checkInstant(at);
    if (!ledger.publications.some(({ record }) => record.jurisdiction === jurisdiction && record.version === version))
      refuse('versionUnknown', { code: jurisdiction, version });
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
