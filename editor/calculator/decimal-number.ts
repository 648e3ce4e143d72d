import { decimalsOf, shifted } from '../standards/text/figure-reading.ts';

/**
 * A number with decimals as people type it; a part of 1 also as per cent: `32.5%` is 0.325. Undefined where it is not understood or
 * has more decimals than it may have; nothing is rounded.
 * @param places most decimals
 */
export function decimalNumber(typed: string, places: number): number | undefined {
  const [, digits, percent] = /^(\d{1,10}(?:\.\d+)?) ?(%?)$/.exec(typed.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return undefined;
  const decimal = percent === '%' ? shifted(digits, -2) : digits;
  return decimalsOf(decimal) > places ? undefined : Number(decimal);
}
