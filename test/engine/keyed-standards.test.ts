import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { DATE, inpatientClaims } from '../../bench/claims.ts';
import { compile } from '../../server/engine/compile.ts';
import type { Override, RuleSet, StandardValue } from '../../server/rulesets/language.ts';
import { root } from '../house/sources.ts';
import { effective } from '../naive/documents.ts';

const city = parse(readFileSync(join(root, 'rules/371500/liaocheng-2019.yaml'), 'utf8')) as RuleSet;

/** What a county gives some people, and the same as a city would write it that reads the figure by the fact itself. */
const GIVEN: readonly { id: string; by: string; some: StandardValue; whole: StandardValue; keys: string[] }[] = [
  {
    id: 'medicalAssistance.ratio',
    by: 'hospital.place',
    some: { homeCounty: 0.9 },
    whole: { homeCounty: 0.9, otherwise: 0.7 },
    keys: ['hospital.place'],
  },
  {
    id: 'basicMedical.deductible',
    by: 'hospital.rank',
    some: { township: { 1: 50, 2: 300 } },
    whole: { township: { 1: 50, 2: 300, 3: 900 }, otherwise: { 1: 200, 2: 500, 3: 900 } },
    keys: ['hospital.rank', 'hospital.level'],
  },
  {
    id: 'criticalIllness.deductible',
    by: 'stay.number',
    some: { 2: { full: 4000, ordinary: 9000 } },
    whole: { 2: { full: 4000, ordinary: 9000 }, otherwise: cityValue('criticalIllness.deductible') },
    keys: ['stay.number', 'terms'],
  },
  {
    id: 'hospitalReduction.outOfCatalogueRatio',
    by: 'hospital.designated',
    some: { true: 0.3 },
    whole: { true: 0.3, otherwise: cityValue('hospitalReduction.outOfCatalogueRatio') },
    keys: ['hospital.designated'],
  },
];

function cityValue(id: string): StandardValue {
  const { value } = city.standards[id] as { value: StandardValue };
  return value;
}

it('some people are settled as if the city itself read the figure by their fact, and all others as the city has it', async () => {
  const override = {
    kind: 'Override',
    jurisdiction: '371525',
    extends: '371500',
    effective: { from: '2019-01-01', to: '2019-12-31' },
    reason: '虚构',
    keyedStandards: Object.fromEntries(GIVEN.map(({ id, by, some }) => [id, { by, value: some }])),
  } as Override;
  const standards = Object.fromEntries(
    GIVEN.map(({ id, whole, keys }) => [id, { ...city.standards[id], value: whole, by: keys }]),
  );
  const county = compile(effective(city, override));
  const written = compile(effective({ ...city, standards: { ...city.standards, ...standards } } as RuleSet));
  const plain = compile(effective(city));
  let changed = 0;
  for (const claim of inpatientClaims(1_500)) {
    const [own, other, before] = await Promise.all(
      [county, written, plain].map(async (rules) => {
        const { layers, selfPay, history } = await rules.settle(claim, DATE);
        return JSON.stringify([layers.map(({ lines, ...layer }) => layer), selfPay, history], (_, one) =>
          typeof one === 'bigint' ? String(one) : one,
        );
      }),
    );
    expect(own).toBe(other);
    if (own !== before) changed += 1;
  }
  expect(changed).toBeGreaterThan(300);
  expect(changed).toBeLessThan(1_500);
});
