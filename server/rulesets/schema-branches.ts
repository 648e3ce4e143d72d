import type { SchemaObject } from './schema-registry.ts';
import { isOfType, jsonType } from './schema-words.ts';

/** Which of several alternatives data was meant for. */
export type Choice =
  | { readonly kind: 'fits' }
  | { readonly kind: 'branch'; readonly branch: SchemaObject }
  /** None takes this kind of value. */
  | { readonly kind: 'type'; readonly types: readonly string[] }
  /** Several take a map, but it has no key of any. */
  | { readonly kind: 'keys'; readonly branches: readonly SchemaObject[] };

/**
 * Chooses the alternative that data was meant for: by its JSON type, then, of maps, by the keys it has. Looks at no more than
 * the data's own keys, so that alternatives nested in alternatives cost no more than their number.
 * @param fits whether a scalar fits an alternative
 */
export function chooseBranch(
  branches: readonly SchemaObject[],
  data: unknown,
  fits: (branch: SchemaObject) => boolean,
): Choice {
  const fitting = branches.filter((branch) => takes(branch, data));
  const [first, ...others] = fitting;
  if (first === undefined) return { kind: 'type', types: branches.flatMap(typesOf) };
  if (others.length === 0) return { kind: 'branch', branch: first };
  if (typeof data !== 'object' || data === null) {
    return fitting.some(fits) ? { kind: 'fits' } : { kind: 'branch', branch: first };
  }
  const keys = Object.keys(data);
  const best = fitting.reduce((a, b) => (likeness(b, keys) > likeness(a, keys) ? b : a));
  return likeness(best, keys) <= 0 ? { kind: 'keys', branches: fitting } : { kind: 'branch', branch: best };
}

/** The JSON types that a schema without alternatives takes; empty where it says nothing of types. */
export function typesOf(schema: SchemaObject): readonly string[] {
  if (schema.type !== undefined) return typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (schema.enum !== undefined) return [...new Set(schema.enum.map(jsonType))];
  return schema.const === undefined ? [] : [jsonType(schema.const)];
}

function takes(branch: SchemaObject, data: unknown): boolean {
  const types = typesOf(branch);
  return types.length === 0 || types.some((type) => isOfType(data, type));
}

/** How much keys look like those of an alternative: mostly how many it names, then how few it misses or does not know. */
export function likeness(
  { properties, required, additionalProperties }: SchemaObject,
  keys: readonly string[],
): number {
  if (properties === undefined) return additionalProperties === undefined ? 0 : 0.5;
  const shared = keys.filter((key) => Object.hasOwn(properties, key)).length;
  if (shared === 0) return 0;
  const missed = (required ?? []).filter((key) => !keys.includes(key)).length;
  return shared - 0.01 * (keys.length - shared) - 0.001 * missed;
}
