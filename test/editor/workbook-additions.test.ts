import { describe, expect, it } from 'vitest';
import { readText } from '../../editor/standards/text/read-text.ts';
import type { YamlMap } from '../../editor/standards/text/yaml-value.ts';
import { addedRows } from '../../editor/standards/workbook/added-figures.ts';
import { additionTexts } from '../../editor/standards/workbook/additions-sheet.ts';
import { readWorkbook } from '../../editor/standards/workbook/read-workbook.ts';
import type { DraftRow, Language } from '../../editor/standards/workbook/row.ts';
import { textWithChanges } from '../../editor/standards/workbook/text-with-changes.ts';
import { readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';
import { changesOf, line, namedOf, number, saved } from './saved-workbook.ts';

const text = `reason: 提高封顶线
standards:
  a.cap: 350000
adds:
  payers:
    coverPayer: {label: 某承保机构}
  products:
    cover: {label: {zh: 县防贫险, en: county cover}}
  standards:
    cover.whom: {value: [registered], unit: list, better: wider, label: 县防贫险对象}
    cover.annualCap: {value: 20000, unit: CNY, better: higher, label: 县防贫险年度封顶线}
  rules:
    - {name: cover, layer: cover, label: 县防贫险}
`;
const value = readText(text)?.value as YamlMap;
const rows: readonly DraftRow[] = [
  { ...line('reason', { kind: 'text' }, '提高封顶线'), path: ['reason'] },
  ...addedRows(value, 'zh'),
];
const additions = (language: Language) => additionTexts(value, language);
const read = async (cells: Readonly<Record<string, string | null>>, language: Language = 'zh') => {
  const found = readWorkbook(readXlsx(await saved(cells, language, rows, additions(language))), () => rows);
  if (found === null) throw new Error('no sheet of standards');
  return found;
};

describe('what a draft adds, in a workbook', () => {
  it('stands there to be read, but for figures, which have cells of their own', () => {
    expect(additions('zh').map(([kind, name]) => [kind, name])).toEqual([
      ['赔付机构', '某承保机构'],
      ['险种', '县防贫险'],
      ['标准', '县防贫险对象'],
      ['规则', '县防贫险'],
    ]);
    expect(additions('en')[1]?.slice(0, 2)).toEqual(['Product', 'county cover']);
    expect(rows.map(({ mark, label }) => [mark, label])).toContainEqual([
      'adds/standards/cover.annualCap/value',
      '县防贫险年度封顶线',
    ]);
  });

  it('changes nothing as it was exported, in either language', async () => {
    for (const language of ['zh', 'en'] as const)
      expect(await read({}, language)).toMatchObject({ changes: [], notTaken: [] });
  });

  it('takes its figures and the reason, and names them where they are emptied or are none', async () => {
    const found = await read({ E2: '年度封顶线提到 3 万', E3: '3万' });
    expect([changesOf(found), namedOf(found)]).toEqual([
      [
        ['E2', '年度封顶线提到 3 万'],
        ['E3', 30_000],
      ],
      [],
    ]);
    expect(textWithChanges(text, found.changes)).toBe(
      text.replace('提高封顶线', '"年度封顶线提到 3 万"').replace('value: 20000', 'value: 30000'),
    );
    const none = await read({ E2: null, E3: null });
    expect([changesOf(none), namedOf(none)]).toEqual([[], ['标准!E2 reasonEmpty', '标准!E3 figureNeeded']]);
    expect(namedOf(await read({ E2: number('3') }))).toEqual(['标准!E2 notAText']);
  });

  it('is named by cell where it was changed, emptied, added to or taken away', async () => {
    const found = await read({
      '3!B2': '另一机构',
      '3!C3': null,
      ...{ '3!A4': null, '3!B4': null, '3!C4': null, '3!D4': null },
      '3!F5': 'x',
      '3!B9': '县失能险',
    });
    expect(changesOf(found)).toEqual([]);
    expect(namedOf(found)).toEqual([
      '补充项目!B2 addition',
      '补充项目!C3 addition',
      '补充项目!B9 addition',
      '补充项目!F5 addition',
      '补充项目!A4 addition',
    ]);
    expect(namedOf(await read({ '3!B1': '名', '3!D2': '随便' }))).toEqual([
      '补充项目!B1 addition',
      '补充项目!D2 addition',
    ]);
  });

  it('is not told of where it was changed in the draft after the workbook was exported', async () => {
    const later = rows.map((row) => (row.mark === 'reason' ? { ...row, own: '另一理由' } : row));
    const book = readXlsx(await saved({}, 'zh', rows, additions('zh')));
    expect(readWorkbook(book, () => later)).toMatchObject({ changes: [], notTaken: [] });
  });
});
