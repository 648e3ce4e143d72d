import type { EffectiveStandard } from './effective-rule-set.ts';
import type { StandardValue } from './language.ts';
import { isUnset } from './rank.ts';
import { isMap, isRows } from './standard-at.ts';

/** Whether nothing of a standard is set, so that what needs it is off; false where there is no such standard. */
export function isWhollyUnset(standard: EffectiveStandard | undefined): boolean {
  return standard !== undefined && unsetThroughout(standard, standard.value);
}

function unsetThroughout(standard: EffectiveStandard, value: StandardValue): boolean {
  if (isMap(value)) return Object.values(value).every((one) => unsetThroughout(standard, one));
  if (isRows(value)) return value.every((row) => unsetThroughout(standard, row.value));
  return isUnset(standard, value);
}
