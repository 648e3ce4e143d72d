import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { Refused } from '../naive/claim-facts.ts';
import { effective } from '../naive/documents.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { fireAfresh } from './bare-rules.ts';
import { byEngine, byMeaning } from './both-engines.ts';
import { runs } from './property-runs.ts';

/** Claims for each of 250 rule sets: 10,000 random profiles. */
const claims = 40;

test('the memoised engine, cold and warm, generated and interpreted, means what the bare engine and the naive interpreter mean', async () => {
  let profiles = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(randomCases({ claims }), async (random) => {
      const ruleSet = effective(random.document);
      const generated = compile(ruleSet);
      const interpreted = compile(ruleSet, { generate: false });
      for (const { claim, date } of random.claims) {
        const meant = byMeaning(ruleSet, claim, date);
        profiles += 1;
        if ('refused' in meant) refused += 1;
        const cold = await byEngine(generated, claim, date);
        expect(cold, 'cold').toEqual(meant);
        expect(await byEngine(generated, claim, date), 'warm').toEqual(cold);
        expect(await byEngine(interpreted, claim, date), 'interpreted').toEqual(cold);
        expect(byMeaning(ruleSet, claim, date, await fired(ruleSet, claim, date)), 'bare json-rules-engine').toEqual(
          cold,
        );
      }
    }),
    runs(250),
  );
  console.log(`${profiles} random profiles, ${refused} refused by all`);
});

/** Nothing fires for a claim that cannot be read; the naive chain then says why. */
async function fired(...[ruleSet, claim, date]: Parameters<typeof fireAfresh>): Promise<ReadonlySet<string>> {
  try {
    return await fireAfresh(ruleSet, claim, date);
  } catch (error) {
    if (error instanceof Refused) return new Set();
    throw error;
  }
}
