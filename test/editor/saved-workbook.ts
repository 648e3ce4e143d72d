import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { AdditionTexts } from '../../editor/standards/workbook/additions-sheet.ts';
import { readWorkbook, type WorkbookRead } from '../../editor/standards/workbook/read-workbook.ts';
import type { DraftRow, Language } from '../../editor/standards/workbook/row.ts';
import { writeWorkbook } from '../../editor/standards/workbook/write-workbook.ts';
import { readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';

const heads = {
  product: '险种 <&>',
  label: '标准',
  part: '',
  city: '300,000 元',
  clause: '三（一）',
  county: 'improve',
  better: 'higher',
};
/** A line of a made-up draft by its mark. */
export const line = (mark: string, carried: DraftRow['carried'], own?: DraftRow['own']): DraftRow => ({
  ...heads,
  ...{ mark, carried, own },
  path: [
    'standards',
    ...mark
      .split('/')
      .map((key, index) => (index > 0 && key.length === 1 && mark.startsWith('bands') ? Number(key) : key)),
  ],
});
/** What a cell of an amount carries. */
export const yuan = { kind: 'figure', unit: 'CNY' } as const;
/** What a cell of a share carries. */
export const share = { kind: 'figure', unit: 'share' } as const;

/** A draft: its lines are 2 to 8 of the sheet. */
export const rows: readonly DraftRow[] = [
  line('a.cap', yuan, 350_000),
  line('a.sum', yuan),
  line('a.ratio/1', share, 0.85),
  line('a.ratio/2', share),
  line('a.deducts', { kind: 'boolean' }),
  line('bands/0/value', share, 0.6),
  line('a.list', null, ['registered']),
];
/** The text of that draft. */
export const text = `standards:   # 只写改动\n  a.cap: 350000     # 300,000 → 350,000\n  a.ratio: {1: 0.85}\n  bands: [{from: 0, value: 0.6}]\n  a.list: [registered]\n`;
/** Where its workbook comes from. */
export const origin = { jurisdiction: '371525', draft: 'd-1', revision: '4' };

/** The workbook as Excel would save it with other cells: `F7`, or `2!A1` of another sheet; null empties one. */
export async function saved(
  cells: Readonly<Record<string, string | null>>,
  language: Language = 'zh',
  lines = rows,
  additions: readonly AdditionTexts[] = [],
): Promise<Uint8Array> {
  const parts = unzipSync(
    new Uint8Array(await (await writeWorkbook(lines, origin, language, additions)).arrayBuffer()),
  );
  for (const [place, cell] of Object.entries(cells)) {
    const [address = '', number = '1'] = place.split('!').reverse();
    const name = `xl/worksheets/sheet${number}.xml`;
    parts[name] = strToU8(withCell(strFromU8(parts[name] ?? new Uint8Array()), address, cell));
  }
  return zipSync(parts);
}

function withCell(sheet: string, address: string, cell: string | null): string {
  const row = /[0-9]+$/.exec(address)?.[0] ?? '';
  const style = new RegExp(`<c r="${address}"[^>]*? s="([0-9]+)"`).exec(sheet)?.[1] ?? '0';
  const without = sheet.replace(new RegExp(`<c r="${address}"([^>]*/>|[^>]*>.*?</c>)`), '');
  if (cell === null) return without;
  const put = cell.startsWith('<') ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const placed = put.replace('<c', `<c r="${address}" s="${style}"`);
  const isThere = new RegExp(`(<row r="${row}"[^>]*>)`);
  return isThere.test(without)
    ? without.replace(isThere, `$1${placed}`)
    : without.replace('</sheetData>', `<row r="${row}">${placed}</row></sheetData>`);
}

/** A cell with a number. */
export const number = (value: string) => `<c><v>${value}</v></c>`;

/** What a workbook with other cells would do to the draft. */
export async function read(
  cells: Readonly<Record<string, string | null>>,
  language: Language = 'zh',
): Promise<WorkbookRead> {
  const found = readWorkbook(readXlsx(await saved(cells, language)), () => rows);
  if (found === null) throw new Error('no sheet of standards');
  return found;
}

/** The changes of a workbook, by cell. */
export const changesOf = ({ changes }: WorkbookRead) => changes.map(({ address, value }) => [address, value]);
/** The cells that were not taken, and why. */
export const namedOf = ({ notTaken }: WorkbookRead) =>
  notTaken.map(({ sheet, address, why }) => `${sheet}!${address} ${why}`);
