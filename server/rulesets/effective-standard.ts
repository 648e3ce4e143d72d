import { labelOf } from '../domain/label.ts';
import { compareValues } from './compare-values.ts';
import type { EffectiveStandard } from './effective-rule-set.ts';
import { join, overlaid } from './join.ts';
import type { StandardDeclaration, StandardValue } from './language.ts';

/**
 * A declared standard with what it leaves unsaid: `better` is higher for terms and for a choice with an order, else none;
 * `county` is improve where there is a better, else fixed.
 * @param origin `county` for a standard the county added: it then has no city's value
 */
export function standardOf(
  id: string,
  declared: StandardDeclaration,
  origin: EffectiveStandard['origin'],
): EffectiveStandard {
  const order = (declared.order ?? []).map(String);
  const better = declared.better ?? (declared.unit === 'terms' || order.length > 0 ? 'higher' : 'none');
  return {
    id,
    label: labelOf(declared.label, id),
    unit: declared.unit,
    by: declared.by === undefined ? [] : typeof declared.by === 'string' ? [declared.by] : declared.by,
    better,
    county: declared.county ?? (better === 'none' ? 'fixed' : 'improve'),
    clause: declared.clause ?? null,
    verified: declared.verified ?? true,
    source: declared.source === undefined ? null : labelOf(declared.source, id),
    group: declared.group ?? null,
    order,
    range: declared.range ?? null,
    value: declared.value,
    cityValue: origin === 'city' ? declared.value : null,
    origin,
  };
}

/**
 * A city's standard with the values a county gives it: the better of the two where the county may improve, the county's
 * where the city only advises, the city's where it is fixed. `origin` is `county` only where that makes a difference.
 */
export function withCounty(standard: EffectiveStandard, given: readonly StandardValue[]): EffectiveStandard {
  if (standard.county === 'fixed') return standard;
  const combine = standard.county === 'advise' ? overlaid : join;
  const value = given.reduce((sofar, next) => combine(standard, sofar, next), standard.value);
  const changed = compareValues(standard, standard.value, value) !== 'equal';
  return changed ? { ...standard, value, origin: 'county' } : standard;
}
