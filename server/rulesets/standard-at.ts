import type { Row, Scalar, StandardMap, StandardValue } from './language.ts';

/** `none`: the figure is unset, and what needs it is off. Of the unit `terms`, `none` is a term like the others. */
export const UNSET = 'none';

/** Above every number; only caps may be it. */
export const UNLIMITED = 'unlimited';

/** The key of a map that holds for every key not named. */
export const OTHERWISE = 'otherwise';

/** Whether a value is a map by key. */
export function isMap(value: StandardValue): value is StandardMap {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether a value is rows: marginal bands, or a look-up by a number. */
export function isRows(value: StandardValue): value is Row[] {
  return Array.isArray(value) && typeof value[0] === 'object';
}

/** Whether a value is a list of items; an empty array is an empty list. */
export function isList(value: StandardValue): value is Scalar[] {
  return Array.isArray(value) && typeof value[0] !== 'object';
}

/** Whether a value is one number, word or truth value. */
export function isScalar(value: StandardValue): value is Scalar {
  return typeof value !== 'object';
}

/** Every number, word or truth value that stands somewhere in a value; where rows begin is none of them. */
export function* scalarsIn(value: StandardValue): Generator<Scalar> {
  if (isScalar(value)) yield value;
  else if (isMap(value)) for (const part of Object.values(value)) yield* scalarsIn(part);
  else for (const part of value) yield* scalarsIn(typeof part === 'object' ? part.value : part);
}

/** Every number in a value, of rows what stands in them. */
export function numbersIn(value: StandardValue): readonly number[] {
  return [...scalarsIn(value)].filter((one) => typeof one === 'number');
}

/** The keys that a map names, without what it says of all others. */
export function keysNamed(map: StandardMap): readonly string[] {
  return Object.keys(map).filter((key) => key !== OTHERWISE);
}

/** What a map holds under a key itself, without `otherwise`; never anything inherited. */
export function ownEntry(map: StandardMap, key: string): StandardValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What a map says for a key: the key's own entry, else `otherwise`, else nothing. */
export function entryOf(map: StandardMap, key: string): StandardValue | undefined {
  return ownEntry(map, key) ?? ownEntry(map, OTHERWISE);
}

/** What rows say at a point: from inside, to outside; nothing outside all rows. Rows need not be sorted. */
export function rowAt(rows: readonly Row[], point: number): StandardValue | undefined {
  return rows.find(({ from, to }) => from <= point && (to === undefined || point < to))?.value;
}

/**
 * A value read under keys in the order of the standard's `by`: through maps by the key's text, through rows by its number.
 * A word that stands where keys are still to come (`none`, `unlimited`) holds for all of them. What remains once the keys
 * are used up is the scalar, list, terms or marginal rows. Nothing where the standard has no figure for the keys.
 */
export function valueUnder(
  value: StandardValue,
  keys: readonly (string | number | boolean)[],
): StandardValue | undefined {
  let at: StandardValue | undefined = value;
  for (const key of keys) {
    if (at === undefined || isScalar(at)) return at;
    if (isMap(at)) at = entryOf(at, String(key));
    else if (isRows(at)) at = rowAt(at, Number(key));
    else return undefined;
  }
  return at;
}

/**
 * A standard read under the facts of a claim.
 * @param keyOf the value of a fact named in `by`, or of `terms`; undefined where the claim has none
 * @returns undefined where a key is missing or the standard has no figure for it: an error of the rule set, never 0
 */
export function standardAt(
  standard: { readonly by: readonly string[]; readonly value: StandardValue },
  keyOf: (fact: string) => string | number | boolean | undefined,
): StandardValue | undefined {
  const keys: (string | number | boolean)[] = [];
  for (const fact of standard.by) {
    const key = keyOf(fact);
    if (key === undefined) return isScalar(standard.value) ? standard.value : undefined;
    keys.push(key);
  }
  return valueUnder(standard.value, keys);
}
