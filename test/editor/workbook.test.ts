import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook, type WorkbookRead } from '../../editor/standards/workbook/read-workbook.ts';
import type { DraftRow, Language } from '../../editor/standards/workbook/row.ts';
import { exportedText, headTexts, ownContent } from '../../editor/standards/workbook/sheets.ts';
import { textWithChanges } from '../../editor/standards/workbook/text-with-changes.ts';
import { writeWorkbook } from '../../editor/standards/workbook/write-workbook.ts';
import { NotAWorkbook, readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';

const heads = {
  product: '险种 <&>',
  label: '标准',
  part: '',
  city: '300,000 元',
  clause: '三（一）',
  county: 'improve',
  better: 'higher',
};
const line = (mark: string, carried: DraftRow['carried'], own?: DraftRow['own']): DraftRow => ({
  ...heads,
  ...{ mark, carried, own },
  path: [
    'standards',
    ...mark
      .split('/')
      .map((key, index) => (index > 0 && key.length === 1 && mark.startsWith('bands') ? Number(key) : key)),
  ],
});
const yuan = { kind: 'figure', unit: 'CNY' } as const;
const share = { kind: 'figure', unit: 'share' } as const;

/** A draft: its lines are 2 to 8 of the sheet. */
const rows: readonly DraftRow[] = [
  line('a.cap', yuan, 350_000),
  line('a.sum', yuan),
  line('a.ratio/1', share, 0.85),
  line('a.ratio/2', share),
  line('a.deducts', { kind: 'boolean' }),
  line('bands/0/value', share, 0.6),
  line('a.list', null, ['registered']),
];
const text = `standards:   # 只写改动\n  a.cap: 350000     # 300,000 → 350,000\n  a.ratio: {1: 0.85}\n  bands: [{from: 0, value: 0.6}]\n  a.list: [registered]\n`;
const origin = { jurisdiction: '371525', draft: 'd-1', revision: '4' };

/** The workbook as Excel would save it with other cells: `F7`, or `2!A1` of another sheet; null empties one. */
async function saved(
  cells: Readonly<Record<string, string | null>>,
  language: Language = 'zh',
  lines = rows,
): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await (await writeWorkbook(lines, origin, language)).arrayBuffer()));
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

const number = (value: string) => `<c><v>${value}</v></c>`;

async function read(cells: Readonly<Record<string, string | null>>, language: Language = 'zh'): Promise<WorkbookRead> {
  const found = readWorkbook(readXlsx(await saved(cells, language)), () => rows);
  if (found === null) throw new Error('no sheet of standards');
  return found;
}

const changesOf = ({ changes }: WorkbookRead) => changes.map(({ address, value }) => [address, value]);
const namedOf = ({ notTaken }: WorkbookRead) => notTaken.map(({ sheet, address, why }) => `${sheet}!${address} ${why}`);

describe('a draft as a workbook', () => {
  it('out and in again unchanged changes nothing, in either language', async () => {
    for (const language of ['zh', 'en'] as const)
      expect(await read({}, language)).toEqual({ changes: [], notTaken: [], origin });
  });

  it('gives the figures that were changed in the cells meant for it, however they are written', async () => {
    const found = await read({
      E2: number('400000'),
      E3: '40 万',
      E4: number('0.90000000000000002'),
      E5: '７５％',
      E6: '是',
      E7: number('0.65'),
    });
    expect(namedOf(found)).toEqual([]);
    expect(changesOf(found)).toEqual([
      ['E2', 400_000],
      ['E3', 400_000],
      ['E4', 0.9],
      ['E5', 0.75],
      ['E6', true],
      ['E7', 0.65],
    ]);
  });

  it('takes the result of a formula, and an emptied cell for the city’s figure', async () => {
    const found = await read({ E2: '<c><f>300000*1.1</f><v>330000.00000000006</v></c>', E4: null });
    expect([changesOf(found), namedOf(found)]).toEqual([
      [
        ['E2', 330_000],
        ['E4', undefined],
      ],
      [],
    ]);
  });

  it('names every cell of it that is not understood, and takes none of them', async () => {
    const found = await read({
      E2: '三十五万',
      E3: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      E4: '85',
      E5: number('-0.1'),
      E6: '也许',
      E7: null,
      E8: 'diabetes',
    });
    expect(changesOf(found)).toEqual([]);
    expect(namedOf(found)).toEqual([
      '标准!E2 notAFigure',
      '标准!E3 formulaFailed',
      '标准!E4 percentOrShare',
      '标准!E5 negative',
      '标准!E6 yesOrNo',
      '标准!E7 bandEmpty',
      '标准!E8 cannotCarry',
    ]);
    const others = await read({ E2: '<c><f>A1</f></c>', E3: '<c t="b"><v>1</v></c>', E4: '<c s="0"><v>0.8</v></c>' });
    expect(namedOf(others)).toEqual(['标准!E2 formulaFailed', '标准!E3 notAFigure']);
  });

  it('names what was changed outside of the cells meant for it', async () => {
    const found = await read({
      D2: '500,000 元',
      H3: null,
      L4: 'mine',
      I5: 'b.cap',
      A20: 'a line of mine',
      '2!B4': 'what I like',
      '2!C9': 'x',
      E2: number('400000'),
    });
    expect(namedOf(found)).toEqual([
      '标准!D2 notForChange',
      '标准!H3 notForChange',
      '标准!L4 notForChange',
      '标准!I5 unknownLine',
      '标准!A20 unknownLine',
      '说明!B4 notForChange',
      '说明!C9 notForChange',
    ]);
    // The figure beside a cell that is not taken still is.
    expect(changesOf(found)).toEqual([['E2', 400_000]]);
    expect(namedOf(await read({ I3: 'a.cap' }))).toEqual(['标准!I3 twice']);
  });

  it('tells what was changed in Excel from what was changed in the draft meanwhile', async () => {
    const book = readXlsx(await saved({ E2: number('400000') }));
    const later = rows.map((row) => (['a.cap', 'a.ratio/1'].includes(row.mark) ? { ...row, own: 0.9 } : row));
    const found = readWorkbook(book, () => later);
    // The ratio was changed in the draft alone: the workbook does not put the old one back.
    expect(found?.changes.map(({ row, isMoved }) => [row.mark, isMoved])).toEqual([['a.cap', true]]);
    expect(found?.notTaken).toEqual([]);
  });

  it('has a sheet of standards whose first row stands as it was', async () => {
    expect(readWorkbook(readXlsx(await saved({ E1: '随便' })), () => rows)).toBe(null);
    for (const bytes of [strToU8('险种,标准\n'), new Uint8Array(), zipSync({ 'a.xml': strToU8('<a/>') })])
      expect(() => readXlsx(bytes)).toThrow(NotAWorkbook);
    const parts = unzipSync(await saved({}));
    parts['xl/worksheets/sheet1.xml'] = strToU8('<worksheet><sheetData><row>');
    expect(() => readXlsx(zipSync(parts))).toThrow(NotAWorkbook);
  });

  it('holds any figure so that it comes back the same', async () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 900_000_000 }).map((fen) => ({ own: fen / 100, carried: yuan })),
      fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => ({ own: millionths / 1_000_000, carried: share })),
      fc.constantFrom(
        { own: 'unlimited', carried: yuan },
        { own: 'none', carried: yuan },
        { own: undefined, carried: yuan },
      ),
      fc.boolean().map((own) => ({ own, carried: { kind: 'boolean' } as const })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 12 }), async (figures) => {
        const lines = figures.map(({ own, carried }, index): DraftRow => ({ ...line(`s.${index}`, carried), own }));
        const book = await writeWorkbook(lines, origin, 'zh');
        const sheets = readXlsx(new Uint8Array(await book.arrayBuffer()));
        expect(readWorkbook(sheets, () => lines)).toEqual({ changes: [], notTaken: [], origin });
        // Into a draft that says nothing yet, with nothing beside it: every one is a change to itself.
        const bare = sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.filter(({ address }) => !/^J[2-9]|^J1./.test(address)),
        }));
        const empty = lines.map((one) => ({ ...one, own: undefined }));
        const said = figures.filter(({ own }) => own !== undefined && own !== 'none').map(({ own }) => own);
        expect(readWorkbook(bare, () => empty)?.changes.map(({ value }) => value)).toEqual(said);
      }),
      { numRuns: 30 },
    );
  });
});

describe('lists and days in a workbook', () => {
  const items = [
    { value: 'registered', label: { zh: '建档立卡', en: 'registered' } },
    { value: 'temporarilyPoor', label: { zh: '临时性、突发性致贫', en: 'temporarily poor: by illness' } },
    { value: 3, label: { zh: '三级', en: 'level 3' } },
  ];
  const lines: readonly DraftRow[] = [
    { ...line('from', { kind: 'day', mayBeEmpty: false }, '2019-07-01'), path: ['effective', 'from'] },
    { ...line('to', { kind: 'day', mayBeEmpty: true }, '2019-12-31'), path: ['effective', 'to'] },
    line('a.list', { kind: 'list', items }, ['registered']),
    line('b.list', { kind: 'list', items }),
    line('waivers/0', null, { product: 'accident' }),
  ];
  const readLines = async (cells: Readonly<Record<string, string | null>>, language: Language = 'zh') => {
    const found = readWorkbook(readXlsx(await saved(cells, language, lines)), () => lines);
    if (found === null) throw new Error('no sheet of standards');
    return found;
  };

  it('come back as they were, in either language', async () => {
    for (const language of ['zh', 'en'] as const)
      expect(await readLines({}, language)).toEqual({ changes: [], notTaken: [], origin });
  });

  it('are taken by name or id, in any order, and a last day can go', async () => {
    const found = await readLines({
      E2: ' 2019-08-01 ',
      E3: null,
      E4: '临时性、突发性致贫；建档立卡',
      E5: 'level 3; registered',
    });
    expect([changesOf(found), namedOf(found)]).toEqual([
      [
        ['E2', '2019-08-01'],
        ['E3', undefined],
        ['E4', ['registered', 'temporarilyPoor']],
        ['E5', ['registered', 3]],
      ],
      [],
    ]);
    const from = 'effective: {from: 2019-07-01, to: 2019-12-31}\n';
    expect(textWithChanges(from + text, found.changes)).toBe(
      `effective: {from: "2019-08-01"}\n${text.replace('a.list: [registered]', 'a.list: [registered, temporarilyPoor]')}  b.list: [registered, 3]\n`,
    );
    // The same items in another order are no change.
    const both = lines.map((row) => (row.mark === 'a.list' ? { ...row, own: ['temporarilyPoor', 'registered'] } : row));
    const sheets = readXlsx(await saved({ E4: '建档立卡；temporarilyPoor' }, 'zh', both));
    expect(readWorkbook(sheets, () => both)?.changes).toEqual([]);
  });

  it('are named where they are not understood, and so is what no cell carries', async () => {
    const found = await readLines({ E2: null, E3: '2019-02-30', E4: '建档立卡；谁', E5: '；', E6: 'accident' });
    expect(changesOf(found)).toEqual([]);
    expect(namedOf(found)).toEqual([
      '标准!E2 dayEmpty',
      '标准!E3 notADay',
      '标准!E4 unknownItem',
      '标准!E5 unknownItem',
      '标准!E6 cannotCarry',
    ]);
    expect(namedOf(await readLines({ E3: number('43647') }))).toEqual(['标准!E3 notADay']);
  });
});

describe('a workbook in a draft’s text', () => {
  it('changes the lines of what it changes and no other', async () => {
    const { changes } = await read({ E2: number('400000'), E4: null, E5: '80%', E7: number('0.7') });
    expect(textWithChanges(text, changes)).toBe(
      `standards:   # 只写改动\n  a.cap: 400000     # 300,000 → 350,000\n  a.ratio: {2: 0.8}\n  bands: [{from: 0, value: 0.7}]\n  a.list: [registered]\n`,
    );
  });

  it('leaves no standard behind that says nothing', () => {
    const emptied = rows.filter(({ mark }) => mark === 'a.ratio/1').map((row) => ({ row, value: undefined }));
    expect(textWithChanges(text, emptied)).toBe(text.replace('  a.ratio: {1: 0.85}\n', ''));
  });
});

describe('what the sheets say', () => {
  it('names each column once, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values(headTexts(language));
      expect(new Set(names).size).toBe(names.length);
    }
    expect([exportedText(undefined), exportedText(0.85), exportedText('unlimited')]).toEqual([
      '',
      '0.85',
      '"unlimited"',
    ]);
    expect(ownContent({ carried: null, own: ['x'] }, 'zh')).toBe('（在表单中修改）');
  });
});
