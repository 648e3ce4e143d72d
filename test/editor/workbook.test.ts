import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../editor/standards/workbook/read-workbook.ts';
import type { DraftRow } from '../../editor/standards/workbook/row.ts';
import { exportedText, headTexts, ownContent } from '../../editor/standards/workbook/sheets.ts';
import { textWithChanges } from '../../editor/standards/workbook/text-with-changes.ts';
import { writeWorkbook } from '../../editor/standards/workbook/write-workbook.ts';
import { NotAWorkbook, readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';
import { changesOf, line, namedOf, number, origin, read, rows, saved, share, text, yuan } from './saved-workbook.ts';

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

describe('a workbook in a draft’s text', () => {
  it('changes the lines of what it changes and no other', async () => {
    const { changes } = await read({ E2: number('400000'), E4: null, E5: '80%', E7: number('0.7') });
    expect(textWithChanges(text, changes)).toBe(
      `standards:   # 只写改动\n  a.cap: 400000\n  a.ratio: {2: 0.8}\n  bands: [{from: 0, value: 0.7}]\n  a.list: [registered]\n`,
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
