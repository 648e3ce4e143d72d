import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verification } from '../../server/usecases/verification.ts';
import { refused } from '../published.ts';
import { changed, codes, demo, type Json, lookUp, settled, stay, verify } from './settled.ts';

describe('a settlement that was not touched', () => {
  const same = { same: true, firstDifference: null, differences: [], differencesLeftOut: 0, why: [] };

  it.each([
    ['a stay', stay, {}],
    ['a stay in a county without override', stay, { jurisdiction: '371502' }],
    ['a stay in the city itself', stay, { jurisdiction: '371500', date: '2019-06-01' }],
    ['a stay under an added rule', { ...stay, household: { incomePerPerson: 4000 } }, { jurisdiction: '371522' }],
    ['a stay under a later code of the place', stay, { jurisdiction: '371503' }],
    ['one with its explanation', stay, { explain: true }],
    [
      'a person who is not eligible',
      { type: 'accident', person: { category: 'other' }, cost: { accidentMedical: 9.99 } },
      {},
    ],
    [
      'an accident',
      { type: 'accident', accident: { grades: [7, 7], death: true }, cost: { accidentMedical: 6200 } },
      {},
    ],
    ['a funding', { type: 'funding', funding: { persons: 1000, households: 400 } }, {}],
  ])('is the same: %s', async (_, claim, given) => {
    const settlement = await settled(claim as Json, given);
    const told = await verify(settlement, claim);
    expect(told).toMatchObject({ ...same, ruleSet: settlement.ruleSet, inForceNow: { other: false, message: null } });
    const digest = settlement.settlementDigest;
    expect(told.digests).toEqual({ received: digest, computed: digest, recomputed: digest });
  });

  it('is the same for any amounts, which are read to the fen', async () => {
    const fen = fc.integer({ min: 0, max: 999_999_999_999 });
    await fc.assert(
      fc.asyncProperty(fen, fen, fc.integer({ min: 1, max: 3 }), async (inScope, before, level) => {
        const history = { year: { criticalIllness: { base: before / 100 } } };
        const claim = { type: 'inpatient', hospital: { level }, cost: { inScope: inScope / 100 }, history };
        expect(await verify(await settled(claim), claim)).toMatchObject(same);
      }),
      { numRuns: 40 },
    );
  });

  it('stays the same when fields are added later, for only money, history and names count', async () => {
    const settlement = { ...(await settled(stay)), fieldOfALaterVersion: { a: 1 } };
    expect(await verify(settlement, stay)).toMatchObject(same);
  });
});

describe('a settlement that was altered', () => {
  it('does not match its own digest, and the altered amount is named', async () => {
    const altered = changed(await settled(stay), (copy: { layers: { paid: number; lines: { paid: number }[] }[] }) => {
      const [layer] = copy.layers;
      if (layer?.lines[0] !== undefined) layer.lines[0].paid = Math.round(layer.lines[0].paid * 100 + 1) / 100;
    });
    const told = await verify(altered, stay);
    expect(codes(told)).toEqual(['verifyContentAltered']);
    expect(told.digests.recomputed).toBe(told.digests.received);
    expect(told.digests.computed).not.toBe(told.digests.received);
    expect(told).toMatchObject({
      same: false,
      firstDifference: { at: 'layers', layer: 'basicMedical', rule: 'basicMedicalHigherLevels', field: 'paid' },
    });
    expect(told.differences).toHaveLength(1);
    expect(Number(told.firstDifference?.received) - Number(told.firstDifference?.recomputed)).toBeCloseTo(0.01, 5);
  });

  it.each([
    ['paid', { at: 'paid', layer: null, rule: null, field: 'paid' }],
    ['eligible', { at: 'eligible', received: false, recomputed: true }],
    ['selfPay', { at: 'selfPay', field: 'total', received: 1 }],
    ['history', { at: 'historyAfter', field: 'year.medicalAssistance.paid', received: null }],
    ['layers', { at: 'layers', layer: 'basicMedical', received: null }],
  ])('in %s is told', async (field, first) => {
    const changes: Readonly<Record<string, (copy: never) => void>> = {
      paid: (copy: { paid: number }) => (copy.paid += 1),
      eligible: (copy: { eligible: boolean }) => (copy.eligible = false),
      selfPay: (copy: { selfPay: Json }) => (copy.selfPay.total = 1),
      history: (copy: { history: { after: { year: Json } } }) => delete copy.history.after.year.medicalAssistance,
      layers: (copy: { layers: unknown[] }) => copy.layers.shift(),
    };
    const told = await verify(changed(await settled(stay), changes[field] ?? (() => {})), stay);
    expect(codes(told)).toEqual(['verifyContentAltered']);
    expect(told.firstDifference).toMatchObject(first);
  });

  /** Of the basic medical layer, which the other changes leave as it is. */
  type Layers = { layers: { payer?: unknown; channel?: unknown; reason?: unknown; settled?: unknown }[] };
  const first = (change: (layer: Layers['layers'][number]) => void) => (copy: Layers) => change(copy.layers[0] ?? {});

  it.each([
    ['payer', first((one) => (one.payer = 'attacker')), 'attacker', 'basicMedicalFund'],
    ['payer', first((one) => (one.payer = null)), null, 'basicMedicalFund'],
    ['payer', first((one) => delete one.payer), null, 'basicMedicalFund'],
    ['channel', first((one) => (one.channel = 'offline')), 'offline', 'oneStop'],
    ['reason', first((one) => (one.reason = 'nothingOwed')), 'nothingOwed', null],
    ['settled', first((one) => (one.settled = true)), true, null],
  ] as const)('in the %s of a layer, which no digest covers, is told', async (field, change, received, recomputed) => {
    const told = await verify(changed(await settled(stay), change), stay);
    expect(codes(told)).toEqual(['verifyLayerDiffers']);
    expect(told.digests.computed).toBe(told.digests.received);
    expect(told).toMatchObject({
      same: false,
      differences: [{ at: 'layers', layer: 'basicMedical', rule: null, field, received, recomputed }],
    });
  });

  it('by swapping who pays two layers is told of both', async () => {
    const swapped = changed(await settled(stay), ({ layers: [one, other] }: Layers) => {
      if (one !== undefined && other !== undefined) [one.payer, other.payer] = [other.payer, one.payer];
    });
    const { same, differences } = await verify(swapped, stay);
    expect(same).toBe(false);
    expect(differences.map(({ field }) => field)).toEqual(['payer', 'payer']);
  });

  it('to say that another system did not settle what it settled is told', async () => {
    const claim = { ...stay, settled: { basicMedical: 1000 } };
    const settlement = await settled(claim);
    expect((await verify(settlement, claim)).same).toBe(true);
    const told = await verify(
      changed(
        settlement,
        first((one) => delete one.settled),
      ),
      claim,
    );
    expect(told).toMatchObject({
      same: false,
      firstDifference: { field: 'settled', received: null, recomputed: true },
    });
  });

  it('not at all, but kept without payer and channel in any layer, is the same', async () => {
    const kept = changed(await settled(stay), ({ layers }: Layers) => {
      for (const layer of layers) for (const member of ['payer', 'channel'] as const) delete layer[member];
    });
    expect(await verify(kept, stay)).toMatchObject({ same: true, differences: [] });
  });

  it('to say of each layer something that is no text or no mark is refused', async () => {
    const settlement = changed(
      await settled(stay),
      first((one) => Object.assign(one, { payer: 1, channel: 1_000_000_000, reason: {}, settled: 'yes' })),
    );
    const found = await refused(verification(demo, lookUp(demo), { settlement, claim: stay }));
    const wrong = ['payer', 'channel', 'reason', 'settled'].map(
      (one) => `requestWrongType /settlement/layers/0/${one}`,
    );
    expect(found.toSorted()).toEqual(wrong.toSorted());
  });

  it('with a digest made to fit is still not what the claim comes to', async () => {
    const genuine = await settled(stay);
    const altered = changed(genuine, (copy: { paid: number }) => (copy.paid += 100));
    const digest = (await verify(altered, stay)).digests.computed;
    const told = await verify({ ...altered, settlementDigest: digest }, stay);
    expect(codes(told)).toEqual(['verifyClaimDiffers']);
    expect(told).toMatchObject({ same: false, firstDifference: { at: 'paid' } });
  });

  it('in the version it names is found out by the digest', async () => {
    const genuine = await settled(stay);
    const renamed = changed(genuine, (copy: { ruleSet: { version: string } }) => (copy.ruleSet.version = '9.0.0'));
    const told = await verify(renamed, stay);
    expect(codes(told)).toEqual(['verifyNameDiffers']);
    expect(told.differences).toMatchObject([
      { at: 'ruleSet', field: 'version', received: '9.0.0', recomputed: '1.0.0' },
    ]);
    expect(told.same).toBe(false);
  });

  it('by names that no rule set has is refused before any digest is made', async () => {
    const layer = { layer: 'a","lines":[],"paid":0},{"layer":"b', paid: 0, lines: [] };
    const settlement = { ...(await settled(stay)), layers: [layer] };
    expect(await refused(verification(demo, lookUp(demo), { settlement, claim: stay }))).toEqual([
      'requestNotAName /settlement/layers/0/layer',
    ]);
  });
});

describe('another claim than the one that was settled', () => {
  it('with another history is told by its counters', async () => {
    const other = { ...stay, history: { year: { ...stay.history.year, medicalAssistance: { paid: 5000.11 } } } };
    const told = await verify(await settled(stay), other);
    expect(codes(told)).toEqual(['verifyHistoryDiffers']);
    expect(told.why[0]?.args).toEqual({ counters: 'year.medicalAssistance.paid' });
    expect(told.firstDifference).toMatchObject({ at: 'historyBefore', received: 5000.1, recomputed: 5000.11 });
  });

  it('with other facts, or of another type, is told as such', async () => {
    const settlement = await settled(stay);
    const cheaper = { ...stay, cost: { inScope: 280000 } };
    expect(codes(await verify(settlement, cheaper))).toEqual(['verifyClaimDiffers']);
    const accident = await verify(settlement, { type: 'accident', accident: { grades: [7] } });
    expect(accident.firstDifference).toMatchObject({ at: 'claimType', received: 'inpatient', recomputed: 'accident' });
  });

  it('tells no more than 50 differences, and how many more there are', async () => {
    const amounts = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`pot${index}`, index]));
    const told = await verify({ ...(await settled(stay)), selfPay: amounts }, stay);
    expect(told.differences).toHaveLength(50);
    expect(told.differencesLeftOut).toBe(33);
  });

  it('that the rules do not take is refused, with its place', async () => {
    const claim = { ...stay, cost: { inScope: 1.001 } };
    const settlement = await settled(stay);
    expect(await refused(verification(demo, lookUp(demo), { settlement, claim }))).toEqual([
      'claimNotMoney /claim/cost/inScope',
    ]);
  });
});
