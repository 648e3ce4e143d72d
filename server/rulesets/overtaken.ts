import { compareValues } from './compare-values.ts';
import type { EffectiveStandard } from './effective-rule-set.ts';
import { join, overlaid } from './join.ts';
import type { StandardValue } from './language.ts';

/**
 * Whether a city's figure is better than what a county states, at any key, point or item of it: the join then gives the city's
 * there. What a county leaves out it does not state; of what a city only advises on, or fixes, nothing is overtaken.
 * @param standard with the city's own value
 */
export function isOvertaken({ cityValue, ...standard }: EffectiveStandard, stated: StandardValue): boolean {
  if (cityValue === null || standard.county !== 'improve') return false;
  const held = join(standard, cityValue, stated);
  return compareValues(standard, held, overlaid(standard, cityValue, stated)) === 'worse';
}
