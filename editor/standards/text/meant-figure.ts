import { chineseNumeral } from './chinese-numeral.ts';
import { type FigureUnit, readFigure, shifted } from './figure-reading.ts';
import type { YamlValue } from './yaml-value.ts';

const NUMERAL = '[0-9零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]';
const DECIMAL = `${NUMERAL}+(?:[.点]${NUMERAL}+)?`;

/** A number with a numeral in it, and what stands behind it. */
const COUNT = new RegExp(`^(${DECIMAL})(.*)$`);
const PARTS = new RegExp(`^(百|千)分之(${DECIMAL})$`);
const TENTHS = new RegExp(`^(${DECIMAL})成(${NUMERAL}|半)?$`);

/**
 * What a figure that is not understood was most likely meant to be, in plain digits: `1e5` is `100000`, `3万5`, as people say it,
 * and `三万五千` `35000`, `八成` of a share `80%`, and `85` of it `85%`. Only for saying what would be right: nothing is ever filled in by it. Null where
 * nothing is likely that the field would take.
 */
export function meantFigure(typed: string, unit: FigureUnit): string | null {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[。.,;、]+$/, '')
    .replace(/[元圆]整$|[元圆]$/, '')
    .replace(/(?<=\d)w$/i, '万')
    .replace(/个?工作日$/, '日');
  const meant = powerOfTen(plain) ?? percentage(plain) ?? unsigned(plain, unit) ?? counted(plain) ?? plain;
  return meant !== null && 'value' in readFigure(meant, unit) ? meant : null;
}

/** A share without its sign: `85` is most likely `85%`. */
function unsigned(plain: string, unit: FigureUnit): string | null {
  return unit === 'share' && /^\d{1,2}(\.\d+)?$|^100$/.test(plain) && Number(plain) >= 1 ? `${plain}%` : null;
}

/**
 * How many ten thousands of CNY were most likely meant by a bare number that is not a thousandth of the city's figure, such as 40
 * where the city has 300,000: only where they would be no less than the city's.
 */
export function tenThousandsMeant(own: YamlValue | undefined, city: YamlValue | undefined): string | null {
  if (typeof own !== 'number' || typeof city !== 'number') return null;
  return own < city / 1000 && own * 10_000 >= city ? String(own) : null;
}

function powerOfTen(plain: string): string | null {
  const [, digits, power] = /^(\d{1,9}(?:\.\d{1,9})?)e\+?0?(\d)$/i.exec(plain) ?? [];
  return digits === undefined ? null : shifted(digits, Number(power));
}

/** 百分之八十 and 八成 are `80%`, 八成五 is `85%`. */
function percentage(plain: string): string | null {
  const [, whole, part = ''] = PARTS.exec(plain) ?? [];
  // 百分之百 leaves out its 一.
  if (part !== '') return percent(chineseNumeral(part === '百' ? '一百' : part), whole === '千' ? -1 : 0);
  const [, tenths, more = '零'] = TENTHS.exec(plain) ?? [];
  if (tenths === undefined) return null;
  const [count, rest] = [chineseNumeral(tenths), more === '半' ? '5' : chineseNumeral(more)];
  if (rest === '0') return Number(count) > 10 ? null : percent(count, 1);
  return count !== null && rest !== null && /^\d\d$/.test(count + rest) ? `${count}${rest}%` : null;
}

function percent(decimal: string | null, places: number): string | null {
  return decimal === null ? null : `${shifted(decimal, places)}%`;
}

/** A number in numerals, with the unit that was typed behind it. */
function counted(plain: string): string | null {
  const [, numeral = '', behind = ''] = COUNT.exec(plain) ?? [];
  const decimal = /^[0-9.]*$/.test(numeral) ? null : chineseNumeral(numeral);
  return decimal === null ? null : `${decimal}${behind}`;
}
