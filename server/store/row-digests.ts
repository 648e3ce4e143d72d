import { refuse } from '../domain/refusal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { ClosedDrafts } from './closed-drafts.ts';
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
export function rowDigests(
  tables: DeskTables,
  closed: ClosedDrafts,
  changes: readonly RowChange[],
  isFirst: boolean,
): readonly RowDigest[] {
  return (isFirst ? allRows(tables, closed) : changes).map(({ table, id }) => [
    table,
    id,
    digestOf(tables, closed, table, id),
  ]);
}

function allRows(
  tables: DeskTables,
  closed: ClosedDrafts,
): readonly { readonly table: TableName; readonly id: string }[] {
  const open = TABLES.flatMap((table) => [...tables[table].keys()].map((id) => ({ table, id })));
  return [...open, ...[...closed.ids()].map((id) => ({ table: 'drafts', id }) as const)];
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
 * @param rows null where no line tells of any; then nothing is held but that no draft is both open and closed
 * @param file named in what is found wrong with a row that is no closed draft
 * @throws Refusal `deskRowForeign` naming the first row that is not as the last act left it, is gone, is there twice, or is in no line
 */
export function holdRows(tables: DeskTables, closed: ClosedDrafts, rows: ToldRows | null, file: string): void {
  const foreign = (table: TableName, id: string): never => {
    const isOver = table === 'drafts' && closed.get(id) !== undefined;
    return refuse('deskRowForeign', { table, id, file: isOver ? closed.path : file });
  };
  for (const id of closed.ids()) if (tables.drafts.has(id)) foreign('drafts', id);
  if (rows === null) return;
  for (const [table, id, digest] of rows.values())
    if (digestOf(tables, closed, table, id) !== digest) foreign(table, id);
  for (const { table, id } of allRows(tables, closed)) if (!rows.has(keyOf(table, id))) foreign(table, id);
}

function digestOf(tables: DeskTables, closed: ClosedDrafts, table: TableName, id: string): string | null {
  const row = tables[table].get(id);
  if (row !== undefined) return sha256(rowBytes(id, row));
  return table === 'drafts' ? (closed.get(id)?.digest ?? null) : null;
}

function keyOf(table: TableName, id: string): string {
  return `${table}/${id}`;
}
