import { chronic, criticalBands, declared, seeded as good, params } from './edits.ts';
import { all, type Draft, figure, limit, rule, type Seeded, set } from './seeded.ts';

/** Removes a limit. */
const unlimited =
  (name: string) =>
  (draft: Draft): void => {
    draft.limits = draft.limits.filter((one) => one.name !== name);
  };

const grade =
  (shares: Record<string, number>): Seeded['change'] =>
  ({ standards }) => {
    const standard = standards['accident.gradeShares'] as { value: Record<string, number> };
    standard.value = { ...standard.value, ...shares };
  };

/** Further good changes of what is paid. */
export const goodAmounts: readonly Seeded[] = [
  good(
    'levels',
    'assistance by level',
    declared('medicalAssistance.ratio', { value: { 1: 0.9, 2: 0.8, 3: 0.7 }, by: 'hospital.level' }),
  ),
  good(
    'levels',
    'assistance by stay',
    declared('medicalAssistance.ratio', {
      value: [
        { from: 0, to: 3, value: 0.7 },
        { from: 3, value: 0.85 },
      ],
      by: 'stay.number',
    }),
  ),
  good(
    'levels',
    'assistance by the bill',
    declared('medicalAssistance.ratio', {
      value: [
        { from: 0, to: 50_000, value: 0.7 },
        { from: 50_000, value: 0.9 },
      ],
      by: 'cost.inScope',
    }),
  ),
  good(
    'levels',
    'burden limit by rank',
    declared('supplementaryMedical.burdenLimit', { value: { township: 0.05, otherwise: 0.1 }, by: 'hospital.rank' }),
  ),
  good(
    'levels',
    'the assistance cap by level',
    declared('medicalAssistance.annualCap', { value: { 1: 15_000, 2: 18_000, 3: 25_000 }, by: 'hospital.level' }),
  ),
  good(
    'levels',
    'consultations by place',
    declared('outpatient.expertConsultationWaiver', {
      value: { homeCounty: 0.6, otherwise: 0.5 },
      by: 'hospital.place',
    }),
  ),
  good(
    'bands',
    'a band cut in two',
    criticalBands([
      [0, 0.55],
      [50_000, 0.55],
      [100_000, 0.65],
      [200_000, 0.7],
    ]),
  ),
  good(
    'bands',
    'an edge a fen earlier',
    criticalBands([
      [0, 0.55],
      [99_999.99, 0.65],
      [200_000, 0.7],
    ]),
  ),
  good(
    'bands',
    'a fourth band',
    criticalBands([
      [0, 0.55],
      [100_000, 0.65],
      [200_000, 0.7],
      [400_000, 0.8],
    ]),
  ),
  good(
    'bands',
    'falling rates above the old ones',
    criticalBands([
      [0, 0.75],
      [30_000, 0.72],
      [200_000, 0.7],
    ]),
  ),
  good(
    'bands',
    'better ordinary bands',
    criticalBands(
      [
        [0, 0.55],
        [100_000, 0.65],
        [200_000, 0.7],
      ],
      [
        [0, 0.52],
        [100_000, 0.61],
        [200_000, 0.66],
      ],
    ),
  ),
  good(
    'bands',
    'bands count from zero',
    params('criticalIllness', { bandsFrom: 'zero' }),
    params('criticalIllness', { bandsFrom: 'deductible' }),
  ),
  good(
    'bands',
    'the third stay without a deductible',
    set('basicMedical.repeatDeductibleFactor', [
      { from: 0, to: 2, value: 1 },
      { from: 2, to: 3, value: 0.5 },
      { from: 3, value: 0 },
    ]),
  ),
  good('limits', 'no cap of the top-up', unlimited('supplementaryMedicalYear')),
  good(
    'limits',
    'nothing left with the person',
    all(unlimited('bearsSome'), (draft) => Object.assign(draft, { readings: [] })),
  ),
  good('limits', 'no cap on theft', set('property.theft', 'unlimited')),
  good('limits', 'death beside disability', set('accident.deductDisabilityOfSameAccident', false)),
  good(
    'limits',
    'chronic outpatients beside the cap',
    set('chronicOutpatient.insideSupplementaryCap', false),
    all(chronic, set('chronicOutpatient.insideSupplementaryCap', true)),
  ),
  good(
    'limits',
    'a shared cap is gone',
    unlimited('together'),
    all(
      figure('accident.together', 33_000, 'CNY'),
      limit({
        name: 'together',
        over: ['accidentDisability', 'accidentMedical'],
        per: 'event',
        atMost: '$accident.together',
      }),
    ),
  ),
  good(
    'limits',
    'a shared cap is higher',
    set('accident.together', 34_000),
    all(
      figure('accident.together', 33_000, 'CNY'),
      limit({
        name: 'together',
        over: ['accidentDisability', 'accidentMedical'],
        per: 'event',
        atMost: '$accident.together',
      }),
    ),
  ),
  good(
    'figures',
    'half the deductible',
    all(
      figure('basicMedical.half', 0.5, 'factor', 'lower'),
      params('basicMedicalLevel1', { deductible: { amount: '$basicMedical.deductible', times: '$basicMedical.half' } }),
    ),
  ),
  good(
    'figures',
    'a deductible that falls with each stay',
    all(
      figure('basicMedical.less', 10, 'CNY'),
      params('basicMedicalHigherLevels', {
        deductible: { amount: '$basicMedical.deductible', less: '$basicMedical.less', each: 'stay.number' },
      }),
    ),
  ),
  good(
    'figures',
    'a point more of assistance with each stay',
    all(
      figure('assistance.more', 0.01, 'points'),
      params('medicalAssistance', {
        ratio: { amount: '$medicalAssistance.ratio', more: '$assistance.more', each: 'stay.number' },
      }),
    ),
  ),
  good(
    'figures',
    'a deductible for each stay instead of for each and one more',
    params('basicMedicalHigherLevels', {
      deductible: { amount: '$basicMedical.deductible', each: 'stay.number' },
    }),
    params('basicMedicalHigherLevels', {
      deductible: { amount: '$basicMedical.deductible', more: '$basicMedical.deductible', each: 'stay.number' },
    }),
  ),
  good(
    'figures',
    'five points more of assistance',
    all(
      figure('assistance.more', 0.05, 'share'),
      params('medicalAssistance', { ratio: { amount: '$medicalAssistance.ratio', plus: '$assistance.more' } }),
    ),
  ),
  good(
    'bands',
    'five points more in every band',
    all(
      figure('criticalIllness.more', 0.05, 'share'),
      params('criticalIllness', { bands: { amount: '$criticalIllness.bands', plus: '$criticalIllness.more' } }),
    ),
  ),
  good(
    'accident',
    'equal injuries count one grade up',
    rule('accidentDisability', (found) => {
      found.event.params = { ...found.event.params, equalHeaviest: 'oneUp' };
    }),
    rule('accidentDisability', (found) => {
      found.event.params = { ...found.event.params, equalHeaviest: 'same' };
    }),
  ),
  good('accident', 'better shares of three grades', grade({ 8: 0.35, 9: 0.25, 10: 0.15 })),
  good(
    'accident',
    'an unlimited medical sum, and death 45,000',
    all(set('accident.medical', 'unlimited'), set('accident.death', 45_000)),
  ),
  good(
    'chronic',
    'all four figures better',
    all(
      set('chronicOutpatient.diseases', ['hypertension', 'diabetes', 'lupus']),
      set('chronicOutpatient.ratio', 0.7),
      set('chronicOutpatient.deductible', 200),
      set('chronicOutpatient.annualCap', 5_000),
    ),
    chronic,
  ),
];
