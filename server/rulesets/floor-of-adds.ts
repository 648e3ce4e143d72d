import type { EffectiveRuleSet } from './effective-rule-set.ts';
import type { Schema } from './floor-of-standard.ts';

/**
 * What a county may add: things of its own names, in layers of its own. Nothing added may leave an amount with the person,
 * give terms, bind a layer of the city's, keep a counter under its name or divide the city's bill items: an addition never cuts a layer of the city's.
 */
export function floorOfAdds(city: EffectiveRuleSet): Schema {
  const layers = city.layers.map(({ name }) => name);
  const rules = city.rules.map(({ name }) => name);
  const facts = [...new Set([...city.claims.values()].flatMap((type) => [...type.facts.keys()]))];
  const cityFacts = Object.fromEntries(
    [...city.claims].map(([type, { facts: own }]) => [type, keyed([...own.keys()])]),
  );
  const notTheirs = { not: { enum: [...layers, ...rules] } };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      payers: { type: 'object' },
      products: keyed([...city.products.keys()]),
      claims: keyed([...city.claims.keys()]),
      facts: { ...keyed(facts.filter((id) => !city.claims.has(id))), properties: cityFacts },
      costs: listed({ item: notOf(city.costs.map(({ item }) => item)) }),
      layers: listed({ name: notOf([...layers, ...rules]) }),
      standards: keyed([...city.standards.keys()]),
      limits: limitsBound(city, [...layers, ...rules]),
      rules: listed({
        name: notOf([...rules, ...layers]),
        layer: notOf(layers),
        event: {
          type: 'object',
          properties: {
            type: notOf(['terms']),
            params: { type: 'object', properties: { year: notTheirs, base: notTheirs } },
          },
        },
      }),
      readings: listed({ id: notOf(city.readings.map(({ id }) => id)) }),
    },
  };
}

/** An added limit binds only what the county added. Without `binds` it binds what it is over. */
function limitsBound(city: EffectiveRuleSet, theirs: readonly string[]): Schema {
  const own = { type: 'array', items: notOf(theirs) };
  const overOwn = { required: ['over'], properties: { over: own } };
  return listed({ name: notOf(city.limits.map(({ name }) => name)), leave: false, binds: own }, [
    { anyOf: [{ required: ['binds'], properties: { binds: own } }, overOwn] },
  ]);
}

function listed(properties: Readonly<Record<string, Schema>>, allOf: readonly Schema[] = []): Record<string, unknown> {
  return { type: 'array', items: { type: 'object', properties, ...(allOf.length === 0 ? {} : { allOf }) } };
}

function keyed(taken: readonly string[]): Record<string, unknown> {
  return taken.length === 0 ? { type: 'object' } : { type: 'object', propertyNames: notOf(taken) };
}

/** Any text but these. */
function notOf(taken: readonly string[]): Record<string, unknown> {
  return taken.length === 0 ? { type: 'string' } : { type: 'string', not: { enum: [...new Set(taken)] } };
}
