import { seeded as good } from './edits.ts';
import { all, figure, layer, limit, ofType, rule, type Seeded, set } from './seeded.ts';

const full = (first: number, second: number, third: number) => ({
  full: [
    { from: 0, to: 100_000, value: first },
    { from: 100_000, to: 200_000, value: second },
    { from: 200_000, value: third },
  ],
  ordinary: [
    { from: 0, to: 100_000, value: 0.5 },
    { from: 100_000, to: 200_000, value: 0.6 },
    { from: 200_000, value: 0.65 },
  ],
});

const ratios = (one: number, two: number, three: number) => set('basicMedical.ratio', { 1: one, 2: two, 3: three });
const deductibles = (one: number, two: number, three: number) =>
  set('basicMedical.deductible', { 1: one, 2: two, 3: three });
const assistance = (ratio: number) => set('medicalAssistance.ratio', ratio);
const burden = (share: number) => set('supplementaryMedical.burdenLimit', share);
const wider =
  (id: string, ...more: readonly string[]): Seeded['change'] =>
  (draft) => {
    const standard = draft.standards[id] as { value: readonly string[] };
    standard.value = [...standard.value, ...more];
  };

const aid = (of: readonly string[]) =>
  all(
    figure('aid.ratio', 0.3, 'share'),
    figure('aid.deductible', 2_000, 'CNY', 'lower'),
    layer('aid', -1, [ofType('inpatient')], {
      type: 'reimburse',
      params: { of, ratio: '$aid.ratio', deductible: '$aid.deductible' },
    }),
  );

/** Changes by which nobody is worse off. */
export const goodChanges: readonly Seeded[] = [
  good('upstream', 'basic ratios up', ratios(0.85, 0.75, 0.65)),
  good('upstream', 'one basic ratio up', ratios(0.8, 0.71, 0.6)),
  good('upstream', 'basic deductibles down', deductibles(100, 300, 600)),
  good('upstream', 'no basic deductible', deductibles(0, 0, 0)),
  good('upstream', 'essential drugs 0.95', set('basicMedical.essentialDrugRatio', 0.95)),
  good('upstream', 'critical illness from 4,000', set('criticalIllness.deductible', { full: 4_000, ordinary: 12_000 })),
  good('upstream', 'critical illness bands up', set('criticalIllness.bands', full(0.6, 0.7, 0.75))),
  good('upstream', 'critical illness one band up', set('criticalIllness.bands', full(0.55, 0.66, 0.7))),
  good(
    'upstream',
    'half the deductible from the second stay',
    set('basicMedical.repeatDeductibleFactor', [
      { from: 0, to: 2, value: 1 },
      { from: 2, value: 0.5 },
    ]),
  ),
  good(
    'upstream',
    'critical illness cap 600,000',
    set('criticalIllness.annualCap', { full: 600_000, ordinary: 400_000 }),
  ),
  good('upstream', 'reduction 0.15', set('hospitalReduction.outOfCatalogueRatio', 0.15)),
  good('figure', 'assistance 0.80', assistance(0.8)),
  good('figure', 'assistance 0.7001', assistance(0.7001)),
  good('figure', 'assistance cap 20,000', set('medicalAssistance.annualCap', 20_000)),
  good('figure', 'burden limit 0.08', burden(0.08)),
  good('figure', 'burden limit 0.0999', burden(0.0999)),
  good('figure', 'supplementary cap unlimited', set('supplementaryMedical.annualCap', 'unlimited')),
  good('figure', 'expert consultation 0.8', set('outpatient.expertConsultationWaiver', 0.8)),
  good('figure', 'death 40,000', set('accident.death', 40_000)),
  good('figure', 'accident medical 8,000', set('accident.medical', 8_000)),
  good('figure', 'disability 35,000', set('accident.disability', 35_000)),
  good(
    'figure',
    'disaster 60,000 and theft 6,000',
    all(set('property.disasterOrAccident', 60_000), set('property.theft', 6_000)),
  ),
  good('several', 'basic and assistance', all(ratios(0.85, 0.75, 0.65), assistance(0.8))),
  good(
    'several',
    'basic, critical and supplementary',
    all(deductibles(100, 400, 800), set('criticalIllness.bands', full(0.6, 0.7, 0.75)), burden(0.05)),
  ),
  good(
    'several',
    'everything of the chain',
    all(
      ratios(0.9, 0.8, 0.7),
      deductibles(100, 300, 500),
      set('basicMedical.essentialDrugRatio', 0.95),
      set('criticalIllness.deductible', { full: 5_000, ordinary: 10_000 }),
      assistance(0.85),
      set('medicalAssistance.annualCap', 30_000),
      burden(0.05),
      set('supplementaryMedical.annualCap', 400_000),
    ),
  ),
  good('several', 'both accident sums', all(set('accident.death', 36_000), set('accident.disability', 36_000))),
  good(
    'several',
    'all waivers',
    all(
      set('outpatient.expertConsultationWaiver', 1),
      set('outpatient.largeEquipmentWaiver', 0.75),
      set('hospitalReduction.outOfCatalogueRatio', 0.2),
    ),
  ),
  good('wider', 'other perils', wider('property.perils', 'other')),
  good('wider', 'other objects', wider('property.objects', 'other')),
  good('wider', 'the temporarily poor in the three products', wider('eligibility.specialInsurance', 'temporarilyPoor')),
  good(
    'wider',
    'chronic outpatients',
    all(
      set('chronicOutpatient.diseases', ['hypertension', 'diabetes']),
      set('chronicOutpatient.ratio', 0.6),
      set('chronicOutpatient.deductible', 300),
      set('chronicOutpatient.annualCap', 3_000),
    ),
  ),
  good(
    'wider',
    'referral terms of critical illness full',
    set('referral.withheld', {
      basicMedical: 'full',
      criticalIllness: 'full',
      hospitalReduction: 'none',
      medicalAssistance: 'none',
      supplementaryMedical: 'none',
    }),
  ),
  good(
    'wider',
    'assistance without a referral',
    set('referral.withheld', {
      basicMedical: 'full',
      criticalIllness: 'ordinary',
      hospitalReduction: 'full',
      medicalAssistance: 'full',
      supplementaryMedical: 'none',
    }),
  ),
  good('added', 'aid above 2,000', aid(['inScope'])),
  good('added', 'aid for all that is left', aid(['inScope', 'outOfScope'])),
  good(
    'added',
    'aid with a cap of the year',
    all(
      aid(['inScope']),
      figure('aid.annualCap', 10_000, 'CNY'),
      limit({ name: 'aidYear', over: ['aid'], per: 'year', atMost: '$aid.annualCap' }),
    ),
  ),
  good(
    'added',
    'a daily sum',
    all(
      figure('daily.sum', 50, 'CNY'),
      layer('daily', -1, [ofType('inpatient')], { type: 'sum', params: { sum: '$daily.sum' } }),
    ),
  ),
  good(
    'added',
    'a second top-up',
    all(
      figure('second.limit', 0.05, 'share', 'lower'),
      layer('second', -1, [ofType('inpatient')], {
        type: 'topUp',
        params: { of: ['inScope'], below: '$second.limit' },
      }),
    ),
  ),
  good(
    'added',
    'drugs at level 2 as well',
    all(
      set('basicMedical.ratio', { 1: 0.8, 2: 0.75, 3: 0.65 }),
      rule('basicMedicalHigherLevels', (found) => {
        found.event.params = { ...found.event.params, parts: { essentialDrug: '$basicMedical.essentialDrugRatio' } };
      }),
    ),
  ),
  good('form', 'below instead of at most leaves a fen less', all(burden(0.09), assistance(0.75))),
  good('form', 'nothing stays with the person', set('inpatient.minimumSelfPay', 0)),
];
