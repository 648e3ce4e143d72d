import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairGauge } from '../../../server/analysis/edges/pair-gauge.ts';
import { type SharedClaim, sharedClaim } from '../../../server/analysis/edges/shared-claim.ts';
import { claimOf } from '../../../server/analysis/edges/situation.ts';
import { situationsOf } from '../../../server/analysis/edges/situations.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { runPlan } from '../../../server/engine/run-plan.ts';
import { changed, changedCity, effectiveOf, otherCity } from './changed.ts';

const seed = 20_190_101;

/** Rule sets of every form, each with one whose figures differ a little. */
const cases = [
  ['the city', changedCity([]), ['inpatient', 'accident'], 'medicalAssistance.ratio'],
  ['months by a lifetime', otherCity('990004'), ['care', 'market'], 'care.months'],
  ['pots that are divided', otherCity('990001'), ['stay'], 'counting.classB'],
  ['two pots of a year', otherCity('990005'), ['bill'], 'drugs.ratio'],
] as const;

/** Amounts that a claim may bring, among them what lies beside figures. */
const amount = fc.oneof(
  fc.constant(Number.NaN),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 100_000_000 }),
);

function shared(document: (typeof cases)[number][1], type: string, standard: string): SharedClaim {
  const value = document.standards[standard]?.value as number;
  const other = changed(document, [[['standards', standard, 'value'], value * 0.5]]);
  const found = sharedClaim(effectiveOf(document), effectiveOf(other), type);
  if (found === null) throw new Error(type);
  return found;
}

describe('the gauge', () => {
  it.each(cases)('of %s pays what the exact run of both plans pays', async (_, document, types, standard) => {
    for (const type of types) {
      const claim = shared(document, type, standard);
      const { different } = await situationsOf(claim, () => true);
      for (const { pair } of different.slice(0, 12)) {
        const gauge = new PairGauge(claim, pair);
        const all = fc.array(amount, { minLength: gauge.inputs.length, maxLength: gauge.inputs.length });
        fc.assert(
          fc.property(all, (random) => {
            const said = ({ path }: { path: string }) => Number(pair.situation.facts.get(path) ?? Number.NaN);
            const amounts = gauge.inputs.map((input, at) =>
              Number.isNaN(random[at]) ? said(input) : (random[at] ?? 0),
            );
            const sent = new Map(
              gauge.inputs.flatMap(({ path }, at) => {
                const one = amounts[at] ?? Number.NaN;
                return Number.isNaN(one) ? [] : [[path, one] as const];
              }),
            );
            const done = gauge.run(Float64Array.from(amounts));
            for (const side of ['from', 'to'] as const) {
              const exact = settled(() => runPlan(pair.plans[side], claimOf(claim, pair.situation, sent)).settlement);
              if (exact === null) expect(done).toBe(false);
              else if (done) expect([...gauge[side].paid]).toEqual(exact.layers.map(({ paid }) => paid));
            }
          }),
          { seed, numRuns: 40 },
        );
      }
    }
  });
});

/** Null where the claim is refused. */
function settled<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
