import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { OF_AMOUNT } from '../../editor/standards/form/borders.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { valueAt } from '../../editor/standards/text/yaml-value.ts';
import { bandRows, type MakeLine } from '../../editor/standards/workbook/band-rows.ts';
import { readOwnCell } from '../../editor/standards/workbook/own-cell.ts';
import { readWorkbook } from '../../editor/standards/workbook/read-workbook.ts';
import { textWithChanges } from '../../editor/standards/workbook/text-with-changes.ts';
import { readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';
import { changesOf, line, namedOf, number, saved } from './saved-workbook.ts';

const text = `effective: {from: 2019-07-01}
standards:
  a.ratio: [{from: 0, to: 10000, value: 0.6}, {from: 10000, to: 50000, value: 0.7}, {from: 50000, value: 0.8}]
`;
const cityValue = [
  { from: 0, to: 20_000, value: 0.5 },
  { from: 20_000, value: 0.6 },
];

/** The lines of a made-up draft's one standard. */
const rowsOf = (written: string) => {
  const own = valueAt(readText(written)?.value, ['standards', 'a.ratio']);
  const make: MakeLine = (path, part, city, carried) => ({
    ...{ ...line(['a.ratio', ...path].join('/'), carried, valueAt(own, path)), part, city },
    path: ['standards', 'a.ratio', ...path],
  });
  return bandRows({ borders: OF_AMOUNT, unit: 'share', own, city: cityValue, language: 'zh', line: make }, null) ?? [];
};

describe('borders of bands in a workbook', () => {
  const rows = rowsOf(text);
  const addressOf = (mark: string) => `E${2 + rows.findIndex((row) => row.mark === mark)}`;
  const read = async (cells: Readonly<Record<string, string | null>>) => {
    const found = readWorkbook(readXlsx(await saved(cells, 'zh', rows)), () => rows);
    if (found === null) throw new Error('no sheet of standards');
    return found;
  };

  it('have a line each, but for the open end and for bands that are the city’s', () => {
    const borders = (all: typeof rows) => all.filter(({ mark }) => /\/[0-9]+\/to$/.test(mark)).map(({ mark }) => mark);
    expect(borders(rows)).toEqual(['a.ratio/0/to', 'a.ratio/1/to']);
    expect(borders(rowsOf('effective: {from: 2019-07-01}\n'))).toEqual([]);
    expect(rows.find(({ mark }) => mark === 'a.ratio/0/to')).toMatchObject({
      own: 10_000,
      city: expect.stringContaining('20,000'),
    });
  });

  it('come back as they were, and changed ones with where the next band begins', async () => {
    expect(await read({})).toMatchObject({ changes: [], notTaken: [] });
    const first = addressOf('a.ratio/0/to');
    const second = addressOf('a.ratio/1/to');
    const found = await read({ [first]: '1.5 万', [second]: number('60000') });
    expect([changesOf(found), namedOf(found)]).toEqual([
      [
        [first, 15_000],
        [second, 60_000],
      ],
      [],
    ]);
    expect(textWithChanges(text, found.changes)).toBe(text.replaceAll('10000', '15000').replaceAll('50000', '60000'));
  });

  it('are named where they are emptied or have no end', async () => {
    const [first, second] = [addressOf('a.ratio/0/to'), addressOf('a.ratio/1/to')];
    const found = await read({ [first]: null, [second]: '不限' });
    expect([changesOf(found), namedOf(found)]).toEqual([[], [`标准!${first} bandEmpty`, `标准!${second} notAFigure`]]);
  });

  it('are named, every one that was changed, where they would cross', async () => {
    const [first, second] = [addressOf('a.ratio/0/to'), addressOf('a.ratio/1/to')];
    const value = addressOf('a.ratio/0/value');
    const found = await read({ [first]: '6万', [value]: '65%' });
    expect([changesOf(found), namedOf(found)]).toEqual([[[value, 0.65]], [`标准!${first} borderOrder`]]);
    const both = await read({ [first]: '6万', [second]: '5.5万' });
    expect([changesOf(both), namedOf(both)]).toEqual([[], [`标准!${first} borderOrder`, `标准!${second} borderOrder`]]);
    expect(namedOf(await read({ [first]: number('0') }))).toEqual([`标准!${first} borderOrder`]);
    // Both moved past where the other was: in order again.
    expect(namedOf(await read({ [first]: '6万', [second]: '7万' }))).toEqual([]);
  });
});

describe('dates of Excel’s own in a workbook', () => {
  /** A sheet of three numbers: formatted as a date, as a date with a time of day, and as none. */
  const datesOf = (properties: string) => {
    const parts = {
      'xl/workbook.xml': `<workbook>${properties}<sheets><sheet name="s" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/worksheets/s.xml':
        '<worksheet><c r="A1" s="1"><v>43678</v></c><c r="A2" s="1"><v>43678.5</v></c><c r="A3"><v>43678</v></c></worksheet>',
    };
    const bytes = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
    const cells = readXlsx(zipSync(bytes))[0]?.cells ?? [];
    return cells.map(({ content }) => readOwnCell(content, { kind: 'day', mayBeEmpty: false }));
  };

  it('are days, counted from the year that the workbook counts from', () => {
    const none = { problem: 'notADay' };
    expect(datesOf('')).toEqual([{ value: '2019-08-01' }, none, none]);
    expect(datesOf('<workbookPr date1904="1"/>')).toEqual([{ value: '2023-08-02' }, none, none]);
  });
});
