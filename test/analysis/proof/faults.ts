import { seeded as fault, params } from './edits.ts';
import { all, figure, layer, limit, ofType, only, rule, type Seeded, set } from './seeded.ts';

const bands = (full: readonly [number, number, number], ends: readonly [number, number] = [100_000, 200_000]) => ({
  full: [
    { from: 0, to: ends[0], value: full[0] },
    { from: ends[0], to: ends[1], value: full[1] },
    { from: ends[1], value: full[2] },
  ],
  ordinary: [
    { from: 0, to: 100_000, value: 0.5 },
    { from: 100_000, to: 200_000, value: 0.6 },
    { from: 200_000, value: 0.65 },
  ],
});

const swapped =
  (one: string, other: string): Seeded['change'] =>
  ({ layers }) => {
    const [a, b] = [one, other].map((name) => layers.findIndex((found) => found.name === name)) as [number, number];
    [layers[a], layers[b]] = [layers[b] as never, layers[a] as never];
  };

/** Faults by which somebody is worse off: each kind in several places. */
export const faults: readonly Seeded[] = [
  fault('figure', 'assistance ratio 0.69', set('medicalAssistance.ratio', 0.69)),
  fault('figure', 'essential drugs at 0.89', set('basicMedical.essentialDrugRatio', 0.89)),
  fault('figure', 'level 2 ratio 0.699', set('basicMedical.ratio', { 1: 0.8, 2: 0.699, 3: 0.6 })),
  fault('figure', 'level 3 deductible 900.01', set('basicMedical.deductible', { 1: 200, 2: 500, 3: 900.01 })),
  fault('figure', 'burden limit 0.11', set('supplementaryMedical.burdenLimit', 0.11)),
  fault('figure', 'largest equipment waiver 0.49', set('outpatient.largeEquipmentWaiver', 0.49)),
  fault(
    'figure',
    'later stays at twice the deductible',
    set('basicMedical.repeatDeductibleFactor', [
      { from: 0, to: 2, value: 1 },
      { from: 2, value: 2 },
    ]),
  ),
  fault(
    'deductible',
    'a fen more with each stay',
    all(
      figure('basicMedical.more', 0.01, 'CNY', 'lower'),
      params('basicMedicalHigherLevels', {
        deductible: { amount: '$basicMedical.deductible', more: '$basicMedical.more', each: 'stay.number' },
      }),
    ),
  ),
  fault(
    'deductible',
    'for each stay of the year: more from the second',
    params('basicMedicalHigherLevels', {
      deductible: { amount: '$basicMedical.deductible', each: 'stay.number' },
    }),
  ),
  fault('cap', 'assistance cap 14,999.99', set('medicalAssistance.annualCap', 14_999.99)),
  fault('cap', 'supplementary cap 299,999.99', set('supplementaryMedical.annualCap', 299_999.99)),
  fault('cap', 'critical illness cap 499,999', set('criticalIllness.annualCap', { full: 499_999, ordinary: 400_000 })),
  fault('cap', 'accident medical 4,999.99', set('accident.medical', 4_999.99)),
  fault('cap', 'theft 4,999', set('property.theft', 4_999)),
  fault('band', 'second band 0.64', set('criticalIllness.bands', bands([0.55, 0.64, 0.7]))),
  fault(
    'band',
    'second band starts later',
    set('criticalIllness.bands', bands([0.55, 0.65, 0.7], [100_000.01, 200_000])),
  ),
  fault('band', 'last band 0.69 beside a better first', set('criticalIllness.bands', bands([0.6, 0.65, 0.69]))),
  fault(
    'band',
    'deductible 6,000.01 of the year',
    set('criticalIllness.deductible', { full: 6_000.01, ordinary: 12_000 }),
  ),
  fault('list', 'no windstorm', ({ standards }) => {
    const perils = standards['property.perils'] as { value: string[] };
    perils.value = perils.value.filter((one) => one !== 'windstorm');
  }),
  fault('list', 'no outdoor belongings', ({ standards }) => {
    const objects = standards['property.objects'] as { value: string[] };
    objects.value = objects.value.filter((one) => one !== 'outdoor');
  }),
  fault('list', 'nobody in the three products', set('eligibility.specialInsurance', [])),
  fault(
    'terms',
    'no referral: no critical illness',
    set('referral.withheld', {
      basicMedical: 'full',
      criticalIllness: 'none',
      hospitalReduction: 'none',
      medicalAssistance: 'none',
      supplementaryMedical: 'none',
    }),
  ),
  fault('terms', 'referral within two days', set('referral.completionDays', 2)),
  fault('order', 'supplementary before assistance', swapped('supplementaryMedical', 'medicalAssistance')),
  fault('order', 'critical illness before basic', swapped('criticalIllness', 'basicMedical')),
  fault('order', 'assistance before critical illness', swapped('medicalAssistance', 'criticalIllness')),
  fault('removed', 'no hospital reduction', (draft) => {
    draft.rules = draft.rules.filter(({ name }) => name !== 'hospitalReduction');
  }),
  fault('removed', 'no theft', (draft) => {
    draft.rules = draft.rules.filter(({ name }) => name !== 'propertyTheft');
  }),
  fault('removed', 'no supplementary layer', (draft) => {
    draft.rules = draft.rules.filter(({ name }) => name !== 'supplementaryMedical');
  }),
  fault(
    'limit',
    'assistance at most 10,000 a claim',
    all(
      figure('medicalAssistance.claimCap', 10_000, 'CNY'),
      limit({
        name: 'assistanceClaim',
        over: ['medicalAssistance'],
        per: 'claim',
        atMost: '$medicalAssistance.claimCap',
      }),
    ),
  ),
  fault(
    'limit',
    'all layers at most 95 % of the cost',
    all(
      figure('inpatient.ceiling', 0.895, 'share'),
      limit({
        name: 'ceiling',
        over: ['basicMedical', 'criticalIllness', 'medicalAssistance', 'supplementaryMedical'],
        per: 'claim',
        atMost: { share: '$inpatient.ceiling', of: ['inScope'] },
      }),
    ),
  ),
  fault('limit', 'ten yuan stay with the person', set('inpatient.minimumSelfPay', 10)),
  fault(
    'limit',
    'assistance and supplementary share a cap',
    all(
      figure('shared.cap', 300_000, 'CNY'),
      limit({
        name: 'sharedYear',
        over: ['medicalAssistance', 'supplementaryMedical'],
        per: 'year',
        atMost: '$shared.cap',
      }),
    ),
  ),
  fault(
    'condition',
    'reduction only above 1,000',
    only('hospitalReduction', {
      fact: 'cost.outOfScope',
      operator: 'greaterThan',
      value: 1000,
    }),
  ),
  fault(
    'condition',
    'assistance only up to 100,000 of cost',
    only('medicalAssistance', {
      fact: 'cost.inScope',
      operator: 'lessThanInclusive',
      value: 100_000,
    }),
  ),
  fault(
    'condition',
    'supplementary only in designated hospitals',
    only('supplementaryMedical', {
      fact: 'hospital.designated',
      operator: 'equal',
      value: true,
    }),
  ),
  fault(
    'condition',
    'waiver only in the home county',
    only('consultationWaiver', {
      fact: 'hospital.place',
      operator: 'equal',
      value: 'homeCounty',
    }),
  ),
  fault(
    'form',
    'assistance as a lump sum',
    all(
      figure('medicalAssistance.sum', 5_000, 'CNY'),
      rule('medicalAssistance', (found) => {
        found.event = { type: 'sum', params: { sum: '$medicalAssistance.sum', of: ['inScope'] } };
      }),
    ),
  ),
  fault(
    'form',
    'at most the burden limit, no longer below',
    rule('supplementaryMedical', (found) => {
      found.event.params = { of: ['inScope'], atMost: '$supplementaryMedical.burdenLimit' };
    }),
  ),
  fault(
    'form',
    'a deductible in assistance',
    all(
      figure('medicalAssistance.deductible', 0.02, 'CNY', 'lower'),
      rule('medicalAssistance', (found) => {
        found.event.params = { ...found.event.params, deductible: '$medicalAssistance.deductible' };
      }),
    ),
  ),
  fault(
    'first',
    'a grant that pays first and counts against the assistance cap',
    all(
      figure('grant.sum', 1_000, 'CNY'),
      layer('grant', 0, [ofType('inpatient')], { type: 'sum', params: { sum: '$grant.sum', of: ['inScope'] } }),
      ({ limits }) => {
        const cap = limits.find(({ name }) => name === 'medicalAssistanceYear');
        if (cap !== undefined) cap.over = ['medicalAssistance', 'grant'];
      },
    ),
  ),
  fault(
    'raisedAndCut',
    'better assistance, burden limit 0.101',
    all(set('medicalAssistance.ratio', 0.8), set('supplementaryMedical.burdenLimit', 0.101)),
  ),
  fault('accident', 'grade 7 at 0.39', ({ standards }) => {
    const shares = standards['accident.gradeShares'] as { value: Record<string, number> };
    shares.value = { ...shares.value, 7: 0.39 };
  }),
  fault(
    'accident',
    'equal injuries no longer count one grade up',
    rule('accidentDisability', (found) => {
      found.event.params = { ...found.event.params, equalHeaviest: 'same' };
    }),
  ),
];
