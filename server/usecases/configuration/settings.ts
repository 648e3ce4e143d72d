import type { SchemaObject } from '../../rulesets/schema-registry.ts';
import { schemaRegistry } from '../../rulesets/schemas.ts';

/** The schema of the configuration file, by its `$id`. */
export const CONFIGURATION = 'configuration.schema.json';

/** One thing that can be set. */
export interface Setting {
  /** Its path in the file, joined by dots: `limits.bodyBytes`. */
  readonly path: string;
  readonly steps: readonly string[];
  /** The environment variable that overrides it: `DIXIAN_LIMITS_BODY_BYTES`. */
  readonly variable: string;
  readonly schema: SchemaObject;
}

/** Everything that can be set, in the order of the schema, which is all that a new setting needs to be written in. */
export const settings: readonly Setting[] = settingsIn(schemaRegistry.document(CONFIGURATION), []);

/** A variable's name as it follows from a path: `limits.bodyBytes` is DIXIAN_LIMITS_BODY_BYTES. */
export function variableOf(steps: readonly string[]): string {
  const words = steps.map((step) => step.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase());
  return ['DIXIAN', ...words].join('_');
}

function settingsIn(schema: SchemaObject, steps: readonly string[]): readonly Setting[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, given]) => {
    const [inner, at] = [schemaRegistry.flat(given), [...steps, key]];
    if (inner.properties !== undefined) return settingsIn(inner, at);
    return [{ path: at.join('.'), steps: at, variable: inner.variable ?? variableOf(at), schema: inner }];
  });
}
