import { factsOfEach, isForEach } from '../figure.ts';
import { stepInto } from '../positions.ts';
import { likeness, typesOf } from '../schema-branches.ts';
import type { Schema, SchemaObject } from '../schema-registry.ts';
import { isOfType } from '../schema-words.ts';
import { schemaRegistry } from '../schemas.ts';

/** A figure's part in what a rule pays: the amount itself, or what changes it. */
export type Role = 'amount' | 'times' | 'dividedBy' | 'plus' | 'more' | 'less' | 'atLeast' | 'atMost';

/** What an amount is multiplied or divided by: a number of any unit. */
const FACTORS: ReadonlySet<string> = new Set(['times', 'dividedBy'] satisfies Role[]);

/** Parts that a figure falls with. */
const FALLING: ReadonlySet<string> = new Set(['less', 'dividedBy'] satisfies Role[]);

/** Which way a standard is better in a part of a figure, by which way the figure is. */
export function betterInPart(better: 'higher' | 'lower', role: Role): 'higher' | 'lower' {
  if (!FALLING.has(role)) return better;
  return better === 'higher' ? 'lower' : 'higher';
}

/** A `$standard` somewhere in a rule, limit, cost or layer. */
export interface StandardReference {
  readonly kind: 'standard';
  /** Without its dollar sign. */
  readonly name: string;
  /** The unit the place asks for. */
  readonly unit: string;
  readonly shape: string | null;
  /** Which way the standard is better for people there; null where the place cannot tell. */
  readonly better: 'higher' | 'lower' | null;
  readonly role: Role;
  /** The facts that it is an amount for each of; none of any other. */
  readonly forEach: readonly string[];
  /** Below the declaration it stands in. */
  readonly path: string;
}

/** A pot, a part of one, or a fact of some kind, as the schema's `names` says. */
export interface NameReference {
  readonly kind: 'pot' | 'part' | 'quantity' | 'integer' | 'integers' | 'money' | 'measure';
  readonly name: string;
  readonly path: string;
}

/** Something that refers to a declaration elsewhere. */
export type Reference = StandardReference | NameReference;

/**
 * Everything that a part of a document refers to, read off its schema's `unit`, `better`, `names` and `shape` alone: a new payment
 * form needs no line here.
 */
export function* referencesIn(schema: Schema, value: unknown, path = ''): Generator<Reference> {
  const flat = schemaRegistry.flat(schema);
  if (flat.unit !== undefined) yield* figureReferences(flat, value, path);
  else if (flat.names !== undefined) yield* namedReference(flat.names, value, path);
  else if (flat.anyOf !== undefined || flat.discriminator !== undefined) {
    const branch = branchFor(flat, value);
    if (branch !== undefined) yield* referencesIn(branch, value, path);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* referencesIn(flat.items ?? true, item, stepInto(path, index));
  } else if (typeof value === 'object' && value !== null) yield* insideMap(flat, value, path);
}

/** The schema of a rule's event. */
export const eventSchema: SchemaObject = schemaRegistry.document('forms.schema.json');

/** The schema of a definition of the language: `limit`, `cost`, `layer`. */
export function definition(name: string): Schema {
  return { $ref: `language.schema.json#/$defs/${name}` };
}

function* insideMap(flat: SchemaObject, value: object, path: string): Generator<Reference> {
  for (const [key, held] of Object.entries(value)) {
    const at = stepInto(path, key);
    const own = flat.properties !== undefined && Object.hasOwn(flat.properties, key) ? flat.properties[key] : undefined;
    if (own === undefined && flat.propertyNames !== undefined) yield* referencesIn(flat.propertyNames, key, at);
    const below = own ?? flat.additionalProperties;
    if (below !== undefined && typeof below !== 'boolean') yield* referencesIn(below, held, at);
  }
}

function* namedReference(names: string, value: unknown, path: string): Generator<Reference> {
  if (typeof value !== 'string') return;
  yield { kind: names as NameReference['kind'], name: value, path };
}

/** A figure: a reference alone, or an amount with what changes it. */
function* figureReferences(flat: SchemaObject, value: unknown, path: string): Generator<Reference> {
  const { unit = '', shape, even, better } = flat;
  const isEach = typeof value === 'object' && value !== null && isForEach(value);
  // Only the amount can be rows: what changes it is one figure for all of them.
  const standard = (name: string, of: string, role: Role, at: string): StandardReference => {
    const shaped = role === 'amount' ? (shape ?? null) : null;
    const forEach = role === 'amount' && isEach && 'each' in value ? factsOfEach(value.each) : [];
    const way = better === undefined ? null : betterInPart(better, role);
    return { kind: 'standard', name: name.slice(1), unit: of, shape: shaped, better: way, role, forEach, path: at };
  };
  if (typeof value === 'string') yield standard(value, unit, 'amount', path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    const counted = isEach && even === true ? 'measure' : 'quantity';
    if (key === 'each') yield* countedReferences(counted, held, stepInto(path, key));
    else if (typeof held === 'string')
      yield standard(held, FACTORS.has(key) ? 'factor' : unit, key as Role, stepInto(path, key));
  }
}

/** The fact that a figure counts, or each of several. */
function* countedReferences(kind: NameReference['kind'], each: unknown, path: string): Generator<NameReference> {
  if (typeof each === 'string') yield { kind, name: each, path };
  if (!Array.isArray(each)) return;
  for (const [index, one] of each.entries()) yield* countedReferences(kind, one, stepInto(path, String(index)));
}

/** The alternative that a valid value follows. */
function branchFor(flat: SchemaObject, value: unknown): SchemaObject | undefined {
  const branches = (flat.anyOf ?? flat.oneOf ?? []).map((branch) => schemaRegistry.flat(branch));
  if (typeof value !== 'object' || value === null) {
    return branches.find((one) => one.unit !== undefined || typesOf(one).some((type) => isOfType(value, type)));
  }
  const property = flat.discriminator?.propertyName;
  if (property !== undefined) {
    const name: unknown = Reflect.get(value, property);
    return branches.find((one) => {
      const declared = one.properties?.[property];
      return typeof declared === 'object' && declared.const === name;
    });
  }
  const figure = Object.hasOwn(value, 'amount') ? branches.find((one) => one.unit !== undefined) : undefined;
  const keys = Object.keys(value);
  return figure ?? branches.toSorted((a, b) => likeness(b, keys) - likeness(a, keys))[0];
}
