import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { effective } from '../naive/documents.ts';
import { byEngine } from './both-engines.ts';
import { runs } from './property-runs.ts';
import { type UnsetPlan, unsetPlans } from './unset-plans.ts';

const maxBytes = 1 << 20;
const DATE = '2019-06-01';

/** The city's rules alone and with the county's text; null where validation refuses either. */
function validated({ city, county }: UnsetPlan) {
  const own = checkDocument(JSON.stringify(city), { maxBytes }).document as RuleSet | null;
  if (own === null) return null;
  const before = effective(own);
  const text = checkDocument(JSON.stringify(county), { maxBytes, city: before }).document as Override | null;
  return text === null ? null : ([before, effective(own, text)] as const);
}

test('what a county sets that its city left unset never lowers what people get, where both texts validate', async () => {
  let compared = 0;
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(unsetPlans(10), async (plan) => {
      tried += 1;
      const sides = validated(plan);
      if (sides === null) return;
      compared += 1;
      const [before, after] = sides.map((side) => compile(side));
      if (before === undefined || after === undefined) return;
      for (const claim of plan.claims) {
        const [first, second] = [await byEngine(before, claim, DATE), await byEngine(after, claim, DATE)];
        if ('refused' in first || 'refused' in second) throw new Error(JSON.stringify([claim, first, second]));
        expect(second.paid, JSON.stringify(claim)).toBeGreaterThanOrEqual(first.paid);
      }
    }),
    runs(250, 4000),
  );
  // Where hardly any plan were let through, nothing would have been tried.
  expect(compared).toBeGreaterThan(tried / 20);
});
