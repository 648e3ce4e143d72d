import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../server/analysis/check/check.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { FormName } from '../../../server/engine/forms/index.ts';
import type { Claim } from '../../../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { runs } from '../../engine/property-runs.ts';
import { plan, rule, share } from './planted.ts';

const standards = {
  ratio: share(0.55),
  partRatio: share(0.9),
  bands: share([
    { from: 0, to: 1_000, value: 0.4 },
    { from: 1_000, to: 30_000, value: 0.75 },
    { from: 30_000, value: 1 },
  ] as never),
  deductible: 333.33,
  points: { value: 0.05, unit: 'points' },
  burden: share(0.1),
  lump: 77.77,
  cap: 5_000,
  kept: 0.01,
  rate: 50,
  free: { value: 3, unit: 'days' },
  most: { value: 5, unit: 'days' },
  shares: { value: { 1: 1, 2: 0.5 } as never, unit: 'share', by: 'injury.grade' },
};
const facts = {
  'cost.drug': { money: { partOf: 'cost.inScope' }, default: 0 },
  'injury.grades': { list: { integers: { atLeast: 1, atMost: 2 } }, default: [] },
  'stay.days': { integer: { atLeast: 0, atMost: 9 }, default: 0 },
  income: { money: null, default: 0 },
};
const of = ['inScope'];

/** Of every form that pays, each way in which it draws from a bill or pays beside it. A form without a row does not compile. */
const events = {
  reimburse: [
    { of, ratio: '$ratio' },
    { of },
    { of, ratio: '$ratio', deductible: '$deductible' },
    { of, ratio: { amount: '$ratio', more: '$points', each: 'stay.days' } },
    { of, deductible: { amount: '$rate', each: 'stay.days' } },
    { of, bands: '$bands', deductible: '$deductible', year: true },
    { of, bands: '$bands', bandsFrom: 'deductible', deductible: '$deductible' },
    { of, bands: { amount: '$bands', plus: '$points' }, deductible: '$deductible', year: true },
    { of, ratio: '$ratio', deductible: '$deductible', parts: { drug: '$partRatio' } },
  ],
  topUp: [
    { of, below: '$burden' },
    { of, atMost: '$burden' },
  ],
  sum: [{ of, sum: '$lump' }, { sum: '$lump' }, { of, sum: { amount: '$rate', each: 'stay.days' } }],
  scale: [{ sum: '$lump', shares: '$shares', grades: 'injury.grades' }],
  allowance: [
    { rate: '$rate', count: 'stay.days' },
    { rate: '$rate', count: 'stay.days', deductible: '$free', perClaim: '$most' },
  ],
  gap: [{ target: '$lump', actual: 'income' }],
} as const satisfies Record<Exclude<FormName, 'fund' | 'terms'>, readonly Record<string, unknown>[]>;

const all = Object.entries(events).flatMap(([type, params]) => params.map((one) => ({ type, params: one })));

/** Layers one after another, each with one payment, with and without a cap, and one fen that stays with the person. */
function chain(chosen: readonly { readonly at: number; readonly capped: boolean }[], keeps: boolean): EffectiveRuleSet {
  const names = chosen.map((_, at) => `l${at}`);
  return plan({
    facts,
    standards: standards as never,
    layers: names.map((name) => ({ name })),
    limits: [
      ...chosen.flatMap(({ capped }, at) =>
        capped ? [{ name: `cap${at}`, over: [names[at]], per: 'year', atMost: '$cap' }] : [],
      ),
      ...(keeps ? [{ name: 'keeps', leave: '$kept', of }] : []),
    ],
    rules: chosen.map(({ at }, place) => rule(`r${place}`, all[at % all.length] as never, { layer: names[place] })),
  });
}

/** What a fen more does: to what the person bears, and to what is paid. */
async function fenMore(ruleSet: EffectiveRuleSet, claim: Claim, drug: boolean): Promise<readonly [number, number]> {
  const cost = claim.cost as { inScope: number; drug: number };
  const more = { ...cost, inScope: cost.inScope + 1, drug: cost.drug + (drug ? 1 : 0) };
  const sent = (fen: typeof cost) =>
    ({ ...claim, cost: { inScope: fen.inScope / 100, drug: fen.drug / 100 } }) as Claim;
  const engine = compile(ruleSet);
  const [before, after] = [
    await engine.settle(sent(cost), '2019-05-01'),
    await engine.settle(sent(more), '2019-05-01'),
  ];
  return [(after.selfPay.total ?? 0) - (before.selfPay.total ?? 0), after.paid - before.paid];
}

const bill = fc
  .tuple(fc.integer({ min: 0, max: 6_000_000 }), fc.nat(100), fc.integer({ min: 0, max: 600_000 }), fc.boolean())
  .map(([inScope, percent, base, raisesDrug]) => ({
    claim: {
      type: 'stay',
      cost: { inScope, drug: Math.floor((inScope * percent) / 100) },
      history: { year: { l0: { base: base / 100, paid: Math.floor(base / 2) / 100 } } },
    } as unknown as Claim,
    raisesDrug,
  }));

describe('every form that pays says what a fen more of the bill does', () => {
  it.each(all.map((event) => ({ ...event, words: JSON.stringify(event.params) })))(
    '$type $words: no cliff, without a solver, and none on random bills',
    async ({ type, params }) => {
      const at = all.findIndex((one) => one.type === type && one.params === params);
      const ruleSet = chain([{ at, capped: false }], false);
      const { answers } = await check(ruleSet, { solver: null });
      expect(answers.find(({ question }) => question === 'cliffs')).toMatchObject({ found: 0, rest: 'proved' });
      await fc.assert(
        fc.asyncProperty(bill, async ({ claim, raisesDrug }) => {
          const [borne, paid] = await fenMore(ruleSet, claim, raisesDrug);
          expect([borne === 0 || borne === 1, paid >= 0]).toEqual([true, true]);
        }),
        runs(40, 2_000),
      );
    },
  );

  it('and chains of them, with caps and a fen that stays with the person', async () => {
    const chosen = fc.array(fc.record({ at: fc.nat(all.length - 1), capped: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        chosen,
        fc.boolean(),
        fc.array(bill, { minLength: 8, maxLength: 8 }),
        async (layers, keeps, bills) => {
          const ruleSet = chain(layers, keeps);
          const { answers } = await check(ruleSet, { solver: null });
          expect(answers.find(({ question }) => question === 'cliffs')).toMatchObject({ found: 0, rest: 'proved' });
          for (const { claim, raisesDrug } of bills) {
            const [borne, paid] = await fenMore(ruleSet, claim, raisesDrug);
            expect([borne === 0 || borne === 1, paid >= 0], JSON.stringify(claim)).toEqual([true, true]);
          }
        },
      ),
      runs(12, 500),
    );
  });
});
