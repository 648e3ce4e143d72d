import type { Miss } from './floor-reader.ts';

/** Which way a keyword bounds a number: 1 from above, -1 from below. */
const SIDES: Readonly<Record<string, 1 | -1>> = { maximum: 1, exclusiveMaximum: 1, minimum: -1, exclusiveMinimum: -1 };

/**
 * What is left to say where a figure misses several bounds on one side: the tightest of them, since who holds it holds the
 * others. Of two at the same figure that is the one that the figure itself misses. What is no bound on a number stays.
 */
export function tightest(misses: readonly Miss[]): readonly Miss[] {
  return misses.filter((miss) => !misses.some((other) => isTighter(other, miss)));
}

function isTighter(other: Miss, miss: Miss): boolean {
  const side = SIDES[miss.keyword];
  if (side === undefined || SIDES[other.keyword] !== side || other.at.join('/') !== miss.at.join('/')) return false;
  const [a, b] = [Number(other.bound) * side, Number(miss.bound) * side];
  return a === b ? isExclusive(other) && !isExclusive(miss) : a < b;
}

function isExclusive({ keyword }: Miss): boolean {
  return keyword.startsWith('exclusive');
}
