// Exact arithmetic of the naive interpreter: fractions from the domain, amounts in whole fen.
import { floorRatio, plus, type Ratio, ratioOf, times } from '../../server/domain/ratio.ts';

/** A whole number as a fraction. */
export const whole = (n: bigint): Ratio => ({ n, d: 1n });

/** A fraction rounded half up. */
export const halfUp = (x: Ratio): bigint => floorRatio(plus(x, { n: 1n, d: 2n }));

/** Fen of an amount in CNY; 0 of anything that is no number. */
export const fen = (cny: unknown): bigint => halfUp(times(ratioOf(typeof cny === 'number' ? cny : 0), whole(100n)));

export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const positive = (a: bigint): bigint => (a > 0n ? a : 0n);
export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, one) => sum + one, 0n);
