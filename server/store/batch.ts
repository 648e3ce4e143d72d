import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import { headingOf, isPublishable } from './heading.ts';
import type { JurisdictionsRow, PublicationRow, Rows, TypicalClaimsRow } from './records-file.ts';
import type { Publication } from './store.ts';

/** What one commit adds to a store. */
export interface Batch {
  /** All rows as they stand after the commit. */
  readonly rows: Rows;
  readonly added: readonly { readonly row: PublicationRow; readonly text: string }[];
  readonly jurisdictions: readonly { readonly row: JurisdictionsRow; readonly text: string }[];
  readonly typicalClaims: readonly { readonly row: TypicalClaimsRow; readonly text: string }[];
}

/** Texts that a publication may bring along; they replace what they replace. */
export interface Beside {
  readonly jurisdictions: readonly string[];
  readonly typicalClaims: readonly string[];
}

/**
 * The rows of publications, numbered on from what is there. Reads and checks everything before anything is written.
 * @throws Refusal `versionExists`, `versionMalformed`, `instantMalformed`, `textNotUnderstood`, and what the parser finds
 */
export function batchOf(before: Rows, publications: readonly Publication[], beside: Beside): Batch {
  const taken = new Set(before.publications.map(versionOf));
  const last = before.publications.at(-1)?.sequence ?? 0;
  const added = publications.map((publication, index) => {
    const row = publicationRow(publication, last + 1 + index);
    if (taken.has(versionOf(row))) refuse('versionExists', { jurisdiction: row.jurisdiction, version: row.version });
    taken.add(versionOf(row));
    return { row, text: publication.text };
  });
  const jurisdictions = beside.jurisdictions.map((text) => ({ row: jurisdictionsRow(text), text }));
  const typicalClaims = beside.typicalClaims.map((text) => ({ row: typicalClaimsRow(text), text }));
  const rows = {
    publications: [...before.publications, ...added.map(({ row }) => row)],
    jurisdictions: replacing(before.jurisdictions, jurisdictions, ({ first }) => first),
    typicalClaims: replacing(before.typicalClaims, typicalClaims, ({ jurisdiction }) => jurisdiction),
  };
  return { rows, added, jurisdictions, typicalClaims };
}

/** Rows with new ones in the place of those of the same name; of two new ones of one name the later. */
function replacing<Row>(
  before: readonly Row[],
  given: readonly { readonly row: Row }[],
  nameOf: (row: Row) => string,
): readonly Row[] {
  const named = new Map(given.map(({ row }) => [nameOf(row), row]));
  return [...before.filter((row) => !named.has(nameOf(row))), ...named.values()];
}

function publicationRow({ text, version, by, at }: Publication, sequence: number): PublicationRow {
  if (!/^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}$/.test(version)) refuse('versionMalformed', { version });
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at) || Number.isNaN(Date.parse(at)))
    refuse('instantMalformed', { at });
  const heading = headingOf(text);
  if (!isPublishable(heading)) return refuse('textNotUnderstood', { part: 'kind', file: null });
  const { jurisdiction, kind, effective, digest, sample } = heading;
  const bytes = sha256(text);
  return { jurisdiction, version, sequence, kind, effective, digest, publishedAt: at, publishedBy: by, sample, bytes };
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

function versionOf({ jurisdiction, version }: { readonly jurisdiction: string; readonly version: string }): string {
  return `${jurisdiction}/${version}`;
}
