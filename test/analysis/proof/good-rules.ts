import { behind, seeded as good, is, layered, limited, params } from './edits.ts';
import { all, type Draft, figure, layer, limit, ofType, rule, type Seeded, set } from './seeded.ts';

const inpatient = ofType('inpatient');

/** Moves a layer to a place. */
const moved =
  (name: string, to: number) =>
  ({ layers }: Draft): void => {
    const [found] = layers.splice(
      layers.findIndex((one) => one.name === name),
      1,
    );
    if (found === undefined) throw new Error(`no layer ${name}`);
    layers.splice(to, 0, found);
  };

/** A rule in two: one for the claims that meet a condition, with other parameters, and one for the rest. */
const split =
  (name: string, condition: unknown, more: Record<string, unknown>) =>
  ({ rules }: Draft): void => {
    const at = rules.findIndex((one) => one.name === name);
    const found = rules[at];
    if (found === undefined) throw new Error(`no rule ${name}`);
    const with_ = (one: Draft['rules'][number], leaf: unknown) => {
      const { all: parts } = one.conditions as { all: unknown[] };
      return { ...structuredClone(one), conditions: { all: [...structuredClone(parts), leaf] } };
    };
    const first = with_(found, condition);
    const rest = with_(found, { not: condition });
    rules.splice(
      at,
      1,
      { ...first, event: { ...first.event, params: { ...first.event.params, ...more } } },
      { ...rest, name: `${name}Rest` },
    );
  };

/** Other conditions of a rule. */
const where = (name: string, conditions: unknown): Seeded['change'] =>
  rule(name, (found) => {
    found.conditions = conditions;
  });

const paysIn = (name: string, into: string, conditions: readonly unknown[], event: Draft['rules'][number]['event']) =>
  function add({ rules }: Draft) {
    rules.push({ name, label: { zh: name, en: name }, layer: into, conditions: { all: conditions }, event } as never);
  };

/** Further good changes of rules, their order and their words. */
export const goodRules: readonly Seeded[] = [
  good('words', 'another payer', layered('hospitalReduction', { payer: 'civilAffairs' })),
  good('words', 'other labels and no readings', (draft) => {
    for (const one of draft.layers) Object.assign(one, { label: { zh: '层', en: 'layer' } });
    Object.assign(draft, { readings: [], leftOut: [] });
  }),
  good(
    'words',
    'a rule renamed that nothing counts',
    rule('registrationWaiver', (found) => {
      found.name = 'registration';
    }),
  ),
  good('words', 'a limit renamed', limited('accidentMedicalYear', { name: 'medicalOfAccidents' })),
  good(
    'words',
    'the same ratio written longer',
    params('medicalAssistance', { ratio: { amount: '$medicalAssistance.ratio' } }),
  ),
  good(
    'words',
    'premiums and shares of them',
    all(set('supplementaryMedical.premium', 180), set('supplementaryMedical.cityShare', 30)),
  ),
  good('order', 'assistance before the reduction of another pot', moved('medicalAssistance', 2)),
  good('order', 'the reduction first of all', moved('hospitalReduction', 0)),
  good('order', 'waivers behind the insurance', moved('outpatientWaiver', 8)),
  good('order', 'death first, so that disability is not set off', behind('accidentDisability', 'accidentDeath')),
  good('conditions', 'the same said with not', where('supplementaryMedical', { all: [{ not: { not: inpatient } }] })),
  good(
    'conditions',
    'the same said with any',
    where('propertyTheft', {
      all: [
        ofType('property'),
        { any: [is('loss.peril', 'in', ['theft']), is('loss.peril', 'in', ['robbery'])] },
        is('loss.object', 'in', ['house', 'indoor', 'outdoor', 'living', 'production']),
      ],
    }),
  ),
  good(
    'conditions',
    'theft of anything',
    where('propertyTheft', { all: [ofType('property'), is('loss.peril', 'in', ['theft', 'robbery'])] }),
  ),
  good(
    'conditions',
    'waivers in hospitals that are not designated',
    where('registrationWaiver', { all: [ofType('outpatient')] }),
  ),
  good(
    'conditions',
    'from five yuan of reduction on by another rule',
    split('hospitalReduction', is('cost.outOfScope', 'greaterThan', 5_000), {}),
  ),
  good('conditions', 'the referral within ten days', set('referral.completionDays', 10)),
  good('conditions', 'the referral whenever', set('referral.completionDays', 30_000)),
  good('split', 'the top-up in two rules', split('supplementaryMedical', is('hospital.level', 'equal', 1), {})),
  good(
    'split',
    'assistance better at level 1',
    all(
      figure('assistance.levelOne', 0.85, 'share'),
      split('medicalAssistance', is('hospital.level', 'equal', 1), { ratio: '$assistance.levelOne' }),
    ),
  ),
  good(
    'split',
    'expert consultations of the home county free',
    all(
      figure('consultation.home', 1, 'share'),
      split('expertConsultationWaiver', is('hospital.place', 'equal', 'homeCounty'), { ratio: '$consultation.home' }),
    ),
  ),
  good(
    'added',
    'aid first of all',
    all(
      figure('aid.ratio', 0.1, 'share'),
      layer('aid', 0, [inpatient], { type: 'reimburse', params: { of: ['inScope'], ratio: '$aid.ratio' } }),
    ),
  ),
  good(
    'added',
    'a sum before assistance',
    all(
      figure('aid.sum', 800, 'CNY'),
      layer('aid', 3, [inpatient], { type: 'sum', params: { sum: '$aid.sum', of: ['inScope'] } }),
    ),
  ),
  good(
    'added',
    'aid before the top-up, by the level',
    all(
      figure('aid.sum', 300, 'CNY'),
      layer('aid', 4, [inpatient, is('hospital.level', 'equal', 3)], {
        type: 'sum',
        params: { sum: '$aid.sum', of: ['inScope', 'outOfScope'] },
      }),
    ),
  ),
  good(
    'added',
    'a top-up of what is out of scope',
    all(
      figure('outside.limit', 0.5, 'share', 'lower'),
      layer('outside', -1, [inpatient], { type: 'topUp', params: { of: ['outOfScope'], atMost: '$outside.limit' } }),
    ),
  ),
  good(
    'added',
    'days of the stay',
    all(
      figure('daily.rate', 50, 'CNY'),
      figure('daily.most', 30, 'count'),
      layer('daily', -1, [inpatient], {
        type: 'allowance',
        params: { rate: '$daily.rate', count: 'stay.number', atMost: '$daily.most', per: 'year' },
      }),
    ),
  ),
  good(
    'added',
    'expert registration is waived too',
    paysIn('expertRegistrationWaiver', 'outpatientWaiver', [ofType('outpatient')], {
      type: 'reimburse',
      params: { of: ['expertRegistration'], ratio: '$outpatient.largeEquipmentWaiver' },
    }),
  ),
  good(
    'added',
    'perils that nothing else covers',
    all(
      figure('mercy.ratio', 0.2, 'share'),
      layer('mercy', -1, [ofType('property'), is('loss.peril', 'equal', 'other')], {
        type: 'reimburse',
        params: { of: ['loss'], ratio: '$mercy.ratio' },
      }),
    ),
  ),
  good(
    'added',
    'banded aid with a cap that it shares with nobody',
    all(
      figure('aid.cap', 30_000, 'CNY'),
      layer('aid', -1, [inpatient], {
        type: 'reimburse',
        params: {
          of: ['inScope', 'outOfScope'],
          bands: '$aid.bands',
          bandsFrom: 'deductible',
          deductible: '$accident.medical',
        },
      }),
      ({ standards }) => {
        standards['aid.bands'] = {
          value: [
            { from: 0, to: 10_000, value: 0.3 },
            { from: 10_000, value: 0.6 },
          ],
          unit: 'share',
          better: 'higher',
          label: { zh: '分段', en: 'bands' },
        } as never;
      },
      limit({ name: 'aidYear', over: ['aid'], per: 'year', atMost: '$aid.cap' }),
    ),
  ),
  good('period', 'ends a day early as a whole', (draft) => {
    Object.assign(draft, { effective: { from: '2019-01-01', to: '2019-12-30' } });
  }),
  good(
    'form',
    'at most becomes below',
    rule('supplementaryMedical', (found) => {
      found.event.params = { of: ['inScope'], below: '$supplementaryMedical.burdenLimit' };
    }),
    rule('supplementaryMedical', (found) => {
      found.event.params = { of: ['inScope'], atMost: '$supplementaryMedical.burdenLimit' };
    }),
  ),
  good(
    'form',
    'all of an item instead of half',
    rule('largeEquipmentWaiver', (found) => {
      found.event.params = { of: ['largeEquipment'] };
    }),
  ),
  good(
    'form',
    'a ratio without a deductible instead of bands',
    all(
      figure('critical.ratio', 0.75, 'share'),
      rule('criticalIllness', (found) => {
        found.event.params = { of: ['inScope'], year: 'criticalIllness', ratio: '$critical.ratio' };
      }),
    ),
  ),
];
