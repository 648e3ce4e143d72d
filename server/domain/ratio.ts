/** An exact fraction; `d` > 0 and both reduced. Shares and factors are never binary floating point in a product that is rounded. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * The exact decimal a number of a document stands for. A document's numbers have at most 15 significant digits, so the
 * shortest decimal that reads back as the same binary number is the one that was written.
 */
export function ratioOf(decimal: number): Ratio {
  const [mantissa, exponent] = String(decimal).split('e') as [string, string | undefined];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string | undefined];
  const shift = fraction.length - Number(exponent ?? 0);
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? reduce(digits, 10n ** BigInt(shift)) : reduce(digits * 10n ** BigInt(-shift), 1n);
}

/** The fraction n/d in lowest terms; `d` must not be 0. */
export function reduce(n: bigint, d: bigint): Ratio {
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** 0. */
export const ZERO: Ratio = { n: 0n, d: 1n };
/** 1. */
export const ONE: Ratio = { n: 1n, d: 1n };

/** The sum of two fractions. */
export function plus(a: Ratio, b: Ratio): Ratio {
  return reduce(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** The first fraction less the second. */
export function minus(a: Ratio, b: Ratio): Ratio {
  return reduce(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** The product of two fractions. */
export function times(a: Ratio, b: Ratio): Ratio {
  return reduce(a.n * b.n, a.d * b.d);
}

/** a ÷ b, exact; b is not 0. */
export function over(a: Ratio, b: Ratio): Ratio {
  return b.n < 0n ? reduce(-a.n * b.d, -a.d * b.n) : reduce(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The larger of the two. */
export function maxRatio(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) >= 0 ? a : b;
}

/** The smaller of the two. */
export function minRatio(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) <= 0 ? a : b;
}

/** The largest whole number not above the fraction. */
export function floorRatio(a: Ratio): bigint {
  const quotient = a.n / a.d;
  return a.n % a.d < 0n ? quotient - 1n : quotient;
}

/** The greatest common divisor of two numbers that are not negative; 1 where both are 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The shortest decimal of a fraction whose denominator divides a power of ten, else "n/d": 11/20 → "0.55". */
export function ratioText(a: Ratio): string {
  let scale = 0;
  let power = 1n;
  while (power % a.d !== 0n) {
    if (scale > 30) return `${a.n}/${a.d}`;
    power *= 10n;
    scale += 1;
  }
  const digits = String((a.n < 0n ? -a.n : a.n) * (power / a.d)).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return a.n < 0n ? `-${text}` : text;
}

/** A share as people read it: 11/20 → "55%". */
export function percentWords(a: Ratio): string {
  return `${ratioText(times(a, { n: 100n, d: 1n }))}%`;
}
