import { isYamlList, sameYaml, type YamlValue } from '../text/yaml-value.ts';
import { bordersOutOfOrder } from './border-order.ts';
import { readOwnCell, type WhyNot } from './own-cell.ts';
import { additionsSheet, changedAdditions } from './read-additions.ts';
import type { DraftRow, Language } from './row.ts';
import { aboutTexts, headTexts, lineTexts, type Origin, ownContent } from './sheets.ts';
import { workbookWords } from './words.ts';
import { textInCell as holds, type SheetCell, type SheetRead } from './xlsx-cells.ts';

/** A figure that the workbook changes. */
export interface FigureChange {
  readonly row: DraftRow;
  readonly address: string;
  /** Undefined: as the city. */
  readonly value: YamlValue | undefined;
  /** Whether the draft's own figure was changed as well since the workbook was exported. */
  readonly isMoved: boolean;
}

/** A cell that was not taken, and why. */
export interface NotTaken {
  readonly sheet: string;
  readonly address: string;
  readonly holds: string;
  readonly why: WhyNot;
}

/** What a workbook would do to a draft. */
export interface WorkbookRead {
  readonly changes: readonly FigureChange[];
  readonly notTaken: readonly NotTaken[];
  /** The draft that it was exported from; null where it does not say so any more. */
  readonly origin: Origin | null;
}

/** The draft as it is, in both languages: a workbook may have been exported in either. */
export type RowsIn = (language: Language) => readonly DraftRow[];

/** What a workbook would change in a draft, and every cell of it that cannot be taken; null where it has no sheet of standards. */
export function readWorkbook(sheets: readonly SheetRead[], rowsIn: RowsIn): WorkbookRead | null {
  for (const language of ['zh', 'en'] as const) {
    const head = headTexts(language);
    const sheet = sheets.find(({ cells }) =>
      Object.entries(head).every(([column, text]) => holds(cellAt(cells, `${column}1`)) === text),
    );
    if (sheet === undefined) continue;
    const { origin, about, strangers } = readAbout(sheets, language);
    const additions = additionsSheet(sheets, language);
    const lines = readLines(sheet, rowsIn(language), language);
    const others = sheets
      .filter((one) => ![sheet, about, additions].includes(one) && one.cells.length > 0)
      .map((one) => notTaken(one, one.cells[0] as SheetCell, 'otherSheet'));
    const added = additions === undefined ? [] : changedAdditions(additions, language);
    return { changes: lines.changes, notTaken: [...lines.notTaken, ...added, ...strangers, ...others], origin };
  }
  return null;
}

interface LinesRead {
  readonly changes: FigureChange[];
  readonly notTaken: NotTaken[];
}

function readLines(sheet: SheetRead, rows: readonly DraftRow[], language: Language): LinesRead {
  const byMark = new Map(rows.map((row) => [row.mark, row]));
  const seen = new Set<string>();
  const read: LinesRead = { changes: [], notTaken: [] };
  const head = Object.keys(headTexts(language));
  for (const cell of sheet.cells)
    if (cell.row === 1 && !head.includes(cell.column)) read.notTaken.push(notTaken(sheet, cell, 'notForChange'));
  for (const cells of linesIn(sheet)) {
    const mark = holds(cells.find(({ column }) => column === 'I'));
    const row = byMark.get(mark);
    const first = cells.find(({ column }) => column === 'I') ?? (cells[0] as SheetCell);
    if (row === undefined) read.notTaken.push(notTaken(sheet, first, 'unknownLine'));
    else if (seen.has(mark)) read.notTaken.push(notTaken(sheet, first, 'twice'));
    else readLine({ sheet, cells, row, language }, read);
    seen.add(mark);
  }
  const crossed = bordersOutOfOrder(rows, read.changes);
  for (const { address } of crossed) {
    const cell = cellAt(sheet.cells, address);
    if (cell !== undefined) read.notTaken.push(notTaken(sheet, cell, 'borderOrder'));
  }
  return { ...read, changes: read.changes.filter((change) => !crossed.includes(change)) };
}

interface Line {
  readonly sheet: SheetRead;
  readonly cells: readonly SheetCell[];
  readonly row: DraftRow;
  readonly language: Language;
}

function readLine(line: Line, read: LinesRead): void {
  const { sheet, cells, row, language } = line;
  const texts: Readonly<Record<string, string>> = lineTexts(row, language);
  const exported = exportedIn(cells);
  for (const column of new Set([...Object.keys(texts), ...cells.map((cell) => cell.column)])) {
    const cell = cells.find((one) => one.column === column);
    const isMeant = column === 'E' || (column === 'J' && exported.isReadable);
    if (!isMeant && holds(cell) !== (texts[column] ?? ''))
      read.notTaken.push(notTaken(sheet, cell ?? emptyAt(cells, column), 'notForChange'));
  }
  const own = cells.find(({ column }) => column === 'E');
  const base = exported.isReadable ? exported.value : row.own;
  if (isAsWritten(own, { carried: row.carried, own: base }, language)) return;
  const at = own ?? emptyAt(cells, 'E');
  if (row.carried === null) return void read.notTaken.push(notTaken(sheet, at, 'cannotCarry'));
  // A band is one of a list: it cannot be left out.
  if (own === undefined && typeof row.path.at(-2) === 'number')
    return void read.notTaken.push(notTaken(sheet, at, 'bandEmpty'));
  const empty = own === undefined ? whyNeeded(row.carried) : null;
  if (empty !== null) return void read.notTaken.push(notTaken(sheet, at, empty));
  const cell = own === undefined ? { value: undefined } : readOwnCell(own.content, row.carried);
  if ('problem' in cell) return void read.notTaken.push(notTaken(sheet, at, cell.problem));
  if (sameFigure(cell.value, base)) return;
  if (sameFigure(cell.value, row.own)) {
    // The cell is as the draft is, and what stands beside it is not: that one was written over, or the draft has come to the same.
    const beside = cells.find(({ column }) => column === 'J') ?? emptyAt(cells, 'J');
    return void read.notTaken.push(notTaken(sheet, beside, 'notForChange'));
  }
  read.changes.push({ row, address: at.address, value: cell.value, isMoved: !sameFigure(base, row.own) });
}

/** Why a cell may not be left empty; null of one that may. */
function whyNeeded(carried: NonNullable<DraftRow['carried']>): WhyNot | null {
  if (carried.kind === 'text') return 'reasonEmpty';
  if (carried.kind === 'day') return carried.mayBeEmpty ? null : 'dayEmpty';
  return carried.kind === 'figure' && carried.needed === true ? 'figureNeeded' : null;
}

/** Whether two values of a line mean the same: the order of a list's items means nothing. */
function sameFigure(one: YamlValue | undefined, other: YamlValue | undefined): boolean {
  const sorted = (value: YamlValue | undefined) =>
    isYamlList(value) && value.every((item) => typeof item !== 'object') ? value.map(String).sort() : value;
  return sameYaml(sorted(one), sorted(other));
}

/** Whether a cell holds what was written into it, so that nobody changed it. */
function isAsWritten(cell: SheetCell | undefined, written: Pick<DraftRow, 'carried' | 'own'>, language: Language) {
  const content = ownContent(written, language);
  if (cell === undefined) return content === null;
  if (cell.content.kind === 'number') return typeof content === 'number' && Number(cell.content.digits) === content;
  return cell.content.kind === 'text' && cell.content.text.trim() === content;
}

/** What the draft said when the workbook was exported; not readable where somebody wrote over it. */
function exportedIn(cells: readonly SheetCell[]) {
  const text = holds(cells.find(({ column }) => column === 'J'));
  if (text === '') return { isReadable: true, value: undefined } as const;
  try {
    return { isReadable: true, value: JSON.parse(text) as YamlValue } as const;
  } catch {
    return { isReadable: false } as const;
  }
}

function readAbout(sheets: readonly SheetRead[], language: Language) {
  const about = sheets.find(({ name }) => name === workbookWords[language].about);
  const [jurisdiction, draft, revision] = [1, 2, 3].map((row) => holds(cellAt(about?.cells ?? [], `B${row}`)));
  if (about === undefined || !jurisdiction || !draft || !revision) return { origin: null, about, strangers: [] };
  const origin: Origin = { jurisdiction, draft, revision };
  const texts = aboutTexts(origin, language);
  const strangers = about.cells
    .filter((cell) => holds(cell) !== (texts[cell.row - 1]?.[cell.column === 'A' ? 0 : 1] ?? '') || cell.column > 'B')
    .map((cell) => notTaken(about, cell, 'notForChange'));
  return { origin, about, strangers };
}

/** The lines below the head that hold anything, in their order. */
function linesIn({ cells }: SheetRead): readonly (readonly SheetCell[])[] {
  const lines = new Map<number, SheetCell[]>();
  for (const cell of cells) if (cell.row > 1) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
  return [...lines.values()];
}

const cellAt = (cells: readonly SheetCell[], address: string) => cells.find((cell) => cell.address === address);

function emptyAt(cells: readonly SheetCell[], column: string): SheetCell {
  const row = cells[0]?.row ?? 0;
  return { address: column + row, row, column, content: { kind: 'text', text: '', computed: false } };
}

function notTaken({ name }: SheetRead, cell: SheetCell, why: WhyNot): NotTaken {
  return { sheet: name, address: cell.address, holds: holds(cell), why };
}
