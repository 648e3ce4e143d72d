import type { Schema } from '../../rulesets/schema-registry.ts';
import { schemaRegistry } from '../../rulesets/schemas.ts';
import type { Configuration } from './configuration.ts';
import type { Setting } from './settings.ts';

/** Characters of a secret that are shown: `sha256:` and eight more, enough to tell two apart. */
const SHOWN = 15;

/** A setting's value as it may be shown: what the schema calls a secret is cut short. */
export function shown({ steps, schema }: Setting, configuration: Configuration): unknown {
  let value: unknown = configuration;
  for (const step of steps) value = Reflect.get(Object(value), step) as unknown;
  return withoutSecrets(value, schema);
}

function withoutSecrets(value: unknown, given: Schema): unknown {
  const schema = schemaRegistry.flat(given);
  if (typeof value === 'string') return schema.secret === true ? `${value.slice(0, SHOWN)}…` : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, schema.items ?? true));
  if (typeof value !== 'object' || value === null) return value;
  const inner = (key: string) => schema.properties?.[key] ?? true;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutSecrets(one, inner(key))]));
}
