import fc from 'fast-check';
import { test } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { effective } from '../naive/documents.ts';
import { randomCases } from '../naive/random-rule-sets.ts';
import { expectSame } from '../same.ts';
import { fireAfresh } from './bare-rules.ts';
import { byEngine, byMeaning, comparable } from './both-engines.ts';
import { runs } from './property-runs.ts';

/** Claims for each of 30 rule sets: 2,400 random profiles; the long run has 250 rule sets. */
const claims = 80;

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
        expectSame(comparable(await byEngine(generated, claim, date)), meant, 'cold');
        expectSame(comparable(await byEngine(generated, claim, date)), meant, 'warm');
        expectSame(comparable(await byEngine(interpreted, claim, date)), meant, 'interpreted');
        if ('refused' in meant) continue;
        const bare = byMeaning(ruleSet, claim, date, await fireAfresh(ruleSet, claim, date));
        expectSame(bare, meant, 'bare json-rules-engine');
      }
    }),
    runs(20, 250),
  );
  console.log(`${profiles} random profiles, ${refused} refused by all`);
});
