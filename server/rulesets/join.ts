import type { Scalar, StandardMap, StandardValue } from './language.ts';
import { type Direction, isUnset, rank, restOf } from './rank.ts';
import { mergeRows, overlay, rowOf } from './rows.ts';
import { isList, isMap, isRows, isScalar, ownEntry } from './standard-at.ts';

/**
 * The better of two values of a standard at every key, point and item; never worse for the claimant than either. Where
 * they are incomparable, or of different shapes, the first holds. Maps: a key that only one names is that one's, but where
 * only the second names it, it is joined with the first's `otherwise`. Rows: on united breakpoints, merged. Lists: the
 * union of wider, what both hold of narrower. `none` (unset) yields to a set value.
 */
export function join(standard: Direction, first: StandardValue, second: StandardValue): StandardValue {
  return combineAt(standard, first, second, standard.by.length, (a, b) => betterOf(standard, a, b));
}

/**
 * The second value over the first, without asking which is better: a key or point that the second leaves out keeps the
 * first's. What a standard that the city only advises on becomes.
 */
export function overlaid(standard: Direction, first: StandardValue, second: StandardValue): StandardValue {
  return combineAt(standard, first, second, standard.by.length, (_, b) => b);
}

type Choose = (first: StandardValue, second: StandardValue) => StandardValue;

/** @param keys how many keys of the standard are still to come */
function combineAt(
  standard: Direction,
  first: StandardValue,
  second: StandardValue,
  keys: number,
  choose: Choose,
): StandardValue {
  const deeper: Choose = (a, b) => combineAt(standard, a, b, Math.max(0, keys - 1), choose);
  if (isMap(first) && isMap(second)) return combineMaps(standard, first, second, keys, deeper);
  if (isRows(first) && isRows(second)) {
    return mergeRows(
      overlay(first, second).map(({ from, to, first: a, second: b }) =>
        rowOf(from, to, a === undefined ? (b as StandardValue) : b === undefined ? a : deeper(a, b)),
      ),
    );
  }
  if (isScalar(first) && !isScalar(second) && !isList(second))
    return eachEntry(second, (entry) => deeper(first, entry));
  if (isScalar(second) && !isScalar(first) && !isList(first)) return eachEntry(first, (entry) => deeper(entry, second));
  return choose(first, second);
}

function combineMaps(
  standard: Direction,
  first: StandardMap,
  second: StandardMap,
  keys: number,
  deeper: Choose,
): StandardMap {
  const rest = restOf(standard, first, keys);
  const joined = new Map(Object.entries(first));
  for (const [key, value] of Object.entries(second)) {
    const known = ownEntry(first, key) ?? rest;
    joined.set(key, known === undefined ? value : deeper(known, value));
  }
  return Object.fromEntries(joined);
}

function eachEntry(
  value: Exclude<StandardValue, Scalar>,
  change: (entry: StandardValue) => StandardValue,
): StandardValue {
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(entry)]));
  if (isRows(value)) return mergeRows(value.map((row) => ({ ...row, value: change(row.value) })));
  return value;
}

/** The better of two scalars or lists. */
function betterOf(standard: Direction, first: StandardValue, second: StandardValue): StandardValue {
  if (isUnset(standard, first)) return second;
  if (isUnset(standard, second)) return first;
  if (isList(first) && isList(second)) return joinLists(standard, first, second);
  if (!isScalar(first) || !isScalar(second)) return first;
  const [a, b] = [rank(standard, first), rank(standard, second)];
  return a !== undefined && b !== undefined && b > a ? second : first;
}

function joinLists(standard: Direction, first: readonly Scalar[], second: readonly Scalar[]): Scalar[] {
  const [inFirst, inSecond] = [new Set(first.map(String)), new Set(second.map(String))];
  if (standard.better === 'wider') return [...first, ...second.filter((item) => !inFirst.has(String(item)))];
  if (standard.better === 'narrower') return first.filter((item) => inSecond.has(String(item)));
  return [...first];
}
