import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../server/domain/dates.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { checkEvaluationRequest, instantOf } from '../../server/usecases/evaluation-request.ts';

const schemas = join(import.meta.dirname, '../../schemas');
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: isDate } });
ajv.addSchema(schema('language'));
const bySchema = ajv.compile(schema('evaluation-request'));

const good = { id: '1', jurisdiction: '371525', date: '2019-06-01', claim: { type: 'inpatient' } };

function complaints(value: unknown): readonly string[] {
  try {
    checkEvaluationRequest(value);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.findings.map(({ code, at }) => `${code} ${at?.pointer}`);
  }
}

describe('checkEvaluationRequest', () => {
  it('takes the least and the most', () => {
    expect(complaints(good)).toEqual([]);
    expect(complaints({ ...good, asOf: '2019-06-01T08:00:00+08:00', explain: true })).toEqual([]);
  });

  it('names everything wrong at once', () => {
    const bad = { id: '', jurisdiction: 371525, date: '2019-02-29', explain: 'yes', ruleset: 1, claim: [] };
    expect(complaints(bad)).toEqual([
      'requestIdLength /id',
      'requestWrongType /jurisdiction',
      'requestNotDate /date',
      'requestWrongType /explain',
      'claimNotMap /claim',
      'requestFieldUnknown /ruleset',
    ]);
    expect(complaints({})).toEqual(
      ['id', 'jurisdiction', 'date', 'claim'].map((field) => `requestFieldMissing /${field}`),
    );
    expect(complaints([])).toEqual(['requestNotObject ']);
    expect(complaints({ ...good, constructor: 1 })).toEqual(['requestFieldUnknown /constructor']);
  });

  it('says what the schema says', () => {
    const odd = fc.oneof(
      fc.constantFrom('', '371500', '37150', '2019-06-01', '2019-13-01', null, true, 0, [], {}),
      fc.string(),
    );
    const value = fc.record(
      {
        id: fc.oneof(odd, fc.string({ minLength: 199, maxLength: 202, unit: 'binary' })),
        jurisdiction: odd,
        date: odd,
        explain: odd,
        claim: fc.oneof(odd, fc.constant({ type: 'inpatient' }), fc.constant({ type: 1 })),
        more: odd,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.boolean(), value, (whole, changes) => {
        const request = whole ? { ...good, ...changes } : changes;
        // An `asOf` is a text to the schema; what an instant is, a pattern could not say.
        // Of the claim only that it is an object is looked at here: what it holds is told by the rules.
        const isMap = typeof request.claim === 'object' && request.claim !== null && !Array.isArray(request.claim);
        const withClaim = isMap ? { ...request, claim: good.claim } : request;
        expect(complaints(request).length === 0).toBe(bySchema(withClaim));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('instantOf', () => {
  it.each([
    ['2019-06-01', '2019-06-01T15:59:59.999Z'],
    ['2019-06-01T08:00:00+08:00', '2019-06-01T00:00:00.000Z'],
    ['2019-06-01T08:00Z', '2019-06-01T08:00:00.000Z'],
    ['2019-06-01T08:00:00', null],
    ['2019-02-29T08:00:00Z', null],
    ['2019-06-01T25:00:00Z', null],
    ['yesterday', null],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });
});
