import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import { type Change, changedCity, rulesIn } from './changed.ts';
import { expectConfirmed } from './confirmed.ts';

const from = rulesIn(changedCity([]));
const standard = (id: string, ...steps: (string | number)[]) => ['standards', id, 'value', ...steps];
const stay = { all: [{ fact: 'claim.type', operator: 'equal', value: 'inpatient' }] };

/** What a slip of the pen can do to a rule set, and the layer at which somebody loses first. */
const faults: readonly (readonly [name: string, type: string, layer: string, changes: readonly Change[]])[] = [
  ['a cap lowered by one fen', 'inpatient', 'medicalAssistance', [[standard('medicalAssistance.annualCap'), 14999.99]]],
  ['a year’s sum lowered by one fen', 'property', 'property', [[standard('property.theft'), 4999.99]]],
  ['a ratio lowered by 0.01', 'inpatient', 'medicalAssistance', [[standard('medicalAssistance.ratio'), 0.69]]],
  ['a ratio of one level lowered by 0.01', 'inpatient', 'basicMedical', [[standard('basicMedical.ratio', '3'), 0.59]]],
  ['a deductible raised by 0.01', 'inpatient', 'basicMedical', [[standard('basicMedical.deductible', '2'), 500.01]]],
  [
    'a band moved by 0.01',
    'inpatient',
    'criticalIllness',
    [
      [standard('criticalIllness.bands', 'full', 0, 'to'), 100000.01],
      [standard('criticalIllness.bands', 'full', 1, 'from'), 100000.01],
    ],
  ],
  [
    'a burden limit raised by 0.0001',
    'inpatient',
    'supplementaryMedical',
    [[standard('supplementaryMedical.burdenLimit'), 0.1001]],
  ],
  [
    'a peril removed',
    'property',
    'property',
    [
      [
        standard('property.perils'),
        ['rainstorm', 'windstorm', 'snow', 'flood', 'hail', 'debrisFlow', 'otherNaturalDisaster', 'fire', 'explosion'],
      ],
    ],
  ],
  [
    'an object removed',
    'property',
    'property',
    [[standard('property.objects'), ['house', 'indoor', 'outdoor', 'living']]],
  ],
  ['a category removed', 'outpatient', 'outpatientWaiver', [[standard('eligibility.healthPolicy'), []]]],
  ['a limit of days lowered', 'inpatient', 'criticalIllness', [[standard('referral.completionDays'), 2]]],
  ['a share of a grade lowered', 'accident', 'accident', [[standard('accident.gradeShares', '7'), 0.39]]],
  [
    'a share of essential drugs lowered',
    'inpatient',
    'basicMedical',
    [[standard('basicMedical.essentialDrugRatio'), 0.89]],
  ],
  [
    'a later stay charged more',
    'inpatient',
    'basicMedical',
    [[standard('basicMedical.repeatDeductibleFactor', 1, 'value'), 1.01]],
  ],
  [
    'a fee waived a little less',
    'outpatient',
    'outpatientWaiver',
    [[standard('outpatient.largeEquipmentWaiver'), 0.4999]],
  ],
  [
    'a leave added',
    'inpatient',
    'hospitalReduction',
    [
      [['standards', 'inpatient.kept'], { value: 10, unit: 'CNY', better: 'lower', county: 'fixed', label: 'kept' }],
      [['limits', 99], { name: 'keepsSome', conditions: stay, leave: '$inpatient.kept', of: ['outOfScope'] }],
    ],
  ],
  [
    'a limit added over all layers',
    'inpatient',
    'basicMedical',
    [
      [
        ['standards', 'inpatient.ceiling'],
        { value: 900000, unit: 'CNY', better: 'higher', county: 'fixed', label: 'ceiling' },
      ],
      [['limits', 99], { name: 'ceiling', over: ['basicMedical'], per: 'year', atMost: '$inpatient.ceiling' }],
    ],
  ],
  [
    'a product that ends a day earlier',
    'property',
    'property',
    [[['products', 'property', 'period', 'to'], '2019-12-30']],
  ],
  ['a death no longer paid beside disability', 'accident', 'accident', [[standard('accident.death'), 29999.99]]],
];

describe('a seeded fault', () => {
  it.each(faults)('%s is found', async (_, type, layer, changes) => {
    const document = changedCity(changes);
    document.limits = document.limits?.filter((limit) => limit !== undefined) ?? [];
    const to = rulesIn(document);
    const found = await findEdges(from.effective, to.effective, { types: [type], limit: 12, claims: 1500 });
    const losing = found.edges.filter(({ outcome }) => outcome === 'worse');
    expect(losing[0], JSON.stringify(found.types)).toBeDefined();
    expect(losing.map(({ parts }) => parts?.layer)).toContain(layer);
    await expectConfirmed(found.edges, from, to);
  });
});
