import { expect, it } from 'vitest';
import { numberedWords } from '../../server/http/numbered-words.ts';

const told = (label: string, language: 'zh' | 'en') =>
  [['1', '1'] as const, ['2', '4'] as const, ['2', null] as const].map(([from, to]) =>
    numberedWords(label, from, to, language),
  );

it('answers a label that asks which one in its own words', () => {
  expect(told('本年度第几次住院', 'zh')).toEqual([
    '本年度第 1 次住院',
    '本年度第 2 至 4 次住院',
    '本年度第 2 次住院起',
  ]);
});

it('stands behind any other label', () => {
  expect(told('会员年数', 'zh')).toEqual(['会员年数 1', '会员年数 2 至 4', '会员年数 2 起']);
  expect(told('years as a member', 'en')).toEqual([
    'years as a member 1',
    'years as a member 2 to 4',
    'years as a member from 2',
  ]);
});
