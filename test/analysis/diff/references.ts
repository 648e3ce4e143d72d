import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../house/sources.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What a standard, a fact or a pot is named by. */
const NAMES: readonly string[] = ['standardRef', 'factPath', 'pot'];

/** Names that the schema takes for plain strings. */
const PLAIN: readonly string[] = ['conditionLeaf.fact', 'reading.standard'];

/** Keys and declarations are what is named, not who names it. */
const DECLARED: readonly string[] = ['facts', 'standards', 'rule-set.pots'];

const files = new Map<string, Schema>();

function file(name: string): Schema {
  const known = files.get(name) ?? JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8'));
  files.set(name, known);
  return known;
}

/** A part of a schema, with the file that it stands in and what it is called. */
interface Part {
  readonly schema: Schema;
  readonly in: string;
  readonly called: string;
}

/** Every place of a rule set's schema that takes the name of a standard, a fact or a pot, called `limit.atMost`, `figure.times`, … */
export function placesInSchema(): ReadonlySet<string> {
  const places = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (part: Part): void => {
    if (seen.has(part.schema)) return;
    seen.add(part.schema);
    for (const next of below(part, places)) walk(next);
  };
  walk({ schema: file('rule-set.schema.json'), in: 'rule-set.schema.json', called: 'rule-set' });
  return places;
}

/** The same places as far as a document fills them in. */
export function placesIn(document: unknown): ReadonlySet<string> {
  const places = new Set<string>();
  const walk = (part: Part, value: unknown): void => {
    if (value === undefined || value === null) return;
    for (const next of below(part, places, value)) walk(next, (next as Part & { readonly value?: unknown }).value);
  };
  walk({ schema: file('rule-set.schema.json'), in: 'rule-set.schema.json', called: 'rule-set' }, document);
  return places;
}

/** @param value what the document has there; left out, every part that there can be is gone through */
function* below(
  { schema, in: from, called }: Part,
  places: Set<string>,
  value?: unknown,
): Generator<Part & { readonly value?: unknown }> {
  const inside = (next: unknown, name: string, held: unknown) => ({
    schema: next as Schema,
    in: from,
    called: name,
    value: held,
  });
  const isText = value === undefined || typeof value === 'string';
  if (PLAIN.includes(called) && isText) places.add(called);
  if (typeof schema.$ref === 'string') {
    const [file_ = '', pointer = ''] = schema.$ref.split('#');
    const name = pointer.split('/').at(-1) ?? '';
    const target = file_ === '' ? from : file_;
    if (NAMES.includes(name)) {
      if (isText && !DECLARED.includes(called)) places.add(called);
      return;
    }
    if (name === 'figure' || name === 'potList' || names(target, name)) {
      if (!DECLARED.includes(called)) places.add(called);
      if (name !== 'figure') return;
    }
    const held = pointer === '' ? file(target) : ((file(target).$defs as Schema)[name] as Schema);
    yield { schema: held, in: target, called: name === '' ? called : name, value };
  }
  for (const key of ['anyOf', 'oneOf'])
    for (const one of (schema[key] as Schema[] | undefined) ?? [])
      if (fits(one, value)) yield inside(one, called, value);
  if (Array.isArray(value)) for (const one of value) yield inside(schema.items ?? {}, called, one);
  else if (value === undefined && schema.items !== undefined) yield inside(schema.items, called, undefined);
  const known = (schema.properties ?? {}) as Schema;
  const held = typeof value === 'object' && value !== null ? (value as Schema) : undefined;
  for (const [key, one] of Object.entries(known))
    if (value === undefined || held?.[key] !== undefined) yield inside(one, `${called}.${key}`, held?.[key]);
  const others = held === undefined ? [] : Object.keys(held).filter((key) => known[key] === undefined);
  if (typeof schema.propertyNames === 'object' && (value === undefined || others.length > 0))
    yield inside(schema.propertyNames, called, others[0]);
  if (typeof schema.additionalProperties !== 'object') return;
  if (value === undefined) yield inside(schema.additionalProperties, called, undefined);
  for (const key of others) yield inside(schema.additionalProperties, called, held?.[key]);
}

/** Whether a definition is a name under another word, such as a fact of one kind. */
function names(from: string, name: string): boolean {
  const ref = (file(from).$defs as Schema | undefined)?.[name] as Schema | undefined;
  return typeof ref?.$ref === 'string' && [...NAMES, 'potList'].includes(ref.$ref.split('/').at(-1) ?? '');
}

/** Whether a document's event is of this form; anything else may be of any alternative. */
function fits(one: Schema, value: unknown): boolean {
  const form = ((one.properties as Schema | undefined)?.type as Schema | undefined)?.const;
  return form === undefined || value === undefined || (value as { readonly type?: unknown }).type === form;
}
