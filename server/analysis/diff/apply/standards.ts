import type { EffectiveStandard } from '../../../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../../../rulesets/language.ts';
import type { Difference } from '../difference.ts';
import { mapWith } from './collections.ts';
import { valueWith } from './values.ts';

/** Standards with differences made to them. */
export function standardsWith(
  standards: ReadonlyMap<string, EffectiveStandard>,
  differences: readonly Difference[],
): ReadonlyMap<string, EffectiveStandard> {
  return mapWith(standards, differences, {
    made: (written) => ({ ...(written as EffectiveStandard), cityValue: null, origin: 'city', ownKey: null }),
    changed: (standard, { part, at, after }) => {
      if (part === 'value') return { ...standard, value: valueWith(standard.value, at, after as StandardValue | null) };
      // Parts of several fields are written by their names, words and clause by the part's.
      return part === 'label' || part === 'clause'
        ? { ...standard, [part]: after }
        : { ...standard, ...(after as Partial<EffectiveStandard>) };
    },
  });
}
