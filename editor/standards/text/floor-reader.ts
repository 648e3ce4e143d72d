import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml-value.ts';

/** A schema of the floor, or a part of it. */
export type FloorSchema = boolean | Readonly<Record<string, unknown>>;

/** What a value misses: which bound, where, and what it would have to be. */
export interface Miss {
  readonly at: readonly (string | number)[];
  readonly keyword: string;
  /** What stands beside the keyword in the schema. */
  readonly bound: unknown;
  readonly value: YamlValue;
}

type At = Miss['at'];
type Check = (bound: never, value: YamlValue, at: At, schema: Readonly<Record<string, unknown>>) => readonly Miss[];

const none: readonly Miss[] = [];
const few = (keyword: string, holds: boolean, bound: unknown, value: YamlValue, at: At) =>
  holds ? none : [{ at, keyword, bound, value }];

/** A bound on numbers; other values are not its matter. */
const onNumbers =
  (keyword: string, holds: (value: number, bound: number) => boolean): Check =>
  (bound, value, at) =>
    few(keyword, typeof value !== 'number' || holds(value, bound), bound, value, at);

const onTexts =
  (keyword: string, holds: (value: string, bound: never) => boolean): Check =>
  (bound, value, at) =>
    few(keyword, typeof value !== 'string' || holds(value, bound), bound, value, at);

const onLists =
  (keyword: string, holds: (value: readonly YamlValue[], bound: never) => boolean): Check =>
  (bound, value, at) =>
    few(keyword, !isYamlList(value) || holds(value, bound), bound, value, at);

const holds = (schema: FloorSchema, value: YamlValue) => floorMisses(schema, value).length === 0;
const isOneOf = (items: readonly unknown[], value: YamlValue) => items.some((item) => item === value);
const told: Check = () => none;

/** Each keyword that a floor is made of, and no other: what a value must be to hold it. */
const CHECKS: Readonly<Record<string, Check>> = {
  $schema: told,
  title: told,
  description: told,
  default: told,
  additionalProperties: (bound: FloorSchema, value, at, schema) =>
    isYamlMap(value)
      ? Object.entries(value).flatMap(([key, inside]) =>
          Object.hasOwn((schema.properties ?? {}) as object, key)
            ? none
            : bound === false
              ? [{ at: [...at, key], keyword: 'additionalProperties' as const, bound, value: inside }]
              : floorMisses(bound, inside, [...at, key]),
        )
      : none,
  allOf: (all: readonly FloorSchema[], value, at) => all.flatMap((one) => floorMisses(one, value, at)),
  anyOf: (any: readonly FloorSchema[], value, at) => {
    const misses = any.map((one) => floorMisses(one, value, at));
    if (misses.some(({ length }) => length === 0)) return none;
    // The branch that a value of this kind was meant for says what is wrong with it.
    return (
      misses.find((one) => one.every(({ keyword }) => keyword !== 'type' && keyword !== 'const')) ?? misses[0] ?? none
    );
  },
  const: (bound: unknown, value, at) => few('const', value === bound, bound, value, at),
  contains: onLists('contains', (items, one: FloorSchema) => items.some((item) => holds(one, item))),
  dependentRequired: (needs: Readonly<Record<string, readonly string[]>>, value, at) =>
    isYamlMap(value)
      ? Object.entries(needs).flatMap(([key, all]) => {
          const missing = Object.hasOwn(value, key) ? all.filter((one) => !Object.hasOwn(value, one)) : [];
          return missing.length === 0
            ? none
            : [{ at: [...at, key], keyword: 'dependentRequired' as const, bound: missing, value: value[key] ?? null }];
        })
      : none,
  enum: (items: readonly unknown[], value, at) => few('enum', isOneOf(items, value), items, value, at),
  exclusiveMaximum: onNumbers('exclusiveMaximum', (value, bound) => value < bound),
  exclusiveMinimum: onNumbers('exclusiveMinimum', (value, bound) => value > bound),
  if: (condition: FloorSchema, value, at, schema) =>
    holds(condition, value) ? floorMisses((schema.then ?? true) as FloorSchema, value, at) : none,
  items: (one: FloorSchema, value, at) =>
    isYamlList(value) ? value.flatMap((item, index) => floorMisses(one, item, [...at, index])) : none,
  maxItems: onLists('maxItems', (items, most: number) => items.length <= most),
  maxLength: onTexts('maxLength', (text, most: number) => [...text].length <= most),
  maximum: onNumbers('maximum', (value, bound) => value <= bound),
  minItems: onLists('minItems', (items, least: number) => items.length >= least),
  minLength: onTexts('minLength', (text, least: number) => [...text].length >= least),
  minimum: onNumbers('minimum', (value, bound) => value >= bound),
  not: (schema: FloorSchema, value, at) => few('not', !holds(schema, value), schema, value, at),
  pattern: onTexts('pattern', (text, pattern: string) => new RegExp(pattern, 'u').test(text)),
  properties: (properties: Readonly<Record<string, FloorSchema>>, value, at) =>
    isYamlMap(value)
      ? Object.entries(properties).flatMap(([key, one]) => {
          const inside = Object.hasOwn(value, key) ? value[key] : undefined;
          return inside === undefined ? none : floorMisses(one, inside, [...at, key]);
        })
      : none,
  propertyNames: (one: FloorSchema, value, at) =>
    isYamlMap(value)
      ? Object.keys(value).flatMap((key) =>
          holds(one, key) ? none : [{ at: [...at, key], keyword: 'propertyNames' as const, bound: one, value: key }],
        )
      : none,
  required: (keys: readonly string[], value, at) => {
    const missing = isYamlMap(value) ? keys.filter((key) => !Object.hasOwn(value, key)) : [];
    return few('required', missing.length === 0, missing, value, at);
  },
  // Read together with `if`.
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: told,
  type: (types: string | readonly string[], value, at) =>
    few(
      'type',
      [types].flat().some((type) => type === typeOf(value)),
      types,
      value,
      at,
    ),
};

/** All of them: exactly those that the service's floors are made of, which a test holds. */
export const FLOOR_KEYWORDS_READ = Object.keys(CHECKS) as readonly string[];

/**
 * What a value misses of a floor, in the page itself and before any request.
 * @throws RangeError for a keyword that is not known here: nothing is taken as held because it was not understood
 */
export function floorMisses(schema: FloorSchema, value: YamlValue, at: At = []): readonly Miss[] {
  if (schema === true) return none;
  if (schema === false) return [{ at, keyword: 'not', bound: true, value }];
  const wrongType = schema.type === undefined ? none : (CHECKS.type as Check)(schema.type as never, value, at, schema);
  if (wrongType.length > 0) return wrongType;
  return Object.entries(schema).flatMap(([keyword, bound]) => {
    if (!Object.hasOwn(CHECKS, keyword)) throw new RangeError(`a floor with the keyword ${keyword}`);
    return (CHECKS[keyword] as Check)(bound as never, value, at, schema);
  });
}

/** The floor of what stands at a path of properties; true where nothing bounds it. */
export function floorAt(schema: FloorSchema, path: readonly string[]): FloorSchema {
  return path.reduce<FloorSchema>((inside, key) => {
    const properties = typeof inside === 'boolean' ? {} : ((inside.properties ?? {}) as Record<string, FloorSchema>);
    return properties[key] ?? true;
  }, schema);
}

function typeOf(value: YamlValue | YamlMap): string {
  if (value === null) return 'null';
  return isYamlList(value) ? 'array' : typeof value;
}
