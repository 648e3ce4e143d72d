/**
 * Whole fen, the unit of every amount inside. An integer: from outside below 10¹² (see {@link MONEY_LIMIT_CNY}), of a settlement
 * below 2⁵³, as far as a number tells it exactly (`settlementTooLarge` beyond).
 */
export type Fen = number;

/** The largest amount accepted from outside, exclusive, in CNY (language.md: money stays below 10¹⁰). */
export const MONEY_LIMIT_CNY = 10_000_000_000;

/**
 * Whether a number is an amount of CNY: not negative, finite, at most two decimals, below {@link MONEY_LIMIT_CNY}.
 * A remainder test in binary would refuse valid amounts (0.29 % 0.01 is not 0), so it asks what survives a round trip to fen.
 */
export function isMoney(cny: number): boolean {
  return cny >= 0 && cny < MONEY_LIMIT_CNY && Math.round(cny * 100) / 100 === cny;
}

/** Fen of an amount of CNY for which {@link isMoney} holds. Exact: the product is within 2⁻¹² of the whole number; never -0. */
export function fenOf(cny: number): Fen {
  return Math.round(cny * 100) + 0;
}

/** An amount as JSON and pages write it, with exactly two decimals: 1584000 → "15840.00". */
export function cnyText(fen: Fen | bigint): string {
  const size = fen < 0 ? -fen : fen;
  const cents = typeof size === 'bigint' ? Number(size % 100n) : size % 100;
  const whole = typeof size === 'bigint' ? size / 100n : (size - cents) / 100;
  return `${fen < 0 ? '-' : ''}${whole}.${cents < 10 ? '0' : ''}${cents}`;
}

/** An amount as people read it, with thousands separators: 1584000 → "15,840.00". */
export function cnyWords(fen: Fen | bigint): string {
  const text = cnyText(fen);
  const start = fen < 0 ? 1 : 0;
  return text.slice(0, start) + grouped(text.slice(start, -3)) + text.slice(-3);
}

/** A decimal with its thousands separators, any other text as it is: "15840.00" → "15,840.00". */
export function groupedDecimal(decimal: string): string {
  return decimal.replace(/(?<=^-?)\d+(?=$|\.\d+$)/, grouped);
}

/** Digits in threes, from the last. */
function grouped(digits: string): string {
  let words = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) words = `${digits.slice(Math.max(0, end - 3), end)},${words}`;
  return words;
}
