import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';

import { floorSchema } from '../../server/rulesets/floor-schema.ts';
import type { Override } from '../../server/rulesets/language.ts';
import { asTheCityHasIt, readAlike } from '../../server/rulesets/own-key.ts';
import { termsDigest } from '../../server/rulesets/terms-digest.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { county, effective, named } from './small-plan.ts';

const city = effective();
const standardIn = (body: string, id: string) => {
  const standard = effective(body).standards.get(id);
  if (standard === undefined) throw new Error(id);
  return standard;
};
const forHome = 'keyedStandards: {basic.ratio: {by: hospital.place, value: {home: 0.9}}}\n';

describe('what a county gives some people', () => {
  it('stands beside the city’s figure, which all others keep', () => {
    expect(standardIn(forHome, 'basic.ratio')).toMatchObject({
      by: ['hospital.place'],
      ownKey: 'hospital.place',
      value: { home: 0.9, otherwise: 0.7 },
      cityValue: { otherwise: 0.7 },
      origin: 'county',
    });
  });

  it('stands beside the county’s own figure for everybody, and the better of the two holds', () => {
    const both = `standards: {basic.ratio: 0.8}\nkeyedStandards: {basic.ratio: {by: hospital.place, value: {home: 0.9, away: 0.75}}}\n`;
    expect(standardIn(both, 'basic.ratio').value).toEqual({ home: 0.9, away: 0.8, otherwise: 0.8 });
  });

  it('comes before the keys that the city reads the figure by', () => {
    const keyed = standardIn(
      'keyedStandards: {basic.deductible: {by: hospital.place, value: {home: {1: 100}}}}\n',
      'basic.deductible',
    );
    expect(keyed.by).toEqual(['hospital.place', 'hospital.level']);
    expect(keyed.value).toEqual({ home: { 1: 100, 2: 500, 3: 900 }, otherwise: { 1: 200, 2: 500, 3: 900 } });
  });

  it('may go by whole numbers, and leaves the city’s figure to be found again', () => {
    const age = standardIn('keyedStandards: {basic.ratio: {by: person.age, value: {90: 0.8}}}\n', 'basic.ratio');
    expect(age.value).toEqual({ 90: 0.8, otherwise: 0.7 });
    expect(asTheCityHasIt(age)).toMatchObject({ by: [], value: 0.7, cityValue: 0.7, ownKey: null });
  });

  it('is nothing of the county’s where it changes nothing, nor where the city fixes the figure', () => {
    const same = 'keyedStandards: {basic.ratio: {by: hospital.place, value: {home: 0.7}}}\n';
    expect(standardIn(same, 'basic.ratio')).toEqual(city.standards.get('basic.ratio'));
    const fixed = 'keyedStandards: {basic.cap: {by: hospital.place, value: {home: 20000}}}\n';
    expect(standardIn(fixed, 'basic.cap')).toEqual(city.standards.get('basic.cap'));
  });

  it('holds on where the city has come to read the figure by the same fact', () => {
    const older = 'keyedStandards: {basic.deductible: {by: hospital.level, value: {1: 100}}}\n';
    expect(standardIn(older, 'basic.deductible')).toMatchObject({
      by: ['hospital.level'],
      ownKey: null,
      value: { 1: 100, 2: 500, 3: 900 },
    });
  });

  it('makes another terms digest, and none where there is nothing', () => {
    const digestOf = (body: string) => termsDigest(named<Override>(county(body)).document);
    expect(digestOf(forHome)).not.toBe(digestOf(''));
    expect(digestOf(forHome)).not.toBe(digestOf(forHome.replace('0.9', '0.95')));
    expect(effective(forHome).effectiveTermsDigest).not.toBe(city.effectiveTermsDigest);
  });

  it('is laid beside the same standard elsewhere, and not beside one that is read by another fact', () => {
    const [own, plain] = [standardIn(forHome, 'basic.ratio'), standardIn('', 'basic.ratio')];
    expect(readAlike(plain, own)?.map(({ by, value }) => [by, value])).toEqual([
      [['hospital.place'], { otherwise: 0.7 }],
      [['hospital.place'], { home: 0.9, otherwise: 0.7 }],
    ]);
    expect(readAlike(own, plain)?.[1].value).toEqual({ otherwise: 0.7 });
    const other = standardIn('keyedStandards: {basic.ratio: {by: hospital.level, value: {1: 0.9}}}\n', 'basic.ratio');
    expect(readAlike(own, other)).toBeNull();
  });
});

describe('facts that can set people apart', () => {
  const codesOf = (body: string) =>
    checkDocument(county(body), { city, maxBytes: 1 << 20 }).findings.flatMap(({ code, severity }) =>
      severity === 'error' ? [code] : [],
    );
  const by = (fact: string, value: string, id = 'basic.ratio') =>
    `keyedStandards: {${id}: {by: ${fact}, value: ${value}}}\n`;

  test.each([
    ['a choice that a claim may leave out', by('person.illness', '{cancer: 0.9}')],
    ['a whole number that may be absent', by('person.age', '{90: 0.9}')],
    ['days that may be negative', by('stay.days', '{1: 0.9}')],
    ['the first of the city’s own keys, as older texts have it', by('hospital.level', '{1: 100}', 'basic.deductible')],
    [
      'a fact of the county’s own',
      `adds: {facts: {inpatient: {person.remote: {boolean: {}, default: false}}}}\n${by('person.remote', '{"true": 0.9}')}`,
    ],
  ])('%s', (_, body) => {
    expect(codesOf(body)).toEqual([]);
  });

  test.each([
    ['an amount', by('cost.drug', '{1: 0.9}')],
    ['a list', by('accident.grades', '{1: 0.9}')],
    ['a date', by('discharge', '{1: 0.9}')],
    ['a fact of another type of claim', by('illness.disease', '{1: 0.9}')],
    ['the layer’s terms', by('terms', '{full: 0.9}')],
  ])('not %s', (_, body) => {
    expect(codesOf(body)).toEqual(['ownKeyUnfit']);
  });

  it('rows are no map: who brings no number would find none', () => {
    const document = county(by('person.age', '[{from: 0, to: 60, value: 0.7}, {from: 60, value: 0.8}]'));
    expect(checkDocument(document, { city, maxBytes: 1 << 20 }).document).toBeNull();
  });

  it('items of a list are looked into under a key as well', () => {
    const listed = by('person.illness', '{cancer: [diabetes, zzz]}', 'chronic.diseases');
    expect(codesOf(listed)).not.toEqual([]);
  });

  it('a group is not set by what some people are given', () => {
    const half =
      'standards: {chronic.ratio: 0.5}\nkeyedStandards: {chronic.diseases: {by: illness.disease, value: {a: [a]}}}\n';
    expect(codesOf(half)).not.toEqual([]);
  });
});

describe('the city’s floor as a schema', () => {
  const schema = floorSchema(city, '371525');
  const compiled: ValidateFunction = new Ajv2020({ strict: true, strictTypes: true, allowUnionTypes: true }).compile(
    schema as object,
  );
  const accepts = (body: string) => compiled(named(county(body)).document);

  test.each([
    [true, 'more for some', forHome],
    [
      true,
      'a key of the city’s below',
      'keyedStandards: {basic.deductible: {by: hospital.place, value: {home: {1: 100}}}}\n',
    ],
    [false, 'less for some', forHome.replace('0.9', '0.69')],
    [
      false,
      'less at a key below',
      'keyedStandards: {basic.deductible: {by: hospital.place, value: {home: {1: 201}}}}\n',
    ],
    [false, 'a fixed figure', 'keyedStandards: {basic.cap: {by: hospital.place, value: {home: 20000}}}\n'],
    [false, 'no fact', 'keyedStandards: {basic.ratio: {value: {home: 0.9}}}\n'],
    [false, 'a standard that there is not', 'keyedStandards: {basic.rate: {by: hospital.place, value: {home: 0.9}}}\n'],
  ])('takes it or not (%s): %s', (takes, _, body) => {
    let fits: boolean | null = null;
    try {
      fits = accepts(body);
    } catch {
      // What no schema of the language takes is no override at all.
      fits = false;
    }
    expect(fits, JSON.stringify(compiled.errors)).toBe(takes);
  });

  it('names the facts for it, so that a form can offer them', () => {
    const { properties } = schema as unknown as {
      properties: {
        keyedStandards: { properties: Record<string, { properties: { by: { anyOf: { enum?: string[] }[] } } }> };
      };
    };
    const facts = (id: string) => properties.keyedStandards.properties[id]?.properties.by.anyOf[0]?.enum;
    expect(facts('basic.deductible')).toEqual([
      'hospital.place',
      'referral.status',
      'person.age',
      'person.illness',
      'stay.days',
    ]);
    expect(facts('chronic.insideCap')).toBeUndefined();
  });
});
