import type { Finding } from '../domain/finding.ts';
import type { SchemaObject } from './schema-registry.ts';
import { isOfType, typeWords } from './schema-words.ts';
import { alternatives, didYouMean, givenWords } from './words.ts';

/** One keyword of a schema that data does not meet. */
export interface Miss {
  readonly keyword: string;
  readonly code: string;
  readonly args: Finding['args'];
  /** The key it is about, where it is one of the data's own. */
  readonly key?: string;
  /** Where it is of another type, the JSON types it may be of. */
  readonly types?: readonly string[];
}

/** Tells whether a text or number has a format: `date`, `money`, `decimal2`. */
export type Formats = Readonly<Record<string, (value: never) => boolean>>;

/** What keeps data from being of the schema's type, or one of the values it names. */
export function kindMiss(schema: SchemaObject, data: unknown): Miss | null {
  const { type = [] } = schema;
  const types = typeof type === 'string' ? [type] : type;
  if (types.length > 0 && !types.some((type) => isOfType(data, type))) {
    return typeMiss(types, data);
  }
  if (schema.const !== undefined && data !== schema.const) {
    return { keyword: 'const', code: 'notOneOf', args: oneOfArgs(data, [schema.const]) };
  }
  const excluded = schema.not?.pattern;
  if (excluded !== undefined && typeof data === 'string' && new RegExp(excluded, 'u').test(data)) {
    return { keyword: 'not', code: schema.not?.complaint ?? 'notOneOf', args: { given: givenWords(data) } };
  }
  if (schema.enum !== undefined && !schema.enum.includes(data)) {
    return { keyword: 'enum', code: 'notOneOf', args: oneOfArgs(data, schema.enum) };
  }
  return null;
}

/** Data of none of some types. */
export function typeMiss(types: readonly string[], data: unknown): Miss {
  const args = { given: givenWords(data), wanted: typeWords(types) };
  return { keyword: 'type', code: 'wrongType', args, types };
}

/** What is wrong with a text. */
export function textMiss(schema: SchemaObject, data: string, formats: Formats): Miss | null {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  // Every character counts once, also one of two UTF-16 units; counting is left out where it cannot matter.
  const length = data.length <= maxLength && data.length > minLength ? data.length : [...data].length;
  if (length < minLength) return { keyword: 'minLength', code: 'textEmpty', args: {} };
  if (length > maxLength) return { keyword: 'maxLength', code: 'tooLong', args: { limit: maxLength, count: length } };
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(data)) {
    return { keyword: 'pattern', code: 'notAName', args: { given: givenWords(data) } };
  }
  return formatMiss(schema, data, formats);
}

/** What is wrong with a number. */
export function numberMiss(schema: SchemaObject, data: number, formats: Formats): Miss | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const bounds = [
    { broken: minimum !== undefined && data < minimum, wanted: `≥ ${minimum}` },
    { broken: maximum !== undefined && data > maximum, wanted: `≤ ${maximum}` },
    { broken: exclusiveMinimum !== undefined && data <= exclusiveMinimum, wanted: `> ${exclusiveMinimum}` },
    { broken: exclusiveMaximum !== undefined && data >= exclusiveMaximum, wanted: `< ${exclusiveMaximum}` },
  ];
  const broken = bounds.find((bound) => bound.broken);
  if (broken === undefined) return formatMiss(schema, data, formats);
  return { keyword: 'minimum', code: 'outOfRange', args: { given: String(data), wanted: broken.wanted } };
}

function formatMiss({ format }: SchemaObject, data: string | number, formats: Formats): Miss | null {
  const accepts = format === undefined ? undefined : formats[format];
  if (accepts === undefined || accepts(data as never)) return null;
  const args = { given: givenWords(data) };
  const places = /^decimal(\d)$/.exec(format ?? '')?.[1];
  if (places !== undefined) return { keyword: 'format', code: 'notDecimal', args: { ...args, places: Number(places) } };
  return { keyword: 'format', code: format === 'date' ? 'notADate' : 'notMoney', args };
}

/** What is wrong with a list itself, its items aside. */
export function listMiss(schema: SchemaObject, data: readonly unknown[]): Miss | null {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const count = data.length;
  if (count < minItems) return { keyword: 'minItems', code: 'tooFew', args: { limit: minItems, count } };
  if (count > maxItems) return { keyword: 'maxItems', code: 'tooMany', args: { limit: maxItems, count } };
  if (schema.uniqueItems !== true || new Set(data).size === count) return null;
  const again = data.findIndex((item, index) => data.indexOf(item) < index);
  const args = { given: givenWords(data[again]) };
  return { keyword: 'uniqueItems', code: 'repeatedItem', args, key: String(again) };
}

/** Arguments of a complaint about a value that is none of those known. */
export function oneOfArgs(data: unknown, known: readonly unknown[]): Finding['args'] {
  const names = known.map(String);
  const words = alternatives(names.map((name) => ({ zh: name, en: name })));
  return { given: givenWords(data), known: words, meant: didYouMean(String(data), names) };
}
