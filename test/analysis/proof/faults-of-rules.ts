import { ahead, behind, chronic, declared, seeded as fault, is, layered, limited, params, withheld } from './edits.ts';
import { all, figure, layer, ofType, only, rule, type Seeded, set } from './seeded.ts';

const inpatient = ofType('inpatient');

const aid = (of: readonly string[]) =>
  all(figure('aid.sum', 500, 'CNY'), layer('aid', -1, [inpatient], { type: 'sum', params: { sum: '$aid.sum', of } }));

/** Further faults in who is paid, when and in what order: terms, exclusions, histories, rules that stand before others, pots. */
export const faultsOfRules: readonly Seeded[] = [
  fault(
    'terms',
    'no supplementary cover in December',
    withheld('december', { supplementaryMedical: 'none' }, [
      inpatient,
      is('discharge', 'greaterThanInclusive', '2019-12-01'),
    ]),
  ),
  fault(
    'terms',
    'ordinary critical illness from the fifth stay',
    withheld('fifthStay', { criticalIllness: 'ordinary' }, [inpatient, is('stay.number', 'greaterThanInclusive', 5)]),
  ),
  fault(
    'terms',
    'no reduction outside the city',
    declared('stay.outsideCity', {
      value: { basicMedical: 'settled', criticalIllness: 'settled', hospitalReduction: 'none' },
    }),
  ),
  fault('terms', 'the referral on the day itself', set('referral.completionDays', 0)),
  fault(
    'terms',
    'no waivers for township hospitals’ city patients',
    withheld('cityPatients', { outpatientWaiver: 'none' }, [
      ofType('outpatient'),
      is('hospital.place', 'equal', 'city'),
    ]),
  ),
  fault(
    'exclusion',
    'assistance not after the third stay',
    only('medicalAssistance', { not: is('stay.number', 'greaterThan', 3) }),
  ),
  fault(
    'exclusion',
    'no medical cost where the person died',
    only('accidentMedical', is('accident.death', 'notEqual', true)),
  ),
  fault('exclusion', 'theft of outdoor belongings', only('propertyTheft', is('loss.object', 'notIn', ['outdoor']))),
  fault(
    'exclusion',
    'top-up at level 3 only where designated',
    only('supplementaryMedical', {
      any: [is('hospital.level', 'in', [1, 2]), is('hospital.designated', 'equal', true)],
    }),
  ),
  fault(
    'exclusion',
    'reduction up to a bill of 999,999',
    only('hospitalReduction', is('cost.total', 'lessThanInclusive', 999_999)),
  ),
  fault(
    'exclusion',
    'disability only up to three injuries of grade 10',
    only('accidentDisability', is('accident.grades', 'doesNotContain', 10)),
  ),
  fault(
    'exclusion',
    'assistance only with drugs below 50,000',
    only('medicalAssistance', is('cost.essentialDrug', 'lessThan', 50_000)),
  ),
  fault(
    'exclusion',
    'critical illness only until Christmas',
    only('criticalIllness', is('discharge', 'lessThan', '2019-12-25')),
  ),
  fault(
    'history',
    'critical illness by the stay, no longer by the year',
    rule('criticalIllness', (found) => {
      const { year, ...rest } = found.event.params;
      found.event.params = rest;
    }),
  ),
  fault('history', 'the base is counted under another name', params('criticalIllness', { year: 'medicalAssistance' })),
  fault(
    'history',
    'chronic outpatients by the visit',
    rule('chronicOutpatient', (found) => {
      const { year, ...rest } = found.event.params;
      found.event.params = rest;
    }),
    chronic,
  ),
  fault('history', 'death after disability of the whole year', limited('deathAfterDisability', { per: 'year' })),
  fault(
    'history',
    'days of the daily sum: one fewer',
    set('daily.most', 29),
    all(
      figure('daily.rate', 50, 'CNY'),
      figure('daily.most', 30, 'count'),
      layer('daily', -1, [inpatient], {
        type: 'allowance',
        params: { rate: '$daily.rate', count: 'stay.number', atMost: '$daily.most', per: 'year' },
      }),
    ),
  ),
  fault(
    'shadow',
    'a poorer rule of level 2 stands first',
    ahead(
      'basicFirst',
      'basicMedical',
      [inpatient, is('hospital.level', 'equal', 2), is('hospital.rank', 'equal', 'township')],
      {
        type: 'reimburse',
        params: { of: ['inScope'], ratio: '$medicalAssistance.ratio', deductible: '$accident.medical' },
      },
    ),
  ),
  fault(
    'shadow',
    'later stays of critical illness without bands',
    ahead('laterStays', 'criticalIllness', [inpatient, is('stay.number', 'greaterThan', 1)], {
      type: 'reimburse',
      params: { of: ['inScope'], ratio: '$hospitalReduction.outOfCatalogueRatio' },
    }),
  ),
  fault('shadow', 'one payment of an accident', layered('accident', { combine: 'one' })),
  fault(
    'shadow',
    'death before disability is set off',
    behind('accidentDeath', 'accidentMedical'),
    all(behind('accidentDisability', 'accidentDeath')),
  ),
  fault(
    'pots',
    'aid draws from the other pot first',
    rule('aid', (found) => {
      found.event.params = { ...found.event.params, of: ['outOfScope', 'inScope'] };
    }),
    aid(['inScope', 'outOfScope']),
  ),
  fault(
    'pots',
    'aid for one pot only',
    rule('aid', (found) => {
      found.event.params = { ...found.event.params, of: ['inScope'] };
    }),
    aid(['inScope', 'outOfScope']),
  ),
  fault(
    'pots',
    'waivers in another order, where another system waived a part',
    behind('registrationWaiver', 'largeEquipmentWaiver'),
  ),
  fault(
    'period',
    'the layer ends a day early',
    layered('supplementaryMedical', { period: { from: '2019-01-01', to: '2019-12-30' } }),
  ),
];
