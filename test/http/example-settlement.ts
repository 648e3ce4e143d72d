import type { Settlement } from '../../server/engine/settlement.ts';

/** A settlement with everything that one can have; not of a real rule set. */
export const settlement: Settlement = {
  claimType: 'inpatient',
  eligible: true,
  layers: [
    {
      layer: 'basicMedical',
      payer: 'basicMedicalFund',
      channel: null,
      paid: 1584000,
      lines: [{ rule: 'basic-medical-level-1', owed: 1584000, paid: 1584000, boundBy: null }],
    },
    {
      layer: 'assistance',
      payer: null,
      channel: 'oneStop',
      paid: 0,
      reason: 'limitUsedUp',
      lines: [{ rule: 'assistance', owed: 5, paid: 0, boundBy: 'assistanceYear' }],
    },
    {
      layer: 'funding',
      payer: '某"机构"',
      channel: 'offline',
      paid: 7,
      settled: true,
      lines: [
        { rule: 'premium', owed: 7, paid: 7, boundBy: 'left', funding: { province: 10000, city: 2000, county: 0 } },
      ],
    },
  ],
  paid: 1584007,
  selfPay: { inScope: 415993, outOfScope: 1, total: 415994 },
  history: {
    before: { year: { assistance: { paid: 0 } } },
    after: { year: { assistance: { paid: 12345678901, base: 10 }, a: { count: 3 } }, event: {} },
  },
  notices: [
    {
      code: 'limitReached',
      args: { limit: 'assistanceYear', label: { zh: '年度限额', en: 'annual limit' }, unpaid: '0.05' },
    },
  ],
};
