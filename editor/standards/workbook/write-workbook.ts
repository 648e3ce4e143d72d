import writeExcelFile, { type Row } from 'write-excel-file/universal';
import { shifted } from '../text/figure-reading.ts';
import { type AdditionTexts, additionHeads } from './additions-sheet.ts';
import { keptText } from './read-additions.ts';
import type { DraftRow, Language } from './row.ts';
import { aboutTexts, type Column, headTexts, lineTexts, type Origin, ownContent } from './sheets.ts';
import { workbookWords } from './words.ts';

const WIDTHS: Readonly<Record<Column, number>> = {
  ...{ A: 18, B: 34, C: 24, D: 16, E: 16 },
  ...{ F: 7, G: 20, H: 12, I: 34, J: 12 },
};

/** The colour of the cells to fill in; that of the others is none. */
const TO_FILL_IN = '#fff7cc';

/** A draft as a workbook: a line for each figure, the county's beside the city's, a sheet of what it adds, to be
 * read only, and one that tells what may be changed. */
export async function writeWorkbook(
  rows: readonly DraftRow[],
  origin: Origin,
  language: Language,
  additions: readonly AdditionTexts[] = [],
): Promise<Blob> {
  const words = workbookWords[language];
  const columns = Object.keys(WIDTHS) as Column[];
  const head = headTexts(language);
  const lines = rows.map((row): Row => {
    const texts = lineTexts(row, language);
    return columns.map((column) => (column === 'E' ? ownCell(row, language) : text(texts[column])));
  });
  return writeExcelFile([
    {
      sheet: words.standards,
      data: [columns.map((column) => bold(head[column])), ...lines],
      columns: columns.map((column) => ({ width: WIDTHS[column] })),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    {
      sheet: words.about,
      data: aboutTexts(origin, language).map((line) => line.map(text)),
      columns: [{ width: 12 }, { width: 100 }],
    },
    {
      sheet: words.additions,
      data: [
        Object.values(additionHeads(additions.length, language)).map(bold),
        ...additions.map((texts, index) => [...texts, keptText(index + 1, texts)].map(text)),
      ],
      columns: [{ width: 14 }, { width: 30 }, { width: 90 }, { width: 16 }],
      stickyRowsCount: 1,
    },
  ]).toBlob();
}

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });

/** The type is said of each cell: nothing is taken for a formula or a date. */
function text(value: string): Row[number] {
  return value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' };
}

function ownCell(row: DraftRow, language: Language): Row[number] {
  const content = ownContent(row, language);
  if (row.carried === null) return { ...{ value: content ?? '', type: String }, textColor: '#595959' };
  const look = {
    backgroundColor: TO_FILL_IN,
    borderStyle: 'thin',
    borderColor: '#8c8c8c',
    alignVertical: 'top',
  } as const;
  if (['day', 'list', 'text'].includes(row.carried.kind))
    // A format of text: what is typed is kept as it was typed, and a day does not become a number.
    return { ...look, value: typeof content === 'string' ? content : '', type: String, format: '@', wrap: true };
  if (typeof content === 'string') return { ...look, value: content, type: String, align: 'right' };
  const format = row.carried.kind === 'figure' ? formatOf(row.carried.unit, content) : null;
  return {
    ...look,
    type: Number,
    ...(content === null ? {} : { value: content }),
    ...(format === null ? {} : { format }),
  };
}

/** How Excel shows a figure; an empty cell of a share too, so that 85 typed there is 85 %. */
function formatOf(unit: string, value: number | null): string | null {
  if (unit === 'share') {
    const decimals = value === null ? 0 : (shifted(String(value), 2).split('.')[1]?.length ?? 0);
    return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
  }
  if (unit !== 'CNY') return null;
  return value === null || Number.isInteger(value) ? '#,##0' : '#,##0.00';
}
