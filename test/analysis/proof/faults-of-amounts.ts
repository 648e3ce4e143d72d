import { chronic, criticalBands, declared, seeded as fault, layered, limited, params } from './edits.ts';
import { all, figure, layer, limit, ofType, rule, type Seeded, set } from './seeded.ts';

const inpatient = ofType('inpatient');

/** Further faults in what is paid: edges, roundings, levels, shared caps, what a raise hides. */
export const faultsOfAmounts: readonly Seeded[] = [
  fault(
    'rounding',
    'reduction in two halves, each rounded on what the first left',
    all(
      set('hospitalReduction.outOfCatalogueRatio', 0.05),
      layer('secondReduction', 3, [inpatient], {
        type: 'reimburse',
        params: { of: ['outOfScope'], ratio: '$hospitalReduction.outOfCatalogueRatio' },
      }),
    ),
  ),
  fault(
    'rounding',
    'assistance times 0.99999',
    all(
      figure('assistance.factor', 0.99999, 'factor'),
      params('medicalAssistance', { ratio: { amount: '$medicalAssistance.ratio', times: '$assistance.factor' } }),
    ),
  ),
  fault('rounding', 'death 29,999.99', set('accident.death', 29_999.99)),
  fault('rounding', 'two fen stay with the person', set('inpatient.minimumSelfPay', 0.02)),
  fault('rounding', 'registration waived to 0.9999', set('outpatient.registrationWaiver', 0.9999)),
  fault(
    'edge',
    'ordinary third band a fen later',
    criticalBands(
      [
        [0, 0.55],
        [100_000, 0.65],
        [200_000, 0.7],
      ],
      [
        [0, 0.5],
        [100_000, 0.6],
        [200_000.01, 0.65],
      ],
    ),
  ),
  fault(
    'edge',
    'a dip a fen wide',
    criticalBands([
      [0, 0.55],
      [100_000, 0.65],
      [150_000, 0.6],
      [150_000.01, 0.65],
      [200_000, 0.7],
    ]),
  ),
  fault(
    'edge',
    'a dip a yuan wide, all else better',
    criticalBands([
      [0, 0.6],
      [100_000, 0.7],
      [199_999, 0.5],
      [200_000, 0.75],
    ]),
  ),
  fault(
    'band',
    'every band times 0.9999',
    all(
      figure('criticalIllness.factor', 0.9999, 'factor'),
      params('criticalIllness', { bands: { amount: '$criticalIllness.bands', times: '$criticalIllness.factor' } }),
    ),
  ),
  fault('edge', 'bands count from the deductible', params('criticalIllness', { bandsFrom: 'deductible' })),
  fault(
    'edge',
    'from the 31st stay half as much again',
    set('basicMedical.repeatDeductibleFactor', [
      { from: 0, to: 31, value: 1 },
      { from: 31, value: 1.5 },
    ]),
  ),
  fault(
    'edge',
    'from the 1,000th stay a tenth more',
    set('basicMedical.repeatDeductibleFactor', [
      { from: 0, to: 2, value: 1 },
      { from: 2, to: 1_000, value: 0.5 },
      { from: 1_000, value: 1.1 },
    ]),
  ),
  fault(
    'sharedCap',
    'disability and medical cost of one accident',
    all(
      figure('accident.together', 34_999.99, 'CNY'),
      limit({
        name: 'together',
        over: ['accidentDisability', 'accidentMedical'],
        per: 'event',
        atMost: '$accident.together',
      }),
    ),
  ),
  fault(
    'sharedCap',
    'theft beside disaster no longer',
    all(
      figure('property.together', 54_999.99, 'CNY'),
      limit({
        name: 'together',
        over: ['propertyDisaster', 'propertyTheft'],
        per: 'householdYear',
        atMost: '$property.together',
      }),
    ),
  ),
  fault(
    'sharedCap',
    'critical illness counts towards the assistance cap',
    limited('medicalAssistanceYear', { over: ['criticalIllness', 'medicalAssistance'], binds: ['medicalAssistance'] }),
  ),
  fault(
    'sharedCap',
    'chronic outpatients count towards the supplementary cap',
    set('chronicOutpatient.insideSupplementaryCap', true),
    chronic,
  ),
  fault(
    'sharedCap',
    'waivers of a year up to 999,999.99',
    all(
      figure('waivers.year', 999_999.99, 'CNY'),
      limit({ name: 'waiversYear', over: ['outpatientWaiver'], per: 'year', atMost: '$waivers.year' }),
    ),
  ),
  fault(
    'sharedCap',
    'the top-up at most nine tenths of the bill, less a fen',
    all(
      figure('topUp.share', 0.8999, 'share'),
      limit({
        name: 'topUpShare',
        over: ['supplementaryMedical'],
        per: 'claim',
        atMost: { share: '$topUp.share', of: ['inScope'] },
      }),
    ),
  ),
  fault(
    'waiver',
    'expert registration instead of consultation',
    params('expertConsultationWaiver', { of: ['expertRegistration'] }),
  ),
  fault(
    'waiver',
    'ten yuan of each examination',
    all(
      figure('outpatient.examinationDeductible', 10, 'CNY', 'lower'),
      params('largeEquipmentWaiver', { deductible: '$outpatient.examinationDeductible' }),
    ),
  ),
  fault(
    'waiver',
    'two hundred a visit',
    all(
      figure('outpatient.visitCap', 200, 'CNY'),
      limit({ name: 'visit', over: ['outpatientWaiver'], per: 'claim', atMost: '$outpatient.visitCap' }),
    ),
  ),
  fault('waiver', 'only the first fee of a visit', layered('outpatientWaiver', { combine: 'one' })),
  fault(
    'levels',
    'assistance by level, a thousandth less at level 3',
    declared('medicalAssistance.ratio', { value: { 1: 0.9, 2: 0.8, 3: 0.699 }, by: 'hospital.level' }),
  ),
  fault(
    'levels',
    'burden limit by level',
    declared('supplementaryMedical.burdenLimit', { value: { 1: 0.05, 2: 0.08, 3: 0.1001 }, by: 'hospital.level' }),
  ),
  fault(
    'levels',
    'assistance by stay, less from the third',
    declared('medicalAssistance.ratio', {
      value: [
        { from: 0, to: 3, value: 0.85 },
        { from: 3, value: 0.695 },
      ],
      by: 'stay.number',
    }),
  ),
  fault(
    'levels',
    'assistance by the bill: less above 50,000',
    declared('medicalAssistance.ratio', {
      value: [
        { from: 0, to: 50_000, value: 0.75 },
        { from: 50_000, value: 0.699 },
      ],
      by: 'cost.inScope',
    }),
  ),
  fault(
    'levels',
    'consultations by place',
    declared('outpatient.expertConsultationWaiver', {
      value: { homeCounty: 0.6, city: 0.499, outsideCity: 0.6 },
      by: 'hospital.place',
    }),
  ),
  fault(
    'deductible',
    'a fen more of each deductible',
    all(
      figure('basicMedical.more', 0.01, 'CNY', 'lower'),
      params('basicMedicalHigherLevels', {
        deductible: {
          amount: '$basicMedical.deductible',
          times: '$basicMedical.repeatDeductibleFactor',
          plus: '$basicMedical.more',
        },
      }),
    ),
  ),
  fault(
    'deductible',
    'falls with each stay no longer',
    params('basicMedicalHigherLevels', { deductible: '$basicMedical.deductible' }),
    all(
      figure('basicMedical.less', 10, 'CNY'),
      params('basicMedicalHigherLevels', {
        deductible: { amount: '$basicMedical.deductible', less: '$basicMedical.less', each: 'stay.number' },
      }),
    ),
  ),
  fault(
    'deductible',
    'a fen of each loss',
    all(figure('property.least', 0.01, 'CNY', 'lower'), params('propertyTheft', { deductible: '$property.least' })),
  ),
  fault(
    'form',
    'nine tenths instead of down to a tenth',
    all(
      figure('topUp.ratio', 0.9, 'share'),
      rule('supplementaryMedical', (found) => {
        found.event = { type: 'reimburse', params: { of: ['inScope'], ratio: '$topUp.ratio' } };
      }),
    ),
  ),
  fault(
    'form',
    'drugs at level 1 as anything else',
    rule('basicMedicalLevel1', (found) => {
      const { parts, ...rest } = found.event.params;
      found.event.params = rest;
    }),
  ),
  fault(
    'hidden',
    'assistance 0.9 beside a cap a fen lower',
    all(set('medicalAssistance.ratio', 0.9), set('medicalAssistance.annualCap', 14_999.99)),
  ),
  fault(
    'hidden',
    'burden limit 0.05 beside a cap a fen lower',
    all(set('supplementaryMedical.burdenLimit', 0.05), set('supplementaryMedical.annualCap', 299_999.99)),
  ),
  fault(
    'hidden',
    'all of level 3 better, later stays a fifth dearer',
    all(
      set('basicMedical.ratio', { 1: 0.9, 2: 0.8, 3: 0.7 }),
      set('basicMedical.repeatDeductibleFactor', [
        { from: 0, to: 2, value: 1 },
        { from: 2, value: 1.2 },
      ]),
    ),
  ),
  fault(
    'hidden',
    'a higher sum on death, a fen less on disability',
    all(set('accident.death', 60_000), set('accident.disability', 29_999.99)),
  ),
];
