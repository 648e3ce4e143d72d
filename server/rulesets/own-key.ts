import type { EffectiveStandard } from './effective-rule-set.ts';
import type { Override, StandardValue } from './language.ts';
import { sameJson } from './same-value.ts';
import { isMap, OTHERWISE, ownEntry } from './standard-at.ts';

/** What a county gives a standard of the city's by a fact of the county's own choosing: more for some, the rest as it is. */
export type KeyedStandard = NonNullable<Override['keyedStandards']>[string];

/**
 * A standard read by one more fact before its own keys: the same figure whatever that fact is, and where it is absent. What a
 * county gives some people then stands beside it, key by key. As it is where the city has come to read it by that fact first.
 */
export function underOwnKey(standard: EffectiveStandard, key: string): EffectiveStandard {
  const { by, value, cityValue } = standard;
  if (by[0] === key) return standard;
  return {
    ...standard,
    by: [key, ...by],
    value: forEverybody(value),
    cityValue: cityValue === null ? null : forEverybody(cityValue),
    ownKey: key,
  };
}

/** A value that is the same for everybody, in the shape of one that is not. */
function forEverybody(value: StandardValue): StandardValue {
  return { [OTHERWISE]: value };
}

/** What a standard holds for everybody whom its county names by no key of its own. */
export function everybodys({ ownKey, value }: Pick<EffectiveStandard, 'ownKey' | 'value'>): StandardValue {
  return ownKey !== null && isMap(value) ? (ownEntry(value, OTHERWISE) ?? value) : value;
}

/** A standard as its city has it, without a county's figures and without the key that the county reads it by. */
export function asTheCityHasIt(standard: EffectiveStandard): EffectiveStandard {
  const { ownKey, by, cityValue, value } = standard;
  if (ownKey === null) return { ...standard, value: cityValue ?? value };
  const city = cityValue === null ? null : everybodys({ ownKey, value: cityValue });
  return { ...standard, by: by.slice(1), ownKey: null, value: city ?? value, cityValue: city };
}

/**
 * Two standards read by the same facts, so that their values can be laid beside each other: where one has just one key
 * more, a county's own, the other has it as well. Null where they are read by different facts.
 */
export function readAlike(
  one: EffectiveStandard,
  other: EffectiveStandard,
): readonly [one: EffectiveStandard, other: EffectiveStandard] | null {
  if (sameJson(one.by, other.by)) return [one, other];
  if (one.ownKey !== null && sameJson(one.by.slice(1), other.by)) return [one, underOwnKey(other, one.ownKey)];
  if (other.ownKey !== null && sameJson(other.by.slice(1), one.by)) return [underOwnKey(one, other.ownKey), other];
  return null;
}
