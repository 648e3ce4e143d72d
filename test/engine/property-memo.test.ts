import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { effective } from '../naive/documents.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { fireAfresh } from './bare-rules.ts';
import { byEngine, byMeaning, comparable } from './both-engines.ts';
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
        const meant = comparable(byMeaning(ruleSet, claim, date));
        profiles += 1;
        if ('refused' in meant) refused += 1;
        expect(comparable(await byEngine(generated, claim, date)), 'cold').toEqual(meant);
        expect(comparable(await byEngine(generated, claim, date)), 'warm').toEqual(meant);
        expect(comparable(await byEngine(interpreted, claim, date)), 'interpreted').toEqual(meant);
        if ('refused' in meant) continue;
        const bare = byMeaning(ruleSet, claim, date, await fireAfresh(ruleSet, claim, date));
        expect(bare, 'bare json-rules-engine').toEqual(meant);
      }
    }),
    runs(250),
  );
  console.log(`${profiles} random profiles, ${refused} refused by all`);
});
