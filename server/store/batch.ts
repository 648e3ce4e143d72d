import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import { headingOf, isPublishable } from './heading.ts';
import type { JurisdictionsRow, PublicationRow, Rows } from './records-file.ts';
import type { Publication } from './store.ts';

/** What one commit adds to a store. */
export interface Batch {
  /** All rows as they stand after the commit. */
  readonly rows: Rows;
  readonly added: readonly { readonly row: PublicationRow; readonly text: string }[];
  readonly jurisdictions: readonly { readonly row: JurisdictionsRow; readonly text: string }[];
}

/**
 * The rows of publications, numbered on from what is there. Reads and checks everything before anything is written.
 * @throws Refusal `versionExists`, `versionMalformed`, `instantMalformed`, `textNotUnderstood`, and what the parser finds
 */
export function batchOf(before: Rows, publications: readonly Publication[], jurisdictions: readonly string[]): Batch {
  const taken = new Set(before.publications.map(versionOf));
  const last = before.publications.at(-1)?.sequence ?? 0;
  const added = publications.map((publication, index) => {
    const row = publicationRow(publication, last + 1 + index);
    if (taken.has(versionOf(row))) refuse('versionExists', { jurisdiction: row.jurisdiction, version: row.version });
    taken.add(versionOf(row));
    return { row, text: publication.text };
  });
  const named = jurisdictions.map((text) => ({ row: jurisdictionsRow(text), text }));
  const replaced = new Set(named.map(({ row }) => row.first));
  const kept = before.jurisdictions.filter(({ first }) => !replaced.has(first));
  const rows = {
    publications: [...before.publications, ...added.map(({ row }) => row)],
    jurisdictions: [...kept, ...named.map(({ row }) => row)],
  };
  return { rows, added, jurisdictions: named };
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
  const bytes = sha256(text);
  return { file: `${bytes.slice('sha256:'.length, 'sha256:'.length + 16)}.yaml`, bytes, first };
}

function versionOf({ jurisdiction, version }: { readonly jurisdiction: string; readonly version: string }): string {
  return `${jurisdiction}/${version}`;
}
