import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../editor/standards/workbook/read-workbook.ts';
import type { DraftRow, Language } from '../../editor/standards/workbook/row.ts';
import { textWithChanges } from '../../editor/standards/workbook/text-with-changes.ts';
import { readXlsx } from '../../editor/standards/workbook/xlsx-cells.ts';
import { changesOf, line, namedOf, number, origin, saved, text } from './saved-workbook.ts';

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
