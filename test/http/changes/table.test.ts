import { expect, it } from 'vitest';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { Language } from '../../../server/domain/label.ts';
import { groupsTold } from '../../../server/http/changes/change-report.ts';
import { tableOf } from '../../../server/http/changes/table.ts';
import type { Comparison } from '../../../server/usecases/compare.ts';
import { sidesOf } from '../../analysis/diff/example.ts';

/** What stands under 之前 and 之后 where one standard of the examples' plan has another value. */
function cells(standard: string, before: unknown, after: unknown, language: Language): readonly unknown[] {
  const sides = sidesOf({
    places: [{ at: `standards/${standard}/value`, before, after }],
    ...{ changes: [], zh: [], en: [] },
  });
  const of = (effective: object) => ({ rules: { effective } });
  const comparison = { from: of(sides.before), to: of(sides.after), places: null };
  const changes = diff(sides.before, sides.after);
  const groups = groupsTold({ ...comparison, changes } as unknown as Comparison, language);
  const section = { heading: '', sides: [], facts: [], groups, counts: [], conclusion: [] };
  const { columns, rows } = tableOf({ kind: 'comparison', language, title: '', sections: [section] });
  const names = language === 'zh' ? ['之前', '之后'] : ['Before', 'After'];
  return rows.flatMap((row) => names.map((name) => row[columns.findIndex((column) => column.name === name)]));
}

it('a figure stands in its cell as a number, and what is none in words of the language asked for', () => {
  expect(cells('basic.cap', 100_000, 120_000, 'zh')).toEqual([100_000, 120_000]);
  expect(cells('basic.cap', 100_000, 'unlimited', 'en')).toEqual([100_000, 'unlimited']);
  expect(cells('terms.away', { basic: 'ordinary' }, { basic: 'settled' }, 'zh')).not.toContain('settled');
});

it('an item of a list stands there by its label, not by its id', () => {
  const items = (language: Language) => cells('medical.persons', ['registered'], ['poor'], language);
  expect(items('zh')).toEqual(['建档立卡', null, null, '临时致贫']);
  expect(items('en')).toEqual(['registered', null, null, 'temporarily poor']);
});
