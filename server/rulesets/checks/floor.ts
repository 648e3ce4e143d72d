import { type Label, type Language, labelOf } from '../../domain/label.ts';
import { cnyWords, fenOf, isMoney } from '../../domain/money.ts';
import { percentWords, ratioOf } from '../../domain/ratio.ts';
import { compareValues } from '../compare-values.ts';
import type { EffectiveRuleSet, EffectiveStandard } from '../effective-rule-set.ts';
import { itemLabel, keyLabel } from '../item-label.ts';
import type { Scalar, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { restOf } from '../rank.ts';
import { overlay } from '../rows.ts';
import { isList, isMap, isRows, isScalar, ownEntry } from '../standard-at.ts';
import { inBoth, listedWords } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';

/** By whose facts items are called. */
type Names = Pick<EffectiveRuleSet, 'claims'>;

/** A part of a county's value that is below the city's: at a key or stretch, with what both say there. */
interface Shortfall {
  readonly pointer: string;
  /** The keys to it, in words; none to a plain value. */
  readonly keys: readonly Label[];
  readonly city: StandardValue;
  readonly given: StandardValue;
}

/** A county's figures are nowhere below the city's, and what is fixed is not changed at all. */
export function* checkFloor(
  standard: EffectiveStandard,
  value: StandardValue,
  pointer: string,
  city: EffectiveRuleSet,
): Generator<Complaint> {
  const { county, better } = standard;
  if (county === 'advise') return;
  const fixed = county === 'fixed' || better === 'none';
  const floor = standard.cityValue ?? standard.value;
  for (const { city: cityValue, given, keys, pointer: at } of shortfalls(
    standard,
    floor,
    value,
    fixed,
    { pointer, keys: [], depth: standard.by.length },
    city,
  )) {
    yield wrong(fixed ? 'fixedChanged' : 'belowFloor', at, {
      standard: standard.id,
      label: standard.label,
      key: keys.length === 0 ? '' : bracketed(keys),
      given: figureWords(standard, given, city),
      city: figureWords(standard, cityValue, city),
      see: seeClause(standard, city),
      direction: directionWords(standard, cityValue, given, city),
    });
  }
}

/** That a standard's clause can be looked up, as the policy writes it; nothing of one that names none. */
export function seeClause({ clause }: EffectiveStandard, city: EffectiveRuleSet): Label {
  if (clause === null) return { zh: '', en: '' };
  return inBoth('seeClause', { clause: city.clauses.get(clause) ?? labelOf(clause, clause) });
}

/** Keys behind a figure that they are of. */
export function bracketed(keys: readonly Label[]): Label {
  const joined = (language: Language) => ` [${keys.map((key) => key[language]).join(' / ')}]`;
  return { zh: joined('zh'), en: joined('en') };
}

interface At {
  readonly pointer: string;
  readonly keys: readonly Label[];
  /** Keys still to come. */
  readonly depth: number;
}

function* shortfalls(
  standard: EffectiveStandard,
  city: StandardValue,
  given: StandardValue,
  fixed: boolean,
  at: At,
  names: Names,
): Generator<Shortfall> {
  const comparison = compareValues({ ...standard, by: standard.by.slice(standard.by.length - at.depth) }, city, given);
  if (comparison === 'equal' || (comparison === 'better' && !fixed)) return;
  const fact = standard.by[standard.by.length - at.depth] ?? null;
  const inner = (key: string, pointer: string): At => {
    return { pointer, keys: [...at.keys, keyWords(key, fact, names)], depth: Math.max(0, at.depth - 1) };
  };
  if (isMap(city) && isMap(given)) {
    const rest = restOf(standard, city, at.depth);
    for (const [key, value] of Object.entries(given)) {
      const floor = ownEntry(city, key) ?? rest;
      if (floor !== undefined)
        yield* shortfalls(standard, floor, value, fixed, inner(key, stepInto(at.pointer, key)), names);
    }
  } else if (isRows(city) && isRows(given)) {
    for (const { from, to, first, second } of overlay(city, given)) {
      if (first === undefined || second === undefined) continue;
      const row = given.findIndex((one) => one.from <= from && (one.to === undefined || from < one.to));
      const stretch = `${from}–${to ?? '∞'}`;
      yield* shortfalls(standard, first, second, fixed, inner(stretch, `${stepInto(at.pointer, row)}/value`), names);
    }
  } else if (isScalar(given) && (isMap(city) || isRows(city))) {
    // One figure for all keys: the first key where the city's is better says enough.
    for (const [key, floor] of entries(city)) {
      const [first] = shortfalls(standard, floor, given, fixed, inner(key, at.pointer), names);
      if (first === undefined) continue;
      yield first;
      return;
    }
  } else if (isScalar(city) && isMap(given)) {
    for (const [key, value] of entries(given)) {
      yield* shortfalls(standard, city, value, fixed, inner(key, stepInto(at.pointer, key)), names);
    }
  } else yield { pointer: at.pointer, keys: at.keys, city, given };
}

/** The entries of a map or of rows, each with its key in words. */
function entries(value: Exclude<StandardValue, Scalar>): readonly (readonly [string, StandardValue])[] {
  if (isMap(value)) return Object.entries(value);
  return isRows(value) ? value.map((row) => [`${row.from}–${row.to ?? '∞'}`, row.value] as const) : [];
}

/**
 * A value as both languages write it; money with its thousands, a share in per cent, items as they are called. Of several figures
 * each with what it is for.
 */
export function figureWords(standard: EffectiveStandard, value: StandardValue, names: Names): Label {
  const { unit } = standard;
  if (isScalar(value)) {
    if (value === 'none') return inBoth('valueUnset');
    if (value === 'unlimited') return inBoth('valueUnlimited');
    if (typeof value === 'boolean') return inBoth(value ? 'yes' : 'no');
    if (unit === 'CNY' && typeof value === 'number' && isMoney(value)) {
      const amount = cnyWords(fenOf(value)).replace(/\.00$/, '');
      return inBoth('amountWords', { amount });
    }
    if (unit === 'share' && typeof value === 'number') return labelOf(percentWords(ratioOf(value)), '');
    return labelOf(String(value), '');
  }
  if (isList(value)) return itemsWords(value.map(String), names);
  const by = standard.by.slice(1);
  return listedWords(
    entries(value).map(([key, one]) => {
      const figure = figureWords({ ...standard, by }, one, names);
      return inBoth('keyFigure', { key: keyWords(key, standard.by[0] ?? null, names), figure });
    }),
  );
}

/** What a key is called: as its fact says, and what stands for all the rest as such. */
export function keyWords(key: string, fact: string | null, names: Names): Label {
  if (key === 'otherwise') return inBoth('keyOtherwise');
  return (fact === null ? null : keyLabel(names, key, fact)) ?? labelOf(key, key);
}

/** Which way the county may move the figure, and for lists what is missing. */
function directionWords({ better }: EffectiveStandard, city: StandardValue, given: StandardValue, names: Names): Label {
  if (isList(city) && isList(given)) {
    const [from, to] = better === 'wider' ? [city, given] : [given, city];
    const items = from.map(String).filter((item) => !to.map(String).includes(item));
    return inBoth(better === 'wider' ? 'directionWider' : 'directionNarrower', { items: itemsWords(items, names) });
  }
  if (better === 'higher') return inBoth('directionHigher');
  if (better === 'lower') return inBoth('directionLower');
  return typeof better === 'boolean' ? inBoth('directionTo', { value: better }) : inBoth('directionNone');
}

/** Items of a list as both languages call them, in a row. */
function itemsWords(items: readonly string[], names: Names): Label {
  return listedWords(items.map((item) => itemLabel(names, item, null) ?? labelOf(item, item)));
}
