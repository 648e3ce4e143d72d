import { type AdditionColumn, additionHeads } from './additions-sheet.ts';
import type { NotTaken } from './read-workbook.ts';
import type { Language } from './row.ts';
import { workbookWords } from './words.ts';
import { type SheetRead, textInCell } from './xlsx-cells.ts';

const SHOWN = ['A', 'B', 'C'] as const satisfies readonly AdditionColumn[];

/** The sheet of what a draft adds, if the workbook has it. */
export function additionsSheet(sheets: readonly SheetRead[], language: Language): SheetRead | undefined {
  return sheets.find(({ name }) => name === workbookWords[language].additions);
}

/**
 * Every cell of the sheet of additions that is not as it was exported. None of them is taken: what it was is kept in its line, so
 * that what was changed in the draft meanwhile is not told of as if it had been changed in Excel.
 */
export function changedAdditions(sheet: SheetRead, language: Language): readonly NotTaken[] {
  const cellAt = (address: string) => sheet.cells.find((cell) => cell.address === address);
  const found = new Map<string, NotTaken>();
  const name = (address: string) => {
    const holds = textInCell(cellAt(address));
    found.set(address, { sheet: sheet.name, address, holds, why: 'addition' });
  };
  const count = Number(/[0-9]+/.exec(textInCell(cellAt('D1')))?.[0] ?? 0);
  for (const [column, text] of Object.entries(additionHeads(count, language)))
    if (textInCell(cellAt(`${column}1`)) !== text) name(`${column}1`);
  const seen = new Set<number>();
  const lines = new Set(sheet.cells.flatMap(({ row }) => (row > 1 ? [row] : [])));
  for (const line of lines) {
    const kept = keptIn(textInCell(cellAt(`D${line}`)));
    if (kept === null || seen.has(kept.at)) {
      // A line of somebody's own, or one that does not know any more what it was: told of by what it should know that by.
      const first = sheet.cells.find(({ row }) => row === line)?.address ?? '';
      name(cellAt(`D${line}`)?.address ?? first);
      continue;
    }
    seen.add(kept.at);
    for (const [index, column] of SHOWN.entries())
      if (textInCell(cellAt(column + line)) !== kept.texts[index]?.trim()) name(column + line);
  }
  for (const { address, row, column } of sheet.cells)
    if (column > 'D' || column.length > 1) name(column + row || address);
  // A line that is gone is told of by where it was.
  for (let at = 1; at <= count; at += 1) if (!seen.has(at) && !found.has(`D${at + 1}`)) name(`A${at + 1}`);
  return [...found.values()];
}

/** What a line was when it was exported; null where that cannot be read. */
function keptIn(text: string): { readonly at: number; readonly texts: readonly string[] } | null {
  try {
    const [at, ...texts] = JSON.parse(text) as readonly unknown[];
    return typeof at === 'number' ? { at, texts: texts.map(String) } : null;
  } catch {
    return null;
  }
}

/** What a line keeps of itself. @param at its place, from 1 */
export function keptText(at: number, texts: readonly string[]): string {
  return JSON.stringify([at, ...texts]);
}
