import { ownKeysOf } from './checks/own-keys.ts';
import { scopeOfCounty } from './checks/scope.ts';
import { usageOf } from './checks/usage.ts';
import type { EffectiveRuleSet, EffectiveStandard } from './effective-rule-set.ts';
import { floorOfAdds } from './floor-of-adds.ts';
import { floorOf, type ItemsOf, type Schema } from './floor-of-standard.ts';
import { productOf } from './layers.ts';
import { isUnset, TERMS } from './rank.ts';
import { valueKeys } from './value-keys.ts';

/** Every keyword a floor schema is made of; a reader of floors that knows these knows all. */
export const FLOOR_KEYWORDS = [
  '$schema',
  'additionalProperties',
  'allOf',
  'anyOf',
  'const',
  'contains',
  'default',
  'dependentRequired',
  'description',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'if',
  'items',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'not',
  'pattern',
  'properties',
  'propertyNames',
  'required',
  'then',
  'title',
  'type',
] as const;

/**
 * The city's floor as JSON Schema 2020-12 for a county's override: a document it accepts is nowhere below the city's
 * standards, changes none that is fixed, and adds nothing that could cut a layer of the city's. It stands alone (no
 * references, no formats, standard keywords only), so that any validator and any editor can hold a document to it while it
 * is written. What it leaves to the override's own schema: how the things a county adds are built.
 * @param city the city's effective rule set at the date
 * @param county the county's code
 */
export function floorSchema(city: EffectiveRuleSet, county: string): Schema {
  const itemsOf = itemsIn(city);
  const entries = [...city.standards.values()].map((one) => [one.id, described(one, city, itemsOf)] as const);
  const standards = { type: 'object', additionalProperties: false, properties: Object.fromEntries(entries) };
  const together = groupsIn(city.standards.values());
  const facts = factsToKeyBy(city);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${city.title.zh}：${county}`,
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'jurisdiction', 'extends', 'effective', 'reason'],
    properties: {
      kind: { const: 'Override' },
      jurisdiction: { const: county },
      extends: { const: city.base.jurisdiction },
      sample: { type: 'boolean' },
      effective: {
        type: 'object',
        additionalProperties: false,
        required: ['from'],
        properties: { from: DATE, to: DATE },
      },
      title: WORDS,
      reason: WORDS,
      reasons: { type: 'object', additionalProperties: WORDS },
      standards: Object.keys(together).length === 0 ? standards : { ...standards, dependentRequired: together },
      keyedStandards: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          [...city.standards.values()].map((one) => [one.id, forSome(one, itemsOf, facts(one))] as const),
        ),
      },
      adds: floorOfAdds(city),
      waivers: waiversOf(city, new Map(entries)),
    },
  };
}

const DATE = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const WORD = { type: 'string', minLength: 1, maxLength: 400 };
const WORDS = {
  anyOf: [WORD, { type: 'object', additionalProperties: false, required: ['zh'], properties: { zh: WORD, en: WORD } }],
};

/** A standard's floor with what an editor shows beside it: its name, its clause, the city's figure. */
function described(standard: EffectiveStandard, city: EffectiveRuleSet, itemsOf: ItemsOf): Schema {
  const { clause, label, cityValue, county } = standard;
  const words = clause === null ? undefined : city.clauses.get(clause)?.zh;
  const floor = floorOf(standard, itemsOf);
  const set = cityValue !== null && county !== 'fixed' && !isUnset(standard, cityValue);
  return {
    title: label.zh,
    ...(clause === null ? {} : { description: words === undefined ? clause : `${clause} ${words}` }),
    ...(set ? { default: cityValue } : {}),
    ...(typeof floor === 'boolean' ? {} : floor),
  };
}

/**
 * What a county may give some people: at every value of a fact what the standard's floor takes. Which facts can set people
 * apart is said; whether one that is named can, and has such values, is left to the service, for a county may add facts.
 * @param facts the city's facts that can
 */
function forSome(standard: EffectiveStandard, itemsOf: ItemsOf, facts: readonly string[]): Schema {
  const floor = floorOf(standard, itemsOf);
  const each = { type: 'object', additionalProperties: floor };
  const [first] = standard.by;
  const by = { anyOf: [...(facts.length === 0 ? [] : [{ enum: facts }]), { type: 'string' }] };
  const common = { title: standard.label.zh, type: 'object', additionalProperties: false, required: ['by', 'value'] };
  if (first === undefined) return { ...common, properties: { by, value: each } };
  // By the first of the city's own keys a figure may stand here as it may under the standard.
  const byFirst = (is: boolean) => ({ properties: { by: is ? { const: first } : { not: { const: first } } } });
  return {
    ...common,
    properties: { by, value: { type: 'object' } },
    allOf: [
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      { if: byFirst(true), then: { properties: { value: floor } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      { if: byFirst(false), then: { properties: { value: each } } },
    ],
  };
}

/** The facts of the city's claims by which a county may set some people apart, by standard. */
function factsToKeyBy(city: EffectiveRuleSet): (standard: EffectiveStandard) => readonly string[] {
  const scope = scopeOfCounty({}, city);
  const usage = usageOf(scope);
  return (standard) => ownKeysOf(scope, usage, standard);
}

function itemsIn(city: EffectiveRuleSet): ItemsOf {
  const facts = new Map([...city.claims.values()].flatMap((type) => [...type.facts]));
  return (id) => {
    if (id === 'terms') return TERMS;
    return valueKeys(facts.get(id)?.type);
  };
}

/** Standards of a group that the city left unset are set together or not at all. */
function groupsIn(standards: Iterable<EffectiveStandard>): Readonly<Record<string, readonly string[]>> {
  const groups = new Map<string, string[]>();
  for (const standard of standards) {
    if (standard.group === null || !isUnset(standard, standard.value) || standard.county !== 'improve') continue;
    groups.set(standard.group, [...(groups.get(standard.group) ?? []), standard.id]);
  }
  const others = [...groups.values()].flatMap((ids) => ids.map((id) => [id, ids.filter((one) => one !== id)] as const));
  return Object.fromEntries(others.filter(([, ids]) => ids.length > 0));
}

/** A product may be waived for an insurance that is nowhere below it; its standards are held to the same floors. */
function waiversOf(city: EffectiveRuleSet, standards: ReadonlyMap<string, Schema>): Schema {
  const waivable = [...city.products].filter(([, product]) => product.waivable).map(([id]) => id);
  if (waivable.length === 0) return { type: 'array', maxItems: 0 };
  const floors = waivable.map((product) => {
    const own = [...standards].filter(([id]) => productOf(id, city.layers) === product);
    const values = { type: 'object', additionalProperties: false, properties: Object.fromEntries(own) };
    return {
      if: { properties: { product: { const: product } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { standards: values } },
    };
  });
  return {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['product', 'by', 'standards'],
      properties: { product: { enum: waivable }, by: WORDS, standards: { type: 'object' } },
      allOf: floors,
    },
  };
}
