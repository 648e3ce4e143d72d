import { shifted } from './figure-reading.ts';

/** Digits and places as people and invoices write them, each by the sign that is reckoned with. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
  ...{ 壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9' },
  ...{ 拾: '十', 佰: '百', 仟: '千', 点: '.' },
};

/** How many zeros a place stands for. */
const ZEROS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Two digits side by side, as in 三五千 and 三五天, are one or the other; 二〇 and 一二三 are one number. */
const EITHER = /[一二两三四五六七八九]{2}[十百千万亿]|^[一二两三四五六七八九]{2}$/;

/**
 * A number in Chinese numerals, or in digits and numerals together, as a decimal: 六千 and 6千 are `6000`, 一千零五 `1005`, 一千五
 * `1500`, 二点五万 `25000`, 六〇〇〇 `6000`. Null for what is none, leaves out a 零, or can be two numbers.
 */
export function chineseNumeral(text: string): string | null {
  if (EITHER.test(text)) return null;
  const plain = [...text].map((sign) => PLAIN[sign] ?? sign).join('');
  const [, before = plain, part = '', place = ''] = /^([^.]+)\.(\d{1,9})([百千万亿]?)$/.exec(plain) ?? [];
  const whole = /^\d{1,9}$/.test(before) ? Number(before) : numberIn(before, null);
  return whole === null ? null : shifted(`${whole}.${part}`, ZEROS[place] ?? 0);
}

/** @param above the place that it stands behind, as a number; null where it stands alone */
function numberIn(text: string, above: number | null): number | null {
  for (const large of ['亿', '万']) {
    const at = text.indexOf(large);
    if (at === -1) continue;
    const place = 10 ** (ZEROS[large] ?? 0);
    if (above !== null && place >= above) return null;
    const many = countIn(text.slice(0, at), above === null ? null : above / place);
    const rest = text.slice(at + 1);
    const less = rest === '' ? 0 : numberIn(rest, place);
    return many === null || less === null ? null : many * place + less;
  }
  return countIn(text, above);
}

/** A number below 万 by its places; in digits also a larger one that begins, and all four behind 万. */
function countIn(text: string, above: number | null): number | null {
  if (above === null ? /^\d{2,6}$/.test(text) : above === 10_000 && /^\d{4}$/.test(text)) return Number(text);
  let rest = text.replace(/(?<=^0?|0)十/, '1十');
  let [total, last] = [0, above];
  while (rest !== '') {
    const [all, zero, digit, sign = ''] = /^(0?)([1-9])([十百千]|$)/.exec(rest) ?? [];
    if (all === undefined) return null;
    // A bare digit counts the place below the last one, as in 三万五; behind 零 it is itself.
    const place = sign !== '' ? 10 ** (ZEROS[sign] ?? 0) : zero === '0' || last === null ? 1 : last / 10;
    if (!follows(place, last, zero === '0', total === 0)) return null;
    total += Number(digit) * place;
    last = place;
    rest = rest.slice(all.length);
  }
  return total === 0 ? null : total;
}

/** Whether a place may stand behind another: below it, with 零 where a place between is left out and, in one count, only there. */
function follows(place: number, last: number | null, isZero: boolean, isFirst: boolean): boolean {
  if (last === null) return !isZero;
  if (place >= last) return false;
  return place * 10 < last ? isZero : !isZero || isFirst;
}
