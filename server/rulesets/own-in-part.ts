import { compareValues } from './compare-values.ts';
import type { EffectiveStandard } from './effective-rule-set.ts';
import type { StandardValue } from './language.ts';
import { overlay } from './rows.ts';
import { entryOf, isMap, isRows } from './standard-at.ts';

/** Whether a standard that its county raises still has figures of the city's: under other keys, or in other rows. */
export function isOwnInPart(standard: EffectiveStandard): boolean {
  const { origin, cityValue, value } = standard;
  return origin === 'county' && cityValue !== null && holdsCitys(standard, cityValue, value, standard.by.length);
}

/** @param keys how many keys of the standard are still to come */
function holdsCitys(standard: EffectiveStandard, city: StandardValue, value: StandardValue, keys: number): boolean {
  const by = standard.by.slice(standard.by.length - keys);
  if (compareValues({ ...standard, by }, city, value) === 'equal') return true;
  const deeper = (below: StandardValue | undefined, one: StandardValue) =>
    below !== undefined && holdsCitys(standard, below, one, Math.max(0, keys - 1));
  if (isMap(value))
    return Object.entries(value).some(([key, one]) => deeper(isMap(city) ? entryOf(city, key) : city, one));
  if (!isRows(value) || !isRows(city)) return false;
  return overlay(city, value).some(({ first, second }) => second !== undefined && deeper(first, second));
}
