import { type FigureUnit, shifted } from './figure-reading.ts';

/** Words for large numbers: how many zeros they stand for. */
const LARGE: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/**
 * What a figure that is not understood was most likely meant to be, in plain digits: `1e5` is `100000`, and `3万5`, as people say
 * it, `35000`. Only for saying what would be right: nothing is ever filled in by it. Null where nothing is likely.
 */
export function meantFigure(typed: string, unit: FigureUnit): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/g, '').replace(/元$/, '');
  const power = /^(\d{1,9}(?:\.\d{1,9})?)e\+?0?(\d)$/i.exec(plain);
  if (power !== null) return unit === 'share' ? null : shifted(power[1] ?? '', Number(power[2]));
  const spoken = /^(\d{1,6})(万|亿)(\d)(?:(?<=万\d)千)?$|^(\d{1,6})(万)(\d{4})$/.exec(plain);
  if (spoken === null || unit !== 'CNY') return null;
  const [, tenths, large = '', digit = '', whole, , rest = ''] = spoken;
  // A digit behind the word counts its tenth: 3万5 is 3.5万.
  return whole === undefined ? shifted(`${tenths}.${digit}`, LARGE[large] ?? 0) : `${whole}${rest}`;
}
