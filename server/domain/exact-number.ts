/** Significant digits that a double always gives back as they were written. */
const SAFE = 15;

const PARTS = /^-?([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/;

/**
 * Whether a number in a text is the one that a program makes of it: the shortest decimal of the double is the same number.
 * `99999999.999999999999999` is read as 100000000, `1e-400` as 0: these say something else than what would be settled.
 * @param text a number as JSON writes it
 */
export function isReadExactly(text: string): boolean {
  if (text.length <= SAFE && !/[eE]/.test(text)) return true;
  return plain(text) === plain(String(Number(text)));
}

/** A decimal without its sign, written in one way only: its digits from the first to the last that is not 0, and where they end. */
function plain(text: string): string {
  const [, whole = '', fraction = '', power = '0'] = PARTS.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = withoutLastZeros(digits);
  return kept === '' ? '0' : `${kept}e${Number(power) - fraction.length + digits.length - kept.length}`;
}

/** By hand: an expression that looks for zeros at an end takes the square of their number. */
function withoutLastZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}
