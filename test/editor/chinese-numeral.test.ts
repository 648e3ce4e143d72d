import { expect, it } from 'vitest';
import { chineseNumeral } from '../../editor/standards/text/chinese-numeral.ts';

it.each([
  ['零', '0'],
  ['〇', '0'],
  ['六', '6'],
  ['两千', '2000'],
  ['十', '10'],
  ['十五', '15'],
  ['五十', '50'],
  ['二十五', '25'],
  ['一百零五', '105'],
  ['一百一十五', '115'],
  ['一百二', '120'],
  ['一千零五', '1005'],
  ['一千〇五十', '1050'],
  ['一千零一十五', '1015'],
  ['一千零十五', '1015'],
  ['一千五', '1500'],
  ['一千五百', '1500'],
  ['九千九百九十九', '9999'],
  ['一万', '10000'],
  ['十万', '100000'],
  ['三万五', '35000'],
  ['三万五千', '35000'],
  ['三万零五', '30005'],
  ['三万零五百', '30500'],
  ['三十万零五千', '305000'],
  ['三十五万五千', '355000'],
  ['一百二十万零三百', '1200300'],
  ['一亿二', '120000000'],
  ['一亿二千万', '120000000'],
  ['一亿零五百万', '105000000'],
  ['一亿零五', '100000005'],
  ['一亿二千三百四十五万六千七百八十九', '123456789'],
  ['陆仟', '6000'],
  ['贰拾叁万肆仟伍佰', '234500'],
  ['六〇〇〇', '6000'],
  ['一二三', '123'],
  ['二〇', '20'],
  ['二点五万', '25000'],
  ['2.5万', '25000'],
  ['六点二五', '6.25'],
  ['八十二点五', '82.5'],
  ['零点八', '0.8'],
  ['6千', '6000'],
  ['6千5', '6500'],
  ['1万2千', '12000'],
  ['35万5千', '355000'],
  ['3万5000', '35000'],
])('%s is %s', (text, decimal) => expect(chineseNumeral(text)).toBe(decimal));

it.each([
  // One or the other.
  ...['三五', '三五千', '一二百', '十三四', '二十五六万'],
  // Without the 零 that is due, with one too many, or with nothing behind it.
  ...['一千五十', '三万五百', '一亿二千', '一千零五百', '一千零', '一千零零五', '三万50'],
  // Places out of order, without a count, or twice.
  ...['一百千', '五百二千', '千', '万', '百', '五万五万', '一万亿', '二点五万五千', '1.2.3', '点五', ''],
  ...['六千元', '许多'],
])('%s is no number', (text) => expect(chineseNumeral(text)).toBeNull());

it('every number that is written by the rule is itself', () => {
  const signs = '零一二三四五六七八九';
  const written = (value: number): string => {
    const digits = String(value).padStart(4, '0');
    const said = [...digits].map((digit, at) =>
      digit === '0' ? '零' : `${signs[Number(digit)]}${'千百十'[at] ?? ''}`,
    );
    return said.join('').replace(/零+$/, '').replace(/零+/g, '零');
  };
  for (let value = 1; value < 10_000; value += 1) {
    const low = written(value);
    expect(chineseNumeral(low.replace(/^零/, ''))).toBe(String(value));
    expect(chineseNumeral(`三万${low}`)).toBe(String(30_000 + value));
  }
});
