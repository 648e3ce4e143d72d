import { stringify } from 'csv-stringify/sync';
import type { ChangeTable } from './table.ts';

/** A table as CSV (RFC 4180), in UTF-8 with the mark by which Excel knows it. */
export function csvOf({ columns, rows }: ChangeTable): string {
  return stringify([columns.map(({ name }) => name), ...rows], { bom: true, record_delimiter: 'windows' });
}
