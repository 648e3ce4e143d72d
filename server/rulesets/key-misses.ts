import type { Miss } from './schema-miss.ts';
import type { SchemaObject } from './schema-registry.ts';
import { didYouMean, listed, nearest } from './words.ts';
import { keyBeforeWideColon } from './yaml/wide-colon.ts';

type Data = Readonly<Record<string, unknown>>;

/** What is wrong with the keys of a map, whatever stands under them. A key that is a typo of a missing one is one defect. */
export function keyMisses(schema: SchemaObject, data: Data): readonly Miss[] {
  const keys = Object.keys(data);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const [count, limit] = [keys.length, minProperties];
  if (count > maxProperties)
    return [{ keyword: 'maxProperties', code: 'tooMany', args: { limit: maxProperties, count } }];
  const refused = keys.flatMap((key) => refusedMiss(schema, key));
  const unknown = keys.flatMap((key) => unknownMiss(schema, key));
  // Where a key is refused, what else the map would need is not asked.
  if (refused.length > 0) return [...refused, ...unknown];
  const known = Object.keys(schema.properties ?? {});
  const meant = new Set(unknown.map(({ key = '' }) => keyBeforeWideColon(key) ?? nearest(key, known)));
  const missed = requiredMisses(schema, data).filter(({ key }) => !meant.has(key));
  const lacking = missed.find(({ miss }) => miss.keyword === 'required');
  // Where the schema says itself what the map should be, a map that has none of its keys is one defect.
  if (lacking !== undefined && unknown.length === count && schema.complaint?.required !== undefined)
    return [lacking.miss];
  const few = count < minProperties ? [{ keyword: 'minProperties', code: 'tooFew', args: { limit, count } }] : [];
  return [...few, ...unknown, ...missed.map(({ miss }) => miss), ...togetherMisses(schema, data)];
}

/** A key that the schema refuses by name. */
export function refusedMiss(schema: SchemaObject, key: string): readonly Miss[] {
  const code = schema.refused !== undefined && Object.hasOwn(schema.refused, key) ? schema.refused[key] : undefined;
  return code === undefined ? [] : [{ keyword: 'refused', code, args: { key }, key }];
}

function unknownMiss(schema: SchemaObject, key: string): readonly Miss[] {
  const { properties = {}, additionalProperties } = schema;
  if (additionalProperties !== false || Object.hasOwn(properties, key)) return [];
  if (refusedMiss(schema, key).length > 0) return [];
  const known = Object.keys(properties);
  const before = keyBeforeWideColon(key);
  if (before !== null) {
    const args = { key: before, known: listed(known), meant: didYouMean(before, known) };
    return [{ keyword: 'additionalProperties', code: 'wideColon', args, key }];
  }
  const args = { key, known: listed(known), meant: didYouMean(key, known) };
  return [{ keyword: 'additionalProperties', code: 'unknownKey', args, key }];
}

/** What is missing, with the key that would fill it. */
function requiredMisses(schema: SchemaObject, data: Data): readonly { readonly key: string; readonly miss: Miss }[] {
  const has = (key: string) => Object.hasOwn(data, key);
  const missing = (schema.required ?? [])
    .filter((key) => !has(key))
    .map((key) => ({ key, miss: { keyword: 'required', code: 'missingKey', args: { key } } }));
  const needed = Object.entries(schema.dependentRequired ?? {}).flatMap(([key, others]) =>
    (has(key) ? others.filter((other) => !has(other)) : []).map((other) => ({
      key: other,
      miss: { keyword: 'dependentRequired', code: 'needsKey', args: { key, needed: other }, key },
    })),
  );
  return [...missing, ...needed, ...alternativeMisses(schema, data)];
}

/** Exactly one of several sets of keys must be there. */
function alternativeMisses(schema: SchemaObject, data: Data): readonly { readonly key: string; readonly miss: Miss }[] {
  const groups = (schema.oneOf ?? []).map(({ required = [] }) => required);
  const present = groups.filter((group) => group.every((key) => Object.hasOwn(data, key)));
  if (groups.length === 0 || present.length === 1) return [];
  const known = listed(groups.flat());
  const key = present.at(-1)?.at(-1);
  if (key === undefined) {
    const miss = { keyword: 'oneOf', code: 'noneOfKeys', args: { known } };
    // A key written wrongly stands for any of them.
    const meant = Object.keys(data).map((one) => nearest(one, groups.flat()));
    return [{ key: meant.find((one) => one !== null) ?? '', miss }];
  }
  const args = { given: listed(present.flat()), known };
  return [{ key: '', miss: { keyword: 'oneOf', code: 'exactlyOneOf', args, key } }];
}

/** Keys that exclude each other. */
function togetherMisses(schema: SchemaObject, data: Data): readonly Miss[] {
  const both = (schema.not?.anyOf ?? [])
    .map(({ required = [] }) => required)
    .find((required) => required.every((key) => Object.hasOwn(data, key)));
  if (both === undefined) return [];
  const [first = '', second = ''] = both;
  return [{ keyword: 'not', code: 'notTogether', args: { first, second }, key: second }];
}
