import type { EffectiveStandard } from './effective-rule-set.ts';
import type { Override, StandardValue } from './language.ts';
import { isMap, isRows, OTHERWISE, ownEntry } from './standard-at.ts';

/** What a county gives a standard of the city's by a fact of the county's own choosing: more for some, the rest as it is. */
export type KeyedStandard = NonNullable<Override['keyedStandards']>[string];

/**
 * A standard read by one more fact before its own keys: the same figure whatever that fact is. What a county gives some
 * people then stands beside it, key by key, and everything that reads, joins or compares standards needs to know no more.
 * @param like a value by that fact: rows where it is rows, else a map
 */
export function underOwnKey(standard: EffectiveStandard, key: string, like: StandardValue): EffectiveStandard {
  const { by, value, cityValue } = standard;
  return {
    ...standard,
    by: [key, ...by],
    value: forEverybody(value, like),
    cityValue: cityValue === null ? null : forEverybody(cityValue, like),
    ownKey: key,
  };
}

/** A value that is the same for everybody, in the shape of one that is not. */
export function forEverybody(value: StandardValue, like: StandardValue): StandardValue {
  return isRows(like) ? [{ from: 0, value }] : { [OTHERWISE]: value };
}

/** A standard as its city has it, without a county's figures and without the key that the county reads it by. */
export function asTheCityHasIt(standard: EffectiveStandard): EffectiveStandard {
  const { ownKey, by, value, cityValue } = standard;
  const plain = ownKey === null ? standard : { ...standard, by: by.slice(1), ownKey: null };
  const city = cityValue === null || ownKey === null ? cityValue : restOf(cityValue);
  return { ...plain, value: city ?? value, cityValue: city };
}

/**
 * Two standards read by the same facts, so that their values can be laid beside each other: where one has just one key
 * more, a county's own, the other has it as well. Null where they are read by different facts.
 */
export function readAlike(
  one: EffectiveStandard,
  other: EffectiveStandard,
): readonly [one: EffectiveStandard, other: EffectiveStandard] | null {
  if (sameKeys(one.by, other.by)) return [one, other];
  if (one.ownKey !== null && sameKeys(one.by.slice(1), other.by))
    return [one, underOwnKey(other, one.ownKey, one.value)];
  if (other.ownKey !== null && sameKeys(other.by.slice(1), one.by))
    return [underOwnKey(one, other.ownKey, other.value), other];
  return null;
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

function restOf(value: StandardValue): StandardValue | null {
  if (isRows(value)) return value[0]?.value ?? null;
  return isMap(value) ? (ownEntry(value, OTHERWISE) ?? null) : null;
}
