import type { DerivedDefaults } from './configuration.ts';
import type { Source } from './source.ts';

/** What holds where nobody says anything: the schema's constants, and what the machine, the package and the demo make of the rest. */
export function defaultSource({ data, rules, now, workers, memoryMegabytes }: DerivedDefaults): Source {
  const derived: Readonly<Record<string, unknown>> = {
    data,
    rules,
    now,
    workers,
    'limits.memoryMegabytes': memoryMegabytes,
  };
  return {
    findings: [],
    give({ path, schema }) {
      if (schema.default !== undefined) return { value: schema.default, origin: { kind: 'default' } };
      return Object.hasOwn(derived, path) ? { value: derived[path], origin: { kind: 'derived' } } : null;
    },
    at: (pointer) => ({ pointer }),
  };
}
