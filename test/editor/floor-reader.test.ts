import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FLOOR_KEYWORDS_READ,
  type FloorSchema,
  floorAt,
  floorMisses,
} from '../../editor/standards/text/floor-reader.ts';
import type { YamlValue } from '../../editor/standards/text/yaml-value.ts';
import { floorOf } from '../../server/rulesets/floor-of-standard.ts';
import { FLOOR_KEYWORDS, floorSchema } from '../../server/rulesets/floor-schema.ts';
import { cityRuleSet } from '../city.ts';
import { shapes } from '../rulesets/random-standards.ts';

const floor = floorSchema(cityRuleSet(), '371525') as FloorSchema;

describe('the reader of floors', () => {
  it('knows exactly the keywords that floors are made of', () => {
    expect([...FLOOR_KEYWORDS_READ].sort()).toEqual([...FLOOR_KEYWORDS].sort());
  });

  it('takes nothing for held that it does not understand', () => {
    expect(() => floorMisses({ multipleOf: 1 }, 5)).toThrow('multipleOf');
  });

  it('says which bound of the city’s a figure misses, and where', () => {
    const missed = (standards: Record<string, YamlValue>) =>
      floorMisses(floorAt(floor, ['standards']), standards).map(({ at, keyword, bound }) => [
        at.join(),
        keyword,
        bound,
      ]);
    expect(missed({ 'supplementaryMedical.annualCap': 250_000 })).toEqual([
      ['supplementaryMedical.annualCap', 'minimum', 300_000],
    ]);
    expect(missed({ 'supplementaryMedical.annualCap': 'unlimited' })).toEqual([]);
    expect(missed({ 'basicMedical.deductible': { 1: 100, 2: 501 } })).toEqual([
      ['basicMedical.deductible,2', 'maximum', 500],
    ]);
    expect(
      missed({
        'criticalIllness.bands': {
          full: [
            { from: 0, to: 150_000, value: 0.6 },
            { from: 150_000, value: 0.7 },
          ],
        },
      }),
    ).toEqual([['criticalIllness.bands,full,0,value', 'minimum', 0.65]]);
    expect(missed({ 'medicalAssistance.annualCap': 15_001 })).toEqual([
      ['medicalAssistance.annualCap', 'const', 15_000],
    ]);
    expect(missed({ 'chronicOutpatient.ratio': 0.5 }).map(([at, keyword]) => [at, keyword])).toEqual([
      ['chronicOutpatient.ratio', 'dependentRequired'],
    ]);
    expect(missed({ 'eligibility.specialInsurance': ['temporarilyPoor'] })).toMatchObject([
      ['eligibility.specialInsurance', 'contains', { enum: ['registered'] }],
    ]);
  });

  it.each(shapes)('gives the verdict of a validator: $name', ({ standard, complete, given }) => {
    const ajv = new Ajv2020({ strict: false });
    fc.assert(
      fc.property(complete, fc.array(given, { minLength: 40, maxLength: 40 }), (city, values) => {
        const schema = floorOf({ ...standard, county: 'improve', value: city, cityValue: city }) as FloorSchema;
        const accepts = ajv.compile(schema as object);
        for (const value of values) {
          const plain = JSON.parse(JSON.stringify(value)) as YamlValue;
          expect(floorMisses(schema, plain).length === 0, JSON.stringify([schema, plain])).toBe(accepts(plain));
        }
      }),
      { numRuns: 5 },
    );
  });
});
