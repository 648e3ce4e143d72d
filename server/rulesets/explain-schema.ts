import type { Finding } from '../domain/finding.ts';
import { keyMisses, refusedMiss } from './key-misses.ts';
import { stepInto } from './positions.ts';
import { chooseBranch } from './schema-branches.ts';
import {
  type Formats,
  kindMiss,
  listMiss,
  type Miss,
  numberMiss,
  oneOfArgs,
  textMiss,
  typeMiss,
} from './schema-miss.ts';
import { type Schema, type SchemaObject, type SchemaRegistry, withComplaint } from './schema-registry.ts';
import { jsonType } from './schema-words.ts';
import { didYouMean, listed, nearest } from './words.ts';

/** One thing that does not fit a schema. */
export interface Complaint {
  readonly code: string;
  readonly args: Finding['args'];
  readonly pointer: string;
  /** Whether the key is wrong, or what stands under it. */
  readonly of: 'key' | 'value';
  /** Where the value is of another type, the JSON types it may be of. */
  readonly types?: readonly string[];
}

/**
 * Says what is wrong with data that Ajv refused, one complaint a defect. Ajv lists the errors of every alternative and
 * forgets through which reference it came to them; here one alternative is chosen by the kind of the data and the keys it
 * has, and a schema's own `complaint` and `refused` name what is wrong.
 * INVARIANT (explained): data gets a complaint exactly where Ajv refuses it; a test holds both to it.
 * @param limit the number of complaints after which it stops looking
 * @param order in which it looks at the keys of a map: as the data has them, or as the schema lists them and then the others
 */
export function explainSchema(
  registry: SchemaRegistry,
  schema: Schema,
  data: unknown,
  formats: Formats,
  limit: number,
  order: Order = 'asWritten',
): readonly Complaint[] {
  const explainer = new Explainer(registry, formats, limit, order);
  explainer.explain(schema, data, { pointer: '', of: 'value' });
  return explainer.found;
}

type Order = 'asWritten' | 'asListed';

/** Where in the data, and whether the key itself is meant. */
interface Spot {
  readonly pointer: string;
  readonly of: 'key' | 'value';
}

class Explainer {
  readonly found: Complaint[] = [];
  readonly #registry: SchemaRegistry;
  readonly #formats: Formats;
  readonly #limit: number;
  readonly #order: Order;

  constructor(registry: SchemaRegistry, formats: Formats, limit: number, order: Order) {
    this.#registry = registry;
    this.#formats = formats;
    this.#limit = limit;
    this.#order = order;
  }

  explain(given: Schema, data: unknown, spot: Spot): void {
    if (this.found.length >= this.#limit) return;
    const schema = this.#registry.flat(given);
    if (schema.anyOf !== undefined) this.#alternatives(schema, data, spot);
    else if (schema.discriminator !== undefined && isObject(data)) this.#discriminated(schema, data, spot);
    else this.#plainly(schema, data, spot);
  }

  #plainly(schema: SchemaObject, data: unknown, spot: Spot): void {
    const miss = kindMiss(schema, data) ?? this.#scalarMiss(schema, data);
    if (miss !== null) this.#complain(schema, miss, data, spot);
    else if (Array.isArray(data)) this.#list(schema, data, spot);
    else if (isObject(data)) this.#object(schema, data, spot);
  }

  #scalarMiss(schema: SchemaObject, data: unknown): Miss | null {
    if (typeof data === 'string') return textMiss(schema, data, this.#formats);
    return typeof data === 'number' ? numberMiss(schema, data, this.#formats) : null;
  }

  /** Complains in the schema's own words where it has some for the keyword, or for the kind of value given. */
  #complain(schema: SchemaObject, { keyword, code, args, key, types }: Miss, data: unknown, spot: Spot): void {
    if (this.found.length >= this.#limit) return;
    const own = schema.complaint?.[keyword] ?? (keyword === 'type' ? schema.complaint?.[jsonType(data)] : undefined);
    // What is missing from a map is shown at the key that the map stands under.
    const of = key !== undefined || (isObject(data) && keyword !== 'type') ? 'key' : spot.of;
    const pointer = key === undefined ? spot.pointer : stepInto(spot.pointer, key);
    this.found.push({ code: own ?? code, args, pointer, of, ...(types === undefined ? {} : { types }) });
  }

  #alternatives(schema: SchemaObject, data: unknown, spot: Spot): void {
    const choice = chooseBranch(this.#registry.branches(schema), data, (branch) => this.#fits(branch, data));
    if (choice.kind === 'branch') this.explain(withComplaint(choice.branch, schema), data, spot);
    else if (choice.kind === 'keys') this.#noKeyKnown(choice.branches, data, spot);
    else if (choice.kind === 'type') {
      this.#complain(schema, typeMiss(choice.types, data), data, spot);
    }
  }

  /** Whether a scalar fits a schema, asked without complaining. */
  #fits(schema: SchemaObject, data: unknown): boolean {
    return kindMiss(schema, data) === null && this.#scalarMiss(schema, data) === null;
  }

  /** A map that has no key of any alternative. */
  #noKeyKnown(branches: readonly SchemaObject[], data: unknown, spot: Spot): void {
    const keys = isObject(data) ? Object.keys(data) : [];
    const known = branches.flatMap(({ required = [] }) => required.slice(0, 1));
    const refused = keys.flatMap((key) => branches.flatMap((branch) => refusedMiss(branch, key)))[0];
    const key = keys.find((one) => nearest(one, known) !== null) ?? keys[0];
    if (refused !== undefined) this.#complain({}, refused, data, spot);
    else if (key === undefined) {
      this.#complain({}, { keyword: 'required', code: 'noneOfKeys', args: { known: listed(known) } }, data, spot);
    } else {
      const args = { key, known: listed(known), meant: didYouMean(key, known) };
      this.#complain({}, { keyword: 'required', code: 'unknownKey', args, key }, data, spot);
    }
  }

  /** One of several kinds of map, told apart by a word under a key. */
  #discriminated(schema: SchemaObject, data: Readonly<Record<string, unknown>>, spot: Spot): void {
    const key = schema.discriminator?.propertyName ?? '';
    const branches = (schema.oneOf ?? []).map((branch) => this.#registry.flat(branch));
    const names = branches.map((branch) => constantOf(branch, key));
    const branch = branches[names.indexOf(data[key])];
    if (branch !== undefined) this.explain(branch, data, spot);
    else if (!Object.hasOwn(data, key)) {
      this.#complain(schema, { keyword: 'required', code: 'missingKey', args: { key } }, data, spot);
    } else {
      const miss = { keyword: 'enum', code: 'notOneOf', args: oneOfArgs(data[key], names) };
      this.#complain({}, miss, data[key], { pointer: stepInto(spot.pointer, key), of: 'value' });
    }
  }

  #list(schema: SchemaObject, data: readonly unknown[], spot: Spot): void {
    const miss = listMiss(schema, data);
    if (miss !== null) this.#complain(schema, miss, data, spot);
    const { items } = schema;
    if (items === undefined || miss?.keyword === 'maxItems') return;
    for (const [index, item] of data.entries()) {
      this.explain(items, item, { pointer: stepInto(spot.pointer, index), of: 'value' });
    }
  }

  #object(schema: SchemaObject, data: Readonly<Record<string, unknown>>, spot: Spot): void {
    const misses = keyMisses(schema, data);
    // What is not looked at any more, where there is too much, is what would be told last.
    const isLast = ({ keyword }: Miss) => this.#order === 'asListed' && keyword === 'additionalProperties';
    for (const miss of misses) if (!isLast(miss)) this.#complain(schema, miss, data, spot);
    this.#values(schema, data, spot);
    for (const miss of misses) if (isLast(miss)) this.#complain(schema, miss, data, spot);
  }

  #values(schema: SchemaObject, data: Readonly<Record<string, unknown>>, spot: Spot): void {
    const { properties = {}, propertyNames, additionalProperties } = schema;
    const listed = this.#order === 'asListed' ? Object.keys(properties).filter((key) => Object.hasOwn(data, key)) : [];
    for (const key of new Set([...listed, ...Object.keys(data)])) {
      const value = data[key];
      const pointer = stepInto(spot.pointer, key);
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (own === undefined && propertyNames !== undefined) this.explain(propertyNames, key, { pointer, of: 'key' });
      const held = own ?? additionalProperties;
      if (held !== undefined && held !== false) this.explain(held, value, { pointer, of: 'value' });
    }
  }
}

function constantOf(schema: SchemaObject, property: string): unknown {
  const declared = schema.properties?.[property];
  return typeof declared === 'object' ? declared.const : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
