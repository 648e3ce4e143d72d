import writeExcelFile, { type Row } from 'write-excel-file/node';
import { type ChangeReport, told } from './change-report.ts';
import { type CellValue, tableOf } from './table.ts';

/** The media type of a workbook of Excel. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Characters that a cell holds at most. */
const MOST_CHARACTERS = 32_767;

/** A report as a workbook: a sheet with a change a row under a head that stays, and one that tells what was compared. */
export async function xlsxOf(report: ChangeReport): Promise<Uint8Array> {
  const { language, sections, title } = report;
  const { columns, rows } = tableOf(report);
  const head: Row = columns.map(({ name }) => ({ value: name, fontWeight: 'bold', wrap: true }));
  const about = sections.flatMap(({ heading, sides, facts, conclusion }) => [
    [heading, ''],
    ...[...sides, ...facts],
    ...conclusion.map((line) => ['', line] as const),
  ]);
  return writeExcelFile([
    {
      sheet: told('sheetChanges', {}, language),
      data: [head, ...rows.map((row) => row.map(cellOf))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    },
    {
      sheet: told('sheetAbout', {}, language),
      data: [[cellOf(title)], ...about.map((row) => row.map(cellOf))],
      columns: [{ width: 20 }, { width: 90 }],
    },
  ]).toBuffer();
}

/** The type is said of each cell: nothing is taken for a formula or a date. */
function cellOf(value: CellValue): Row[number] {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return { value: value.slice(0, MOST_CHARACTERS), type: String, wrap: true, alignVertical: 'top' };
}
