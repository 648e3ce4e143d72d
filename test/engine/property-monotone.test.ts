import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inpatientClaims } from '../../bench/claims.ts';
import { compile } from '../../server/engine/compile.ts';
import type { RuleSet, StandardValue } from '../../server/rulesets/language.ts';
import { document, effective } from '../naive/documents.ts';
import { drawn } from '../naive/random-draw.ts';
import { type RandomCase, randomCases } from '../naive/random-rule-sets.ts';
import { byEngine, type Outcome } from './both-engines.ts';
import { improvable, otherValue, override } from './improvements.ts';
import { runs } from './property-runs.ts';

/** What a person pays in the end: the bill less what others and all layers paid. It falls as payments rise. */
const paidIn = (outcome: Outcome) => ('refused' in outcome ? null : outcome.paid);

async function heldWorse(city: RuleSet, id: string, value: StandardValue, claims: RandomCase['claims']): Promise<void> {
  const [before, after] = [compile(effective(city)), compile(effective(city, override(id, value)))];
  for (const { claim, date } of claims) {
    const [first, second] = [paidIn(await byEngine(before, claim, date)), paidIn(await byEngine(after, claim, date))];
    if (first !== null && second !== null)
      expect(second, `${id} better, claim ${JSON.stringify(claim)}`).toBeGreaterThanOrEqual(first);
  }
}

test('bettering any one standard never raises what the person pays on the same claim and history: random rule sets', async () => {
  const cases = randomCases({ claims: 8, improvable: true });
  const changes = fc.tuple(
    cases,
    fc.nat(),
    drawn((draw) => draw, 200),
  );
  await fc.assert(
    fc.asyncProperty(changes, async ([{ document: city, claims }, which, draw]) => {
      const ids = improvable(city);
      const id = ids[which % Math.max(1, ids.length)];
      const standard = id === undefined ? undefined : city.standards[id];
      if (id === undefined || standard === undefined) return;
      await heldWorse(city, id, otherValue(draw, standard, standard.value), claims);
    }),
    runs(60, 300),
  );
});

test('bettering any one standard never raises what the person pays on the same claim and history: the city', async () => {
  const city = document('rules/371500/liaocheng-2019.yaml') as RuleSet;
  const ids = improvable(city).filter((id) => /^(basic|critical|hospital|medical|supplementary)/.test(id));
  const claims = inpatientClaims(1_000).map((claim) => ({ claim, date: '2019-06-01' }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ids),
      fc.nat(960),
      drawn((draw) => draw, 60),
      async (id, first, draw) => {
        const standard = city.standards[id];
        if (standard !== undefined)
          await heldWorse(city, id, otherValue(draw, standard, standard.value), claims.slice(first, first + 40));
      },
    ),
    runs(20, 60),
  );
});
