import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { RowChange } from './desk.ts';
import { rowBytes } from './desk-bytes.ts';
import type { DeskTables } from './desk-file.ts';
import { TABLES, type TableName } from './tables.ts';

/** A row as an act left it: its table, its id, and sha256 over its bytes in the desk's file; null where it was taken out. */
export type RowDigest = readonly [table: TableName, id: string, digest: string | null];

/** The rows as the trail tells of them, by table and id. */
export type ToldRows = ReadonlyMap<string, RowDigest>;

/**
 * What a line of the trail says of the rows that an act wrote, so that the chain covers them.
 * @param isFirst no earlier line tells of rows: this one then tells of all there are
 */
export function rowDigests(tables: DeskTables, changes: readonly RowChange[], isFirst: boolean): readonly RowDigest[] {
  const all = TABLES.flatMap((table) => Object.keys(tables[table]).map((id) => ({ table, id })));
  return (isFirst ? all : changes).map(({ table, id }) => [table, id, digestOf(tables, table, id)]);
}

/** Adds what a line says; null before any line says anything. */
export function told(before: Map<string, RowDigest> | null, rows: readonly RowDigest[]): Map<string, RowDigest> {
  const after = before ?? new Map<string, RowDigest>();
  for (const row of rows) {
    const [table, id, digest] = row;
    if (digest === null) after.delete(keyOf(table, id));
    else after.set(keyOf(table, id), row);
  }
  return after;
}

/**
 * Holds rows to what the trail tells of them. A checksum finds accidents; whoever edits a row can make it anew, but not the
 * trail's chain without every later line being another.
 * @param file named in what is found wrong
 * @throws Refusal `deskRowForeign` naming the first row that is not as the last act left it, is gone, or is in no line
 */
export function holdRows(tables: DeskTables, rows: ToldRows, file: string): void {
  for (const [table, id, digest] of rows.values())
    if (digestOf(tables, table, id) !== digest) refuse('deskRowForeign', { table, id, file });
  for (const table of TABLES)
    for (const id of Object.keys(tables[table]))
      if (!rows.has(keyOf(table, id))) refuse('deskRowForeign', { table, id, file });
}

function digestOf(tables: DeskTables, table: TableName, id: string): string | null {
  const row = Object.hasOwn(tables[table], id) ? tables[table][id] : undefined;
  return row === undefined ? null : sha256(rowBytes(id, row));
}

function keyOf(table: TableName, id: string): string {
  return `${table}/${id}`;
}
