import type { Finding } from '../domain/finding.ts';
import { stepsOf, valueAt } from './positions.ts';
import { type Schema, type SchemaObject, SchemaRegistry } from './schema-registry.ts';

/** Where to look for what a schema refers to, and where in the request its value stands. */
interface Place {
  readonly registry?: SchemaRegistry;
  readonly at?: string;
}

const NO_DOCUMENTS = new SchemaRegistry([]);

/**
 * What is wrong with a request, in the one order that all requests have: fields as their schema lists them, whether one is
 * missing or wrong; then those that there are not, as they were sent. So within each field, which comes before what stands
 * in it. The code of the first is that of the problem.
 * @param findings each with its pointer into the request; those of which the schema says nothing stay as they were found
 * @param schema of the value, whose pointer is `at`
 */
export function inFieldOrder(
  findings: readonly Finding[],
  schema: Schema,
  value: unknown,
  { registry = NO_DOCUMENTS, at = '' }: Place = {},
): readonly Finding[] {
  if (findings.length < 2) return findings;
  const depth = stepsOf(at).length;
  return findings
    .map((finding) => {
      const steps = stepsOf(finding.at?.pointer ?? '').slice(depth);
      return { finding, ranks: ranksOf(steps, schema, value, registry) };
    })
    .sort((one, other) => compared(one.ranks, other.ranks))
    .map(({ finding }) => finding);
}

/** After every field that there is. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/** Where each step of a path stands among those beside it, as far as the schema tells. */
function ranksOf(steps: readonly string[], whole: Schema, value: unknown, registry: SchemaRegistry): readonly number[] {
  const ranks: number[] = [];
  let schema = shapeOf(whole, registry);
  for (const [depth, step] of steps.entries()) {
    const { properties, additionalProperties: others, items } = schema;
    const names = Object.keys(properties ?? {});
    const place = names.indexOf(step);
    if (items !== undefined) ranks.push(Number(step));
    else if (place >= 0) ranks.push(place);
    else if (typeof others === 'object') ranks.push(names.length + sentAs(step, valueAt(value, steps.slice(0, depth))));
    else return properties === undefined ? ranks : [...ranks, UNKNOWN];
    schema = shapeOf(items ?? (place >= 0 ? properties?.[step] : others) ?? true, registry);
  }
  return ranks;
}

/** A schema that says what stands in an object or list; of alternatives the one that does. */
function shapeOf(schema: Schema, registry: SchemaRegistry): SchemaObject {
  const flat = registry.flat(schema);
  if (flat.anyOf === undefined) return flat;
  return registry.branches(flat).find(({ properties, items }) => (properties ?? items) !== undefined) ?? {};
}

/** Which of an object's names a name is. */
function sentAs(name: string, value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).indexOf(name) : 0;
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, depth) => rank !== other[depth]);
  if (at < 0) return one.length - other.length;
  return (one[at] ?? -1) - (other[at] ?? -1);
}
