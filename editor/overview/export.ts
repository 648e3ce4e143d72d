import type { Matrix } from '../api/matrix.ts';
import type { Language } from '../language/language.tsx';
import { saveFile } from '../settlement/save-file.ts';
import { clauseOf } from './clause.ts';
import { csvOf } from './csv.ts';
import { SIGNS, standingOf } from './standing.ts';

type Row = Matrix['standards'][number];

/** What of the overview is exported, and in which words. */
export interface Exported {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  readonly language: Language;
  readonly words: {
    readonly standard: string;
    readonly product: string;
    readonly clause: string;
    readonly city: string;
    readonly notInForce: string;
    readonly sheet: string;
    readonly figureSince: (sign: string, figure: string, since: string) => string;
    readonly overtakenHere: (figure: string, stated: string) => string;
  };
}

/** The overview as cells, a standard a row, as it is shown. */
function cellsOf({ matrix, rows, language, words }: Exported): readonly (readonly string[])[] {
  const head = [
    ...[words.product, words.standard, 'id', words.clause, words.city],
    ...matrix.jurisdictions.map(({ name }) => name[language]),
  ];
  const body = rows.map((row) => {
    const { id, product, label, words: city, counties, overtaken } = row;
    const told = (code: string) => {
      const own = counties[code];
      const differing = own && words.figureSince(SIGNS[standingOf(own)], own.words[language], own.since);
      const figure = differing ?? city?.[language] ?? words.notInForce;
      const stated = overtaken[code]?.words[language];
      return stated === undefined ? figure : words.overtakenHere(figure, stated);
    };
    return [
      ...[matrix.products[product]?.[language] ?? product, label[language], id, clauseOf(matrix, row, language) ?? ''],
      city?.[language] ?? words.notInForce,
      ...matrix.jurisdictions.map(({ code }) => told(code)),
    ];
  });
  return [head, ...body];
}

/** As CSV. */
export function saveCsv(exported: Exported): void {
  saveFile(`${nameOf(exported)}.csv`, csvOf(cellsOf(exported)), 'text/csv');
}

/** As a workbook: single figures as numbers that are written as the page writes them; all else is text, so that nothing is taken for a formula or a date. */
export async function saveXlsx(exported: Exported): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const [head = [], ...body] = cellsOf(exported);
  const bold = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }));
  const cells = body.map((row) =>
    row.map((value, index) => ({ ...cellOf(value, index >= FIGURES), wrap: true, alignVertical: 'top' as const })),
  );
  const columns = head.map((_, index) => ({ width: index === 1 ? 36 : 18 }));
  const workbook = writeExcelFile([
    { sheet: exported.words.sheet, data: [bold, ...cells], columns, stickyRowsCount: 1, stickyColumnsCount: 2 },
  ]);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(`${nameOf(exported)}.xlsx`, await workbook.toBlob(), type);
}

/** The column of a workbook from which on figures stand. */
const FIGURES = 4;

/** A figure in words that is one number: what stands before it, its digits, and what stands behind. */
const ONE_FIGURE = /^([^\d"]*)(\d[\d,]*)(?:\.(\d+))?(%?)([^\d%;；"]*)(?:([（(])([^"]*))?$/;

/** A cell: a number where it is one figure, shown in the same words. */
function cellOf(told: string, isFigure: boolean) {
  const [, before = '', whole = '', part = '', percent = '', unit = '', bracket = '', rest = ''] =
    (isFigure ? ONE_FIGURE.exec(told) : null) ?? [];
  if (whole === '') return { value: told, type: String };
  const number = Number(`${whole.replaceAll(',', '')}${part === '' ? '' : `.${part}`}`);
  const quoted = (text: string) => (text === '' ? '' : `"${text}"`);
  const digits = `#,##0${part === '' ? '' : `.${'0'.repeat(part.length)}`}${percent}`;
  const format = `${quoted(before)}${digits}${quoted(`${unit}${bracket}${rest}`)}`;
  return { value: percent === '' ? number : Number((number / 100).toFixed(part.length + 2)), type: Number, format };
}

function nameOf({ matrix, language }: Exported): string {
  return `${matrix.city.name[language]}-${matrix.date}`;
}
