import fc from 'fast-check';
import type { Schema, ServedDocument } from './served-document.ts';

const list = (value: unknown) => (value ?? []) as readonly Schema[];
const DEEPEST = 8;

/**
 * Values that a schema of the document describes. Texts with a pattern or format are mostly ones that the document's
 * examples show, since a random code or digest names nothing; fields that may be left out mostly are.
 */
export function arbitraryOf(schema: Schema, document: ServedDocument, depth = 0): fc.Arbitrary<unknown> {
  const own = document.resolved(schema);
  const next = (one: Schema) => arbitraryOf(one, document, depth + 1);
  if (Object.hasOwn(own, 'const')) return fc.constant(own.const);
  if (Array.isArray(own.enum)) return fc.constantFrom(...(own.enum as readonly unknown[]));
  const alternatives = own.anyOf ?? own.oneOf;
  if (alternatives !== undefined) return fc.oneof(...list(alternatives).map(next));
  if (Array.isArray(own.type)) return fc.oneof(...(own.type as string[]).map((type) => next({ ...own, type })));
  switch (own.type) {
    case 'string':
      return text(own, document);
    case 'integer':
      return number(own);
    case 'number':
      return own.format === 'money' ? number(own).map((fen) => fen / 100) : number(own);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(next((own.items ?? {}) as Schema), { minLength: Number(own.minItems ?? 0), maxLength: 4 });
    case 'object':
      return depth > DEEPEST ? fc.constant({}) : object(own, next);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function text(schema: Schema, document: ServedDocument): fc.Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength = 60 } = schema as { readonly [key: string]: string & number };
  const made =
    pattern !== undefined
      ? fc
          .stringMatching(new RegExp(pattern))
          .filter(({ length }) => length <= (schema.maxLength === undefined ? 200 : maxLength))
      : format === 'date'
        ? fc
            .date({ min: new Date('2018-12-01'), max: new Date('2021-01-31'), noInvalidDate: true })
            .map((at) => at.toISOString().slice(0, 10))
        : fc.string({ minLength: minLength ?? 0, maxLength: Math.min(maxLength ?? 60, 60), unit: 'grapheme' });
  if (pattern === undefined && format === undefined) return made;
  const shown = document.shown(schema);
  return shown.length === 0
    ? made
    : fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...shown) }, { weight: 1, arbitrary: made });
}

/** Whole numbers within the bounds, mostly small; those at the bounds too. */
function number(schema: Schema): fc.Arbitrary<number> {
  const { minimum = 0, maximum, exclusiveMaximum } = schema as { readonly [key: string]: number };
  const most = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, (exclusiveMaximum ?? Number.MAX_SAFE_INTEGER) - 1);
  const least = minimum ?? 0;
  return fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: least, max: Math.max(least, Math.min(most, 5_000_000)) }) },
    { weight: 1, arbitrary: fc.constantFrom(least, most) },
  );
}

function object(schema: Schema, next: (one: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>);
  const required = new Set(list(schema.required) as unknown as readonly string[]);
  const own = properties.map(([name, one]) =>
    (required.has(name) ? next(one) : fc.option(next(one), { nil: undefined, freq: 2 })).map(
      (value) => [name, value] as const,
    ),
  );
  const { additionalProperties: more, propertyNames } = schema as { readonly [key: string]: Schema };
  const named =
    typeof more === 'object' && properties.length === 0
      ? fc.array(fc.tuple(next(propertyNames ?? { type: 'string' }), next(more)), { maxLength: 3 })
      : fc.constant([]);
  return fc.tuple(fc.tuple(...own), named).map(([fields, others]) => {
    const made = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    for (const [name, value] of others) set(made, String(name), value);
    return made;
  });
}

/** Sets a key as JSON has it: `__proto__` is a key like others. */
export function set(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
