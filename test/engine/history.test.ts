import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim, CompiledRuleSet, History } from '../../server/engine/settlement.ts';
import { cityRuleSet } from '../city.ts';

const DATE = '2019-06-01';

let city: CompiledRuleSet;
beforeAll(() => {
  city = compile(cityRuleSet());
});

/** The history as an integrator sends it on: amounts in CNY. */
function sentOn(history: History): Record<string, unknown> {
  const cny = (counters: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counters).map(([kind, value]) => [kind, value / 100]));
  return Object.fromEntries(
    Object.entries(history).map(([period, names]) => [
      period,
      Object.fromEntries(Object.entries(names).map(([name, counters]) => [name, cny(counters)])),
    ]),
  );
}

describe('history', () => {
  it('of one stay is what the next is settled on', async () => {
    const first: Claim = { type: 'inpatient', hospital: { level: 3 }, cost: { inScope: 200000 } };
    const after = (await city.settle(first, DATE)).history.after;
    expect(after).toMatchObject({ year: { criticalIllness: { base: 8054000 }, medicalAssistance: { paid: 1500000 } } });
    const second: Claim = {
      type: 'inpatient',
      hospital: { level: 1 },
      stay: { number: 2 },
      cost: { inScope: 5000 },
      history: sentOn(after),
    };
    const settlement = await city.settle(second, DATE);
    expect(settlement.history.before).toEqual(after);
    // Assistance was used up by the first stay.
    expect(settlement.layers.find(({ layer }) => layer === 'medicalAssistance')).toMatchObject({
      paid: 0,
      reason: 'limitUsedUp',
    });
    expect(settlement.notices.map(({ code }) => code)).not.toContain('counterAssumedZero');
  });

  it('keeps counters of the rule set that the claim does not touch', async () => {
    const claim: Claim = {
      type: 'inpatient',
      hospital: { level: 1 },
      cost: { inScope: 100 },
      history: { householdYear: { propertyTheft: { paid: 12.34 } } },
    };
    const { before, after } = (await city.settle(claim, DATE)).history;
    expect(before.householdYear).toEqual({ propertyTheft: { paid: 1234 } });
    expect(after.householdYear).toEqual({ propertyTheft: { paid: 1234 } });
    expect((await city.settle(claim, DATE)).history.after).toEqual(after);
  });

  it('left out counts as 0, and a notice says so for each counter', async () => {
    const { notices, history } = await city.settle(
      { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 100 } },
      DATE,
    );
    expect(history.before).toMatchObject({ year: { criticalIllness: { base: 0, paid: 0 } } });
    const assumed = notices.filter(({ code }) => code === 'counterAssumedZero').map(({ args }) => args.counter);
    expect(assumed.sort()).toEqual([
      'year.criticalIllness.base',
      'year.criticalIllness.paid',
      'year.medicalAssistance.paid',
      'year.supplementaryMedical.paid',
    ]);
  });

  it('is unchanged by a claim of somebody who is not covered', async () => {
    const claim: Claim = {
      type: 'inpatient',
      person: { category: 'other' },
      hospital: { level: 1 },
      cost: { inScope: 20000 },
    };
    const settlement = await city.settle(claim, DATE);
    expect(settlement.eligible).toBe(false);
    expect(settlement.paid).toBe(0);
    expect(settlement.history.after).toEqual(settlement.history.before);
    expect(settlement.layers.every(({ reason }) => reason === 'notEligible')).toBe(true);
  });
});

describe('what another system has settled', () => {
  const away = (settled?: Record<string, number>): Claim => ({
    type: 'inpatient',
    hospital: { level: 3, place: 'outsideCity' },
    referral: { status: 'completed' },
    cost: { inScope: 20000 },
    ...(settled === undefined ? {} : { settled }),
  });

  it('is asked for, all that is missing at once', async () => {
    const missing = async () => city.settle(away(), DATE);
    await expect(missing()).rejects.toMatchObject({
      code: 'settledMissing',
      findings: [
        { at: { pointer: '/claim/settled/basicMedical' } },
        { at: { pointer: '/claim/settled/criticalIllness' } },
      ],
    });
  });

  it('is taken as paid, feeds the counters, and the chain goes on', async () => {
    const settlement = await city.settle(away({ basicMedical: 9000, criticalIllness: 100 }), DATE);
    expect(settlement.layers[0]).toMatchObject({ layer: 'basicMedical', paid: 900000, settled: true });
    expect(settlement.history.after).toMatchObject({ year: { criticalIllness: { base: 1100000, paid: 10000 } } });
    // 10,900 left: 70 % is 7,630.
    expect(settlement.layers.find(({ layer }) => layer === 'medicalAssistance')?.paid).toBe(763000);
  });

  it('is refused where it is more than what is left', async () => {
    const tooMuch = async () => city.settle(away({ basicMedical: 20000.01, criticalIllness: 0 }), DATE);
    await expect(tooMuch()).rejects.toMatchObject({ code: 'settledAboveLeft' });
    const exactly = await city.settle(away({ basicMedical: 20000, criticalIllness: 0 }), DATE);
    expect(exactly.selfPay.inScope).toBe(0);
  });
});
