import { beginsFormula } from '../../../schemas/spreadsheet-formula.ts';
import type { MessageCode } from '../../domain/messages/index.ts';
import { type ChangeReport, classWords, type ReportSection, type ToldChange, told } from './change-report.ts';
import { plainText } from './plain-text.ts';

/** What stands in a cell of a table: texts are harmless, figures stay numbers. */
export type CellValue = string | number | null;

/** Changes one a row, for spreadsheets. */
export interface ChangeTable {
  /** Widths in characters. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** What a cell is made of. */
interface Row extends ToldChange {
  readonly group: string;
  readonly section: ReportSection;
  readonly language: ChangeReport['language'];
}

interface Column {
  readonly name: MessageCode;
  readonly width: number;
  readonly cell: (row: Row) => CellValue;
}

/** Of which section a row is, where there are several. */
const sectionColumn: Column = { name: 'columnVersion', width: 40, cell: ({ section }) => section.heading };

const columns: readonly Column[] = [
  { name: 'columnProduct', width: 18, cell: ({ group }) => group },
  { name: 'columnChange', width: 70, cell: ({ sentence }) => sentence },
  { name: 'columnClass', width: 12, cell: ({ change, language }) => classWords(change.class, language) },
  { name: 'columnBefore', width: 14, cell: (row) => figure('before', row) },
  { name: 'columnAfter', width: 14, cell: (row) => figure('after', row) },
  { name: 'columnUnit', width: 10, cell: ({ change }) => change.unit },
  { name: 'columnClause', width: 10, cell: ({ clause }) => clause },
  { name: 'columnSource', width: 24, cell: ({ change, language }) => change.source?.[language] ?? null },
  { name: 'columnId', width: 34, cell: ({ change }) => change.id },
  { name: 'columnKind', width: 26, cell: ({ change }) => change.kind },
  // Both sides in every row: rows are filtered, sorted and copied elsewhere.
  { name: 'reportFrom', width: 40, cell: ({ section }) => section.sides[0]?.[1] ?? null },
  { name: 'reportTo', width: 40, cell: ({ section }) => section.sides[1]?.[1] ?? null },
  { name: 'columnFingerprint', width: 34, cell: ({ change }) => change.fingerprint },
];

/** A report as a table; of a changelog each row begins with its publication. */
export function tableOf({ sections, kind, language }: ChangeReport): ChangeTable {
  const all = kind === 'changelog' ? [sectionColumn, ...columns] : columns;
  const rows = sections.flatMap((section) =>
    section.groups.flatMap(({ label: group, changes }) => changes.map((one) => ({ ...one, group, section, language }))),
  );
  return {
    columns: all.map(({ name, width }) => ({ name: told(name, {}, language), width })),
    rows: rows.map((row) => all.map(({ cell }) => harmless(cell(row)))),
  };
}

/** A figure as a number; whatever is none in the words of the sentence. */
function figure(side: 'before' | 'after', { change, words }: Row): CellValue {
  const value: unknown = change[side];
  if (typeof value === 'number') return value;
  return value === null || words[side] === '' ? null : words[side];
}

/** A cell that no spreadsheet takes for a formula: an apostrophe before it is how they mark a text. */
function harmless(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const plain = plainText(value);
  return beginsFormula(plain) || beginsFormula(value) ? `'${plain.trimStart()}` : plain;
}
