import { strFromU8, unzipSync } from 'fflate';
import { allOf, childOf, type Element, readXml } from './xml.ts';

/**
 * What a cell holds, as the file has it. `isPercent` and `isDate`: by the format of the cell; `day`: the one that a date means,
 * as 2019-07-01, null of another number and of one with a time of day; `computed`: by a formula, whose
 * result as last saved it is. `error` is what a formula failed with, or `=` where no result was saved.
 */
export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly computed: boolean }
  | {
      readonly kind: 'number';
      readonly digits: string;
      readonly isPercent: boolean;
      readonly isDate: boolean;
      readonly day: string | null;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string };

/** A cell that is not empty. */
export interface SheetCell {
  /** Such as `F7`. */
  readonly address: string;
  readonly row: number;
  readonly column: string;
  readonly content: Content;
}

/** What a cell holds, as it is told of; nothing of an empty one. */
export function textInCell(cell: SheetCell | undefined): string {
  if (cell === undefined) return '';
  const { content } = cell;
  if (content.kind === 'number') return content.digits;
  return content.kind === 'boolean' ? String(content.value).toUpperCase() : content.text.trim();
}

/** A sheet of a workbook; hidden ones as well. */
export interface SheetRead {
  readonly name: string;
  readonly cells: readonly SheetCell[];
}

/** The file is no workbook of Excel that can be read: another format, protected by a password, damaged or far too large. */
export class NotAWorkbook extends Error {}

/** Bytes of a file, and of a part of it unpacked, at most: a workbook of a county's standards has some twenty thousand. */
const MOST_BYTES = 5_000_000;
const MOST_UNPACKED = 30_000_000;

/**
 * The cells of a workbook. Errors and formulas without a result are told apart from empty cells, and per cent from plain numbers:
 * an official's `#DIV/0!` must not be taken for “as the city”, nor 1 for 100 %.
 * @throws NotAWorkbook
 */
export function readXlsx(bytes: Uint8Array): readonly SheetRead[] {
  if (bytes.length > MOST_BYTES) throw new NotAWorkbook();
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && originalSize <= MOST_UNPACKED,
    });
    const part = (name: string) => (parts[name] === undefined ? null : readXml(strFromU8(parts[name])));
    const book = part('xl/workbook.xml');
    const relations = part('xl/_rels/workbook.xml.rels');
    if (book === null || relations === null) throw new NotAWorkbook();
    const reading = {
      shared: sharedTexts(part('xl/sharedStrings.xml')),
      formats: formatsOf(part('xl/styles.xml')),
      from1904: ['1', 'true'].includes(childOf(book, 'workbookPr')?.attributes.date1904 ?? ''),
    };
    return allOf(book, 'sheet').map(({ attributes }) => {
      const id = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1];
      const target = allOf(relations, 'Relationship').find((one) => one.attributes.Id === id)?.attributes.Target ?? '';
      const sheet = part(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      if (sheet === null) throw new NotAWorkbook();
      return { name: attributes.name ?? '', cells: cellsOf(sheet, reading) };
    });
  } catch (error) {
    throw error instanceof NotAWorkbook ? error : new NotAWorkbook(undefined, { cause: error });
  }
}

interface Reading {
  readonly shared: readonly string[];
  /** By number of a cell's style. */
  readonly formats: readonly string[];
  /** Whether dates count from 1904, as workbooks of an old Mac do. */
  readonly from1904: boolean;
}

function cellsOf(sheet: Element, reading: Reading): readonly SheetCell[] {
  return allOf(sheet, 'c').flatMap((cell) => {
    const [, column = '', row = ''] = /^([A-Z]+)([0-9]+)$/.exec(cell.attributes.r ?? '') ?? [];
    // Where a cell stands is said of every cell by all that is known to write workbooks.
    if (column === '') throw new NotAWorkbook();
    const content = contentOf(cell, reading);
    return content === null ? [] : [{ address: column + row, row: Number(row), column, content }];
  });
}

function contentOf(cell: Element, { shared, formats, from1904 }: Reading): Content | null {
  const computed = childOf(cell, 'f') !== null;
  const written = childOf(cell, 'v')?.text ?? '';
  const type = cell.attributes.t ?? 'n';
  if (type === 'e') return { kind: 'error', text: written };
  if (type === 'b') return { kind: 'boolean', value: written === '1' };
  if (type === 's') return textOr(shared[Number(written)] ?? '', computed);
  if (type === 'inlineStr') return textOr(textOf(childOf(cell, 'is')), computed);
  if (type === 'str' || type === 'd') return textOr(written, computed);
  if (written === '') return computed ? { kind: 'error', text: '=' } : null;
  const format = formats[Number(cell.attributes.s ?? 0)] ?? '';
  const isDate = /[ymdhs]/i.test(format);
  const day = isDate ? dayOf(Number(written), from1904) : null;
  return { kind: 'number', digits: written, isPercent: format.includes('%'), isDate, day };
}

/** The day that a date's number means. Those before March 1900 count a day that never was, and none of them is meant. */
function dayOf(count: number, from1904: boolean): string | null {
  if (!Number.isInteger(count) || count < (from1904 ? 0 : 61) || count > 2_900_000) return null;
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + count * 86_400_000).toISOString().slice(0, 10);
}

function textOr(text: string, computed: boolean): Content | null {
  return text.trim() === '' ? null : { kind: 'text', text, computed };
}

function sharedTexts(part: Element | null): readonly string[] {
  return part === null ? [] : part.children.filter(({ name }) => name === 'si').map(textOf);
}

/** A text, of all its runs; how it is read aloud is no part of it. */
function textOf(element: Element | null): string {
  if (element === null) return '';
  return element.children
    .map((child) => (child.name === 't' ? child.text : child.name === 'r' ? textOf(child) : ''))
    .join('');
}

/** Formats that have a number and are not written out, as far as they say per cent or a date. */
const BUILT_IN: Readonly<Record<string, string>> = Object.fromEntries([
  ...['9', '10'].map((id) => [id, '%']),
  ...['14', '15', '16', '17', '18', '19', '20', '21', '22', '45', '46', '47'].map((id) => [id, 'd']),
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [String(id), 'd']),
]);

/** For each style of a cell its number format, without what is written literally in it. */
function formatsOf(styles: Element | null): readonly string[] {
  if (styles === null) return [];
  const own = new Map(
    allOf(styles, 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      numFmtId,
      formatCode.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ''),
    ]),
  );
  const cells = childOf(styles, 'cellXfs')?.children ?? [];
  return cells.map(({ attributes: { numFmtId = '' } }) => own.get(numFmtId) ?? BUILT_IN[numFmtId] ?? '');
}
