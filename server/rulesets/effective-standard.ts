import { labelOf } from '../domain/label.ts';
import { compareValues } from './compare-values.ts';
import type { EffectiveStandard } from './effective-rule-set.ts';
import { join, overlaid } from './join.ts';
import type { Override, StandardDeclaration, StandardValue } from './language.ts';
import { type KeyedStandard, underOwnKey } from './own-key.ts';
import { isMap, isRows, OTHERWISE, UNSET } from './standard-at.ts';

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
  const by = declared.by === undefined ? [] : typeof declared.by === 'string' ? [declared.by] : declared.by;
  const value = declared.unit === 'terms' ? termsByLayer(declared.value, by.length) : declared.value;
  return {
    id,
    label: labelOf(declared.label, id),
    unit: declared.unit,
    by,
    ownKey: null,
    better,
    county: declared.county ?? (better === 'none' ? 'fixed' : 'improve'),
    clause: declared.clause ?? null,
    verified: declared.verified ?? true,
    source: declared.source === undefined ? null : labelOf(declared.source, id),
    group: declared.group ?? null,
    order,
    range: declared.range ?? null,
    value,
    cityValue: origin === 'city' ? value : null,
    origin,
  };
}

/**
 * Terms with `none` in the place of layers are unset: the rule that gives them is off, and every layer keeps full terms. So
 * they are taken as terms that name no layer; beside a layer's name `none` is the least of the terms.
 * @param keys how many keys of the standard are still to come
 */
function termsByLayer(value: StandardValue, keys: number): StandardValue {
  if (value === UNSET) return keys === 0 ? {} : { [OTHERWISE]: termsByLayer(value, keys - 1) };
  if (keys === 0) return value;
  const below = (one: StandardValue) => termsByLayer(one, keys - 1);
  if (isRows(value)) return value.map((row) => ({ ...row, value: below(row.value) }));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, below(one)]));
}

/** What a county says of one of its city's standards. */
export interface CountyFigures {
  /** Figures under the city's keys, for everybody. */
  readonly values: readonly StandardValue[];
  /** Figures for some, by a fact of the county's choosing. */
  readonly keyed: KeyedStandard | null;
}

/** What a county's text says of a standard of the city's, in its standards, its waivers and for some people alone. */
export function countyFigures(
  { standards = {}, waivers = [], keyedStandards = {} }: Pick<Override, 'standards' | 'waivers' | 'keyedStandards'>,
  id: string,
): CountyFigures {
  const values = [standards, ...waivers.map((waiver) => waiver.standards)].flatMap((given) => {
    const value = Object.hasOwn(given, id) ? given[id] : undefined;
    return value === undefined ? [] : [value];
  });
  return { values, keyed: (Object.hasOwn(keyedStandards, id) ? keyedStandards[id] : undefined) ?? null };
}

/**
 * A city's standard with the figures a county gives it: the better of the two where the county may improve, the county's
 * where the city only advises, the city's where it is fixed. `origin` is `county` only where that makes a difference, and so
 * is the county's own key there.
 */
export function withCounty(standard: EffectiveStandard, { values, keyed }: CountyFigures): EffectiveStandard {
  if (standard.county === 'fixed') return standard;
  const forAll = joined(standard, values);
  // A fact that the city has come to read it by behind another one can be laid beside nothing any more.
  if (keyed === null || forAll.by.slice(1).includes(keyed.by)) return forAll;
  const before = underOwnKey(forAll, keyed.by);
  const forSome = joined(before, [keyed.value]);
  if (forSome === before) return forAll;
  return forSome.ownKey === null ? forSome : { ...forSome, value: restLast(forSome.value) };
}

/** A standard with further values joined to its own. */
function joined(standard: EffectiveStandard, values: readonly StandardValue[]): EffectiveStandard {
  const combine = standard.county === 'advise' ? overlaid : join;
  const value = values.reduce((sofar, next) => combine(standard, sofar, next), standard.value);
  const changed = compareValues(standard, standard.value, value) !== 'equal';
  return changed ? { ...standard, value, origin: 'county' } : standard;
}

/** A map as people read it: whom it names first, all others behind. */
function restLast(value: StandardValue): StandardValue {
  if (!isMap(value)) return value;
  const { [OTHERWISE]: rest, ...named } = value;
  return rest === undefined ? value : { ...named, [OTHERWISE]: rest };
}
