import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedText } from '../../editor/standards/text/change-text.ts';
import { type FloorSchema, floorAt, floorMisses } from '../../editor/standards/text/floor-reader.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import type { YamlValue } from '../../editor/standards/text/yaml-value.ts';
import { floorSchema } from '../../server/rulesets/floor-schema.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { cityRuleSet } from '../city.ts';
import { root } from '../house/sources.ts';

const city = cityRuleSet();
const floor = floorAt(floorSchema(city, '371525') as FloorSchema, ['standards']);
const sample = readFileSync(join(root, 'rules/samples/371525-guanxian-sample.yaml'), 'utf8');

/** Figures around the city's, of standards of each shape. */
const edits: readonly (readonly [string, readonly YamlValue[]])[] = [
  ['supplementaryMedical.annualCap', [0, 299_999.99, 300_000, 300_000.01, 'unlimited']],
  ['supplementaryMedical.burdenLimit', [0.1, 0.1001, 0.09, 0]],
  ['medicalAssistance.ratio', [0.69, 0.7, 0.99, 1]],
  ['medicalAssistance.annualCap', [14_999, 15_000, 15_001]],
  ['basicMedical.deductible', [{ 1: 200 }, { 1: 201 }, { 3: 900, 2: 0 }, { 2: 500.01 }]],
  ['accident.gradeShares', [{ 10: 0.1 }, { 10: 0.09 }, { 1: 1 }]],
  [
    'criticalIllness.bands',
    [
      { full: [{ from: 0, value: 0.7 }] },
      { full: [{ from: 0, value: 0.65 }] },
      {
        ordinary: [
          { from: 0, to: 150_000, value: 0.6 },
          { from: 150_000, value: 0.65 },
        ],
      },
      {
        ordinary: [
          { from: 0, to: 150_000, value: 0.55 },
          { from: 150_000, value: 0.65 },
        ],
      },
    ],
  ],
  ['eligibility.specialInsurance', [['registered'], ['temporarilyPoor'], ['registered', 'temporarilyPoor']]],
  ['accident.deductDisabilityOfSameAccident', [true, false]],
];

describe('form, text and service', () => {
  it('give one verdict on the floor, on figures below, at and above the city’s and any of them together', () => {
    const verdicts = { held: 0, missed: 0 };
    const edit = fc
      .constantFrom(...edits)
      .chain(([id, values]) => fc.tuple(fc.constant(id), fc.constantFrom(...values)));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (all) => {
        // As the form writes it; and as the text says it, which the service reads.
        const text = all.reduce((sofar, [id, value]) => changedText(sofar, ['standards', id], value), sample);
        const inPage = floorMisses(floor, readText(text)?.value.standards ?? null);
        const { findings } = checkDocument(text, { maxBytes: 1 << 20, city });
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(inPage.length === 0, `${text}${JSON.stringify(errors)}`).toBe(errors.length === 0);
        verdicts[inPage.length === 0 ? 'held' : 'missed'] += 1;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(verdicts.held, verdicts.missed)).toBeGreaterThan(20);
  });
});
