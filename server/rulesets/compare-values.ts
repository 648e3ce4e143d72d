import type { Row, Scalar, StandardMap, StandardValue } from './language.ts';
import { type Direction, isUnset, rank, restOf } from './rank.ts';
import { overlay } from './rows.ts';
import { isList, isMap, isRows, isScalar, ownEntry, UNSET } from './standard-at.ts';

/** What the second of two values is to the claimant, seen from the first. */
export type Comparison = 'better' | 'worse' | 'equal' | 'incomparable';

/**
 * Compares two values of a standard for the claimant: the one meaning behind floor, join, version class and diff.
 *
 * - Numbers by direction; `unlimited` is above them all. Choices and terms by their order, truth values by the better one.
 * - Lists as sets: all of the other's items and more is wider.
 * - Maps key by key. A key left out of the second keeps the first's value; a key that only the second names is measured by
 *   the first's `otherwise`. `otherwise` itself is a key like the others: it speaks of the keys the first does not name.
 * - Rows point by point, on their united breakpoints; rates are compared, not cumulative curves, since a curve that is
 *   higher everywhere can still pay one claim less in a layer that works on the year. What only one says is an addition.
 * - A scalar set against a map or rows stands for each of their entries.
 * - `none` (unset) is below everything that is set, whatever the direction: setting a figure the city left open betters it.
 *   Where the standard has no direction (`better: none`) all other differences are incomparable.
 * - Values of different shapes are incomparable.
 *
 * Over complete values of the same keys it is a partial order.
 */
export function compareValues(standard: Direction, from: StandardValue, to: StandardValue): Comparison {
  return compareAt(standard, from, to, standard.by.length);
}

/** @param keys how many keys of the standard are still to come */
function compareAt(standard: Direction, from: StandardValue, to: StandardValue, keys: number): Comparison {
  const deeper = (a: StandardValue, b: StandardValue) => compareAt(standard, a, b, Math.max(0, keys - 1));
  if (isScalar(from) && isScalar(to)) return compareScalars(standard, from, to);
  if (isMap(from) && isMap(to)) return compareMaps(standard, from, to, keys, deeper);
  if (isRows(from) && isRows(to)) return compareRows(standard, from, to, deeper);
  if (isList(from) && isList(to)) return compareLists(standard, from, to);
  if (isScalar(to) && !isScalar(from)) {
    if (isList(from)) return isUnset(standard, to) ? 'worse' : 'incomparable';
    return together(entriesOf(from).map((entry) => deeper(entry, to)));
  }
  if (isScalar(from) && !isScalar(to)) {
    if (isList(to)) return isUnset(standard, from) ? 'better' : 'incomparable';
    return together(entriesOf(to).map((entry) => deeper(from, entry)));
  }
  return 'incomparable';
}

function compareScalars(standard: Direction, from: Scalar, to: Scalar): Comparison {
  if (String(from) === String(to)) return 'equal';
  if (isUnset(standard, from)) return 'better';
  if (isUnset(standard, to)) return 'worse';
  const [a, b] = [rank(standard, from), rank(standard, to)];
  if (a === undefined || b === undefined) return 'incomparable';
  return b > a ? 'better' : b < a ? 'worse' : 'equal';
}

function compareMaps(
  standard: Direction,
  from: StandardMap,
  to: StandardMap,
  keys: number,
  deeper: (a: StandardValue, b: StandardValue) => Comparison,
): Comparison {
  const rest = restOf(standard, from, keys);
  return together(
    Object.entries(to).map(([key, value]) => {
      const known = ownEntry(from, key) ?? rest;
      return known === undefined ? added(standard, value, deeper) : deeper(known, value);
    }),
  );
}

function compareRows(
  standard: Direction,
  from: readonly Row[],
  to: readonly Row[],
  deeper: (a: StandardValue, b: StandardValue) => Comparison,
): Comparison {
  return together(
    overlay(from, to).map(({ first, second }) => {
      if (second === undefined) return 'equal';
      return first === undefined ? added(standard, second, deeper) : deeper(first, second);
    }),
  );
}

/** What only the second value speaks of, seen from nothing. */
function added(
  standard: Direction,
  value: StandardValue,
  deeper: (a: StandardValue, b: StandardValue) => Comparison,
): Comparison {
  return standard.unit === 'terms' ? 'better' : deeper(UNSET, value);
}

function compareLists(standard: Direction, from: readonly Scalar[], to: readonly Scalar[]): Comparison {
  const [a, b] = [new Set(from.map(String)), new Set(to.map(String))];
  const gained = [...b].some((item) => !a.has(item));
  const lost = [...a].some((item) => !b.has(item));
  if (!gained && !lost) return 'equal';
  if (gained && lost) return 'incomparable';
  if (standard.better === 'wider') return gained ? 'better' : 'worse';
  if (standard.better === 'narrower') return gained ? 'worse' : 'better';
  return 'incomparable';
}

/** The entries of a map or of rows. */
function entriesOf(value: Exclude<StandardValue, Scalar>): readonly StandardValue[] {
  if (isMap(value)) return Object.values(value);
  return isRows(value) ? value.map((row) => row.value) : [];
}

/** Better in one part and worse in another is incomparable; parts that are equal say nothing. */
function together(parts: readonly Comparison[]): Comparison {
  return parts.reduce((all, part) => {
    if (part === 'equal' || part === all) return all;
    return all === 'equal' ? part : 'incomparable';
  }, 'equal');
}
