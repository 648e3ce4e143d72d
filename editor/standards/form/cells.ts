import { type FigureUnit, readFigure } from '../text/figure-reading.ts';

/** A cell of a range that was copied from a spreadsheet; rows and columns from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A range that was read: the figures of a column, in order, and the cells that gave none. */
export interface CellsRead {
  readonly figures: readonly (number | 'unlimited' | null)[];
  readonly notRead: readonly Cell[];
}

/**
 * A range of cells as spreadsheets put it on the clipboard, as figures one under the other. A range of several columns gives
 * its last one: what stands before it are names, and figures among them are named. What is not understood is named, and its
 * place keeps what it had.
 * @param most places there are for figures; cells beyond them are named as well
 */
export function readCells(clipboard: string, unit: FigureUnit, most: number): CellsRead {
  const rows = clipboard
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  // One row is a range that lies: its cells are figures one after the other.
  const isRow = rows.length === 1;
  const cells = isRow
    ? (rows[0] ?? []).map((text, index): Cell => ({ row: 1, column: index + 1, text: unquoted(text) }))
    : rows.map((row, index): Cell => ({ row: index + 1, column: row.length, text: unquoted(row.at(-1) ?? '') }));
  const read = cells.map(({ text }, index) => {
    const figure = index < most ? readFigure(text, unit) : null;
    return figure !== null && 'value' in figure ? figure.value : null;
  });
  const beside = isRow ? [] : rows.flatMap((row, index) => figuresBeside(row, index + 1, unit));
  const unread = cells.filter((_, index) => read[index] === null);
  return {
    figures: read.slice(0, most),
    notRead: [...beside, ...unread].sort((one, other) => one.row - other.row || one.column - other.column),
  };
}

/** Figures of a row before its last one: somebody may have meant them. The row's own number is a name. */
function figuresBeside(row: readonly string[], number: number, unit: FigureUnit): readonly Cell[] {
  return row
    .slice(0, -1)
    .map((text, index): Cell => ({ row: number, column: index + 1, text: unquoted(text) }))
    .filter(({ text }) => text !== String(number) && 'value' in readFigure(text, unit));
}

function unquoted(text: string): string {
  return (/^"(.*)"$/s.exec(text)?.[1] ?? text).replaceAll('""', '"').trim();
}
