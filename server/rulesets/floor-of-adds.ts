import { readByCity } from './checks/read-by-city.ts';
import type { ClaimType, EffectiveRuleSet } from './effective-rule-set.ts';
import type { Schema } from './floor-of-standard.ts';

/** The sum of the bill's items. */
const TOTAL = 'cost.total';

/**
 * What a county may add: things of its own names, in layers of its own. Nothing added may leave an amount with the person,
 * give terms, bind a layer of the city's, keep a counter under its name, divide the city's bill items or be read by its rules:
 * an addition never cuts a layer of the city's. Nor do days between dates of the city's have bounds, by which claims would be
 * refused. Where these look at the whole bill no name under `cost.` is taken, though the
 * check of the text lets a part of an item stand there: a part may have any other name.
 */
export function floorOfAdds(city: EffectiveRuleSet): Schema {
  const layers = city.layers.map(({ name }) => name);
  const rules = city.rules.map(({ name }) => name);
  const read = readByCity(city);
  const taken = new Map(
    [...city.claims].map(([type, { facts }]) => [type, new Set([...facts.keys(), ...(read.get(type)?.keys() ?? [])])]),
  );
  const facts = new Set([...taken.values()].flatMap((ids) => [...ids]));
  const dates = [...city.claims.values()].flatMap((type) => datesOf(type));
  const cityFacts = Object.fromEntries(
    [...taken].map(([type, ids]) => [type, { ...factsBut(ids), additionalProperties: notBound(dates) }]),
  );
  const notTheirs = { not: { enum: [...layers, ...rules] } };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      payers: { type: 'object' },
      products: keyed([...city.products.keys()]),
      claims: keyed([...city.claims.keys()]),
      facts: {
        ...factsBut(new Set([...facts].filter((id) => !city.claims.has(id)))),
        properties: cityFacts,
        additionalProperties: notBound(dates),
      },
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

/** Facts of other names than these; where the total of the bill is among them, none that would count in it. */
function factsBut(taken: ReadonlySet<string>): Record<string, unknown> {
  if (!taken.has(TOTAL)) return keyed([...taken]);
  const items = { pattern: '^cost[.]' };
  return { type: 'object', propertyNames: { type: 'string', not: { anyOf: [{ enum: [...taken] }, items] } } };
}

function datesOf({ facts }: ClaimType): readonly string[] {
  return [...facts.values()].filter(({ type }) => type.kind === 'date').map(({ id }) => id);
}

/** A fact that does not bound the days between two of these dates, or the claim's own. */
function notBound(dates: readonly string[]): Schema {
  const theirs = { enum: [...new Set([...dates, 'claim.date'])] };
  const bounded = {
    type: 'object',
    required: ['from', 'to'],
    properties: { from: theirs, to: theirs },
    anyOf: ['atLeast', 'atMost'].map((bound) => ({ required: [bound], properties: { [bound]: {} } })),
  };
  return { not: { type: 'object', required: ['daysBetween'], properties: { daysBetween: bounded } } };
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
