import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { FLOOR_KEYWORDS, floorSchema } from '../../server/rulesets/floor-schema.ts';
import { county, effective, named } from './small-plan.ts';

const city = effective();
const schema = floorSchema(city, '371525');
const compiled: ValidateFunction = new Ajv2020({ strict: true, strictTypes: true, allowUnionTypes: true }).compile(
  schema as object,
);
const accepts = (body: string) => compiled(named(county(body)).document);

describe('the city’s floor for a county', () => {
  test.each([
    ['nothing changed', ''],
    ['a lower deductible at one key', 'standards: {basic.deductible: {1: 100}}'],
    ['a band raised', 'standards: {critical.bands: [{from: 0, to: 50000, value: 0.55}, {from: 50000, value: 0.66}]}'],
    ['what the city only advises on', 'standards: {accident.premium: 1}'],
    ['a fixed figure repeated', 'standards: {basic.cap: 15000}'],
    ['a group set together', 'standards: {chronic.diseases: [diabetes], chronic.ratio: 0.6}'],
    ['a key the city leaves to otherwise', 'standards: {critical.deductible: {ordinary: 11000}}'],
    ['a deduction left as it is', 'standards: {chronic.insideCap: false}'],
    ['terms raised', 'standards: {withheld.terms: {critical: full}}'],
    [
      'things of its own',
      'adds: {layers: [{name: own}], standards: {own.sum: {unit: CNY, value: 5}}, limits: [{name: l, over: [own], per: year, atMost: $own.sum}], rules: [{name: r, layer: own, conditions: {all: []}, event: {type: sum, params: {sum: $own.sum}}}]}',
    ],
    ['facts of its own', 'adds: {facts: {inpatient: {stay.ward: {text: }}, person.remote: {boolean: }}}'],
    ['a product waived', 'waivers: [{product: accident, by: 县级意外险, standards: {accident.sum: 40000}}]'],
  ])('takes %s', (_, body) => {
    expect(accepts(`${body}\n`), JSON.stringify(compiled.errors)).toBe(true);
  });

  test.each([
    ['a higher deductible', 'standards: {basic.deductible: {1: 200.01}}'],
    ['a ratio outside its range', 'standards: {basic.ratio: 1}'],
    ['a fixed figure changed', 'standards: {basic.cap: 15001}'],
    [
      'a band lowered at one point',
      'standards: {critical.bands: [{from: 0, to: 100001, value: 0.56}, {from: 100001, value: 0.65}]}',
    ],
    ['half a group', 'standards: {chronic.ratio: 0.6}'],
    ['a key the fact does not have', 'standards: {basic.deductible: {4: 100}}'],
    ['a key worse than otherwise', 'standards: {critical.deductible: {ordinary: 12001}}'],
    ['a deduction brought in', 'standards: {chronic.insideCap: true}'],
    ['terms for a layer that had all', 'standards: {withheld.terms: {basic: ordinary}}'],
    ['an unknown standard', 'standards: {basic.deductable: 100}'],
    ['a figure unset', 'standards: {basic.ratio: none}'],
    ['a layer of the city’s name', 'adds: {layers: [{name: basic}]}'],
    ['a standard of the city’s name', 'adds: {standards: {basic.cap: {unit: CNY, value: 5}}}'],
    [
      'a rule in a layer of the city’s',
      'adds: {rules: [{name: r, layer: basic, conditions: {all: []}, event: {type: sum, params: {sum: $basic.cap}}}]}',
    ],
    [
      'a rule giving terms',
      'adds: {rules: [{name: r, conditions: {all: []}, event: {type: terms, params: {terms: $withheld.terms}}}]}',
    ],
    [
      'a counter of the city’s',
      'adds: {rules: [{name: r, layer: own, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], year: critical}}}]}',
    ],
    [
      'a base of the city’s',
      'adds: {rules: [{name: r, layer: own, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], per: event, base: critical}}}]}',
    ],
    ['a limit that leaves an amount', 'adds: {limits: [{name: l, leave: $basic.cap, of: [inScope]}]}'],
    ['a limit over a layer of the city’s', 'adds: {limits: [{name: l, over: [basic], per: year, atMost: $basic.cap}]}'],
    ['a fact of the city’s', 'adds: {facts: {inpatient: {hospital.level: {text: }}}}'],
    [
      'a product waived below its floor',
      'waivers: [{product: accident, by: 县级意外险, standards: {accident.sum: 29999}}]',
    ],
    [
      'a product waived with another’s standard',
      'waivers: [{product: accident, by: 县级意外险, standards: {basic.ratio: 0.9}}]',
    ],
    ['a product that cannot be waived', 'waivers: [{product: basic, by: 县级医保, standards: {}}]'],
    ['another county', 'jurisdiction_: 1'],
  ])('refuses %s', (_, body) => {
    expect(accepts(`${body}\n`)).toBe(false);
  });

  it('says beside each standard what it is, by which clause, and the city’s figure', () => {
    const { properties } = schema as { properties: Record<string, { properties: Record<string, object> }> };
    expect(properties.standards?.properties['basic.deductible']).toMatchObject({
      title: '起付线',
      description: '3.1 三（一）',
      default: { 1: 200, 2: 500, 3: 900 },
      properties: { 1: { type: 'number', minimum: 0, maximum: 200 } },
    });
  });

  it('stands alone, in keywords that are listed', () => {
    const known = new Set<string>(FLOOR_KEYWORDS);
    const unknown = new Set([...keywordsOf(schema)].filter((keyword) => !known.has(keyword)));
    expect([...unknown]).toEqual([]);
    expect(known.size - new Set([...keywordsOf(schema)]).size).toBeLessThan(4);
  });
});

/** Every keyword of a schema and of the schemas in it. */
function keywordsOf(one: unknown): ReadonlySet<string> {
  if (Array.isArray(one)) return new Set(one.flatMap((part) => [...keywordsOf(part)]));
  if (typeof one !== 'object' || one === null) return new Set();
  const maps = ['properties'];
  const data = ['const', 'enum', 'default', 'required', 'dependentRequired', 'type'];
  return new Set(
    Object.entries(one).flatMap(([keyword, value]) => {
      if (data.includes(keyword)) return [keyword];
      const inner = maps.includes(keyword) ? Object.values(value as object) : value;
      return [keyword, ...keywordsOf(inner)];
    }),
  );
}
