import type { EffectiveStandard } from './effective-rule-set.ts';
import type { Row, Scalar, StandardMap, StandardValue } from './language.ts';
import { isUnset, restOf, TERMS } from './rank.ts';
import { isList, isMap, isRows, isScalar, OTHERWISE, UNLIMITED, UNSET } from './standard-at.ts';

/** A JSON Schema 2020-12 as a plain value. */
export type Schema = Readonly<Record<string, unknown>> | boolean;

/** The items that a key can take: a choice's, true and false, terms; null where it is not a matter of items. */
export type ItemsOf = (fact: string) => readonly string[] | null;

/** Units whose figures are never `unlimited`, and the most that a figure of theirs can be. */
const BOUNDED: Readonly<Record<string, number>> = { share: 1, factor: Number.POSITIVE_INFINITY };

/** Units whose values are items, not figures. */
const ITEMS: Readonly<Record<string, true>> = { list: true, choice: true, terms: true };

const SCALAR: Schema = { type: ['string', 'number', 'boolean'] };

/**
 * The values a county may give a standard: exactly those of the city's shape for which `compareValues` says better or
 * equal. A fixed standard takes only what means the same; one that the city advises on takes anything.
 * @param itemsOf the items of a key, so that keys the city leaves to `otherwise` can be named
 */
export function floorOf(standard: EffectiveStandard, itemsOf: ItemsOf = () => null): Schema {
  if (standard.county === 'advise') return true;
  const better = standard.county === 'fixed' ? 'none' : standard.better;
  return bound({ ...standard, better }, standard.cityValue ?? standard.value, standard.by, itemsOf);
}

/** @param by the keys still to come */
function bound(standard: EffectiveStandard, city: StandardValue, by: readonly string[], itemsOf: ItemsOf): Schema {
  if (isScalar(city)) {
    return by.length === 0 ? scalarBound(standard, city) : anyShape(standard, city, by);
  }
  if (isList(city)) return listBound(standard, city);
  const deeper = (value: StandardValue) => bound(standard, value, by.slice(1), itemsOf);
  return isRows(city) ? rowsBound(city, deeper) : isMap(city) ? mapBound(standard, city, by, deeper, itemsOf) : true;
}

/** Key by key; a key left out keeps the city's. Keys are strings, as JSON has them. */
function mapBound(
  standard: EffectiveStandard,
  city: StandardMap,
  by: readonly string[],
  deeper: (value: StandardValue) => Schema,
  itemsOf: ItemsOf,
): Schema {
  const rest = restOf(standard, city, by.length);
  const items = by[0] === undefined ? null : itemsOf(by[0]);
  const unnamed =
    rest === undefined || items === null ? [] : [...items, OTHERWISE].filter((item) => !Object.hasOwn(city, item));
  const properties = Object.fromEntries([
    ...Object.entries(city).map(([key, value]) => [key, deeper(value)] as const),
    ...unnamed.map((item) => [item, deeper(rest ?? UNSET)] as const),
  ]);
  return {
    type: 'object',
    properties,
    additionalProperties: rest !== undefined && items === null ? deeper(rest) : false,
  };
}

/** Every row that overlaps a row of the city's is held to its value: exact, since a county's rows are contiguous. */
function rowsBound(city: readonly Row[], deeper: (value: StandardValue) => Schema): Schema {
  const overlapping = city.map(({ from, to, value }) => ({
    if: {
      properties: {
        ...(to === undefined ? {} : { from: { type: 'number', exclusiveMaximum: to } }),
        to: { type: 'number', exclusiveMinimum: from },
      },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { value: deeper(value) } },
  }));
  return { type: 'array', minItems: 1, items: { ...rowOf(true), allOf: overlapping } };
}

/** Rows that hold the same floor at every point. */
function rowsOf(value: Schema): Schema {
  return { type: 'array', minItems: 1, items: rowOf(value) };
}

function rowOf(value: Schema): Record<string, unknown> {
  const properties = { from: { type: 'number', minimum: 0 }, to: { type: 'number', exclusiveMinimum: 0 }, value };
  return { type: 'object', additionalProperties: false, required: ['from', 'value'], properties };
}

function listBound(standard: EffectiveStandard, city: readonly Scalar[]): Schema {
  const { better } = standard;
  const items = [...new Set(city.flatMap(bothWays))];
  const narrow = items.length === 0 ? { maxItems: 0 } : { items: { enum: items } };
  // Without minItems Ajv can take an empty list in a later row: its `contains` then still holds what an earlier row gave.
  const wide =
    city.length === 0 ? {} : { minItems: 1, allOf: city.map((item) => ({ contains: { enum: bothWays(item) } })) };
  return {
    type: 'array',
    items: SCALAR,
    ...(better === 'wider' ? {} : narrow),
    ...(better === 'narrower' ? {} : wide),
  };
}

function scalarBound(standard: EffectiveStandard, city: Scalar): Schema {
  if (isUnset(standard, city))
    return standard.county === 'fixed' ? { const: UNSET } : { anyOf: [{ const: UNSET }, ...anyLeaf(standard)] };
  const { better } = standard;
  if (typeof better === 'boolean')
    return typeof city === 'boolean' ? { enum: city === better ? [city] : [false, true] } : same(standard, city);
  if (better !== 'higher' && better !== 'lower') return same(standard, city);
  const ladder = ladderOf(standard);
  if (ladder !== null) return ladderBound(ladder, better, String(city)) ?? same(standard, city);
  return numberBound(standard, better, city) ?? same(standard, city);
}

/** From the city's step up, or down where lower is better. */
function ladderBound(ladder: readonly string[], better: 'higher' | 'lower', city: string): Schema | null {
  const step = ladder.indexOf(city);
  if (step < 0) return null;
  return { enum: (better === 'higher' ? ladder.slice(step) : ladder.slice(0, step + 1)).flatMap(bothWays) };
}

function numberBound(standard: EffectiveStandard, better: 'higher' | 'lower', city: Scalar): Schema | null {
  const unlimited = [{ const: UNLIMITED }];
  if (city === UNLIMITED)
    return better === 'higher' ? { const: UNLIMITED } : { anyOf: [...unlimited, numberOf(standard)] };
  if (typeof city !== 'number') return null;
  const number = better === 'higher' ? numberOf(standard, { minimum: city }) : numberOf(standard, { maximum: city });
  return better === 'higher' && mayBeUnlimited(standard) ? { anyOf: [number, ...unlimited] } : number;
}

/** A number that anyone may set: inside the standard's range, not negative unless the city's own are, inside further bounds. */
function numberOf(standard: EffectiveStandard, within: { minimum?: number; maximum?: number } = {}): Schema {
  const { above, atLeast, below, atMost } = standard.range ?? {};
  const mayBeNegative = (atLeast ?? above ?? within.minimum ?? within.maximum ?? 0) < 0;
  const lowest = Math.max(
    ...[within.minimum, atLeast, mayBeNegative ? undefined : 0].filter((one) => one !== undefined),
  );
  const highest = Math.min(...[within.maximum, atMost, BOUNDED[standard.unit]].filter((one) => one !== undefined));
  return {
    type: 'number',
    ...(Number.isFinite(lowest) ? { minimum: lowest } : {}),
    ...(Number.isFinite(highest) ? { maximum: highest } : {}),
    ...(above === undefined ? {} : { exclusiveMinimum: above }),
    ...(below === undefined ? {} : { exclusiveMaximum: below }),
  };
}

/** Whether `unlimited` can be said of a standard: of caps in money, days and the like. */
function mayBeUnlimited({ unit, range }: EffectiveStandard): boolean {
  return !Object.hasOwn(BOUNDED, unit) && range?.atMost === undefined && range?.below === undefined;
}

/** A scalar that stands for every key: the same of it at every key of a map, at every point of rows. */
function anyShape(standard: EffectiveStandard, city: Scalar, by: readonly string[]): Schema {
  if (by.length === 0) return scalarBound(standard, city);
  const entry = anyShape(standard, city, by.slice(1));
  return { anyOf: [{ const: city }, { type: 'object', additionalProperties: entry }, rowsOf(entry)] };
}

/** What a standard that the city left unset can be set to. */
function anyLeaf(standard: EffectiveStandard): readonly Schema[] {
  const { unit, order } = standard;
  if (unit === 'list') return [{ type: 'array', items: SCALAR }];
  if (unit === 'boolean') return [{ type: 'boolean' }];
  if (unit === 'choice') return [order.length > 0 ? { enum: order.flatMap(bothWays) } : SCALAR];
  const numbers = [numberOf(standard), ...(mayBeUnlimited(standard) ? [{ const: UNLIMITED }] : [])];
  return [...numbers, rowsOf({ anyOf: [{ const: UNSET }, ...numbers] })];
}

function ladderOf(standard: EffectiveStandard): readonly string[] | null {
  if (standard.unit === 'terms') return TERMS;
  return standard.order.length > 0 ? standard.order : null;
}

function same(standard: EffectiveStandard, city: Scalar): Schema {
  const ways = Object.hasOwn(ITEMS, standard.unit) ? bothWays(city) : [city];
  return ways.length === 1 ? { const: city } : { enum: ways };
}

/** An item that looks like a whole number may be written as a number and as a text. */
function bothWays(item: Scalar): readonly Scalar[] {
  if (typeof item === 'boolean' || !/^(0|[1-9][0-9]*)$/.test(String(item))) return [item];
  return [Number(item), String(item)];
}
