import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { cityRuleSet } from '../city.ts';
import { effective } from '../naive/documents.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { expectSame } from '../same.ts';
import { byEngine } from './both-engines.ts';
import { runs } from './property-runs.ts';

const DATE = '2019-06-01';

/** The n-th stay of a year: from the second on, stays are one profile. */
const stay = (number: number): Claim => ({
  ...{ type: 'inpatient', hospital: { level: 1 }, stay: { number } },
  cost: { inScope: 20000 },
});

async function keysOf(city: ReturnType<typeof compile>, claim: Claim): Promise<readonly string[] | undefined> {
  const { explanation } = await city.explain(claim, DATE);
  const standards = explanation.flatMap((one) => (one.applied ? one.standards : []));
  return standards.find(({ id }) => id === 'basicMedical.repeatDeductibleFactor')?.key;
}

describe('reasons', () => {
  it('name the keys of their own claim, whichever claim of the profile came first', async () => {
    for (const order of [
      [2, 3, 4],
      [4, 3, 2],
    ]) {
      const city = compile(cityRuleSet());
      for (const number of [...order, ...order]) expect(await keysOf(city, stay(number))).toEqual([String(number)]);
    }
  });

  it('are the same from rules that have settled other claims, in any order, as from rules that never did', async () => {
    let explained = 0;
    await fc.assert(
      fc.asyncProperty(randomCases({ claims: 12 }), async ({ document, claims }) => {
        const ruleSet = effective(document);
        const used = compile(ruleSet);
        const settled = [];
        for (const one of claims) if (!('refused' in (await byEngine(used, one.claim, one.date)))) settled.push(one);
        for (const { claim, date } of [...settled, ...settled.toReversed()]) {
          const { explanation } = await used.explain(claim, date);
          const fresh = await compile(ruleSet, { generate: false }).explain(claim, date);
          expectSame(explanation, fresh.explanation);
          explained += 1;
        }
      }),
      runs(40, 200),
    );
    expect(explained).toBeGreaterThan(100);
  });
});
