import { describe, expect, it } from 'vitest';
import type { Proof, Verdict } from '../../../server/analysis/proof/proof.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { isLong } from '../../durability/rounds.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { sharedSolver } from '../../solver.ts';
import { faultsOfAmounts } from './faults-of-amounts.ts';
import { faultsOfRules } from './faults-of-rules.ts';
import { goodAmounts } from './good-amounts.ts';
import { goodRules } from './good-rules.ts';
import type { Seeded } from './seeded.ts';
import { changed, unchanged } from './seeded-rules.ts';

/** Seeded by somebody who had not read how proofs are found, and of other kinds than those of `faults.ts`. */
const furtherFaults = [...faultsOfAmounts, ...faultsOfRules];
const furtherGoodChanges = [...goodAmounts, ...goodRules];

/** Of these the ordinary run tries one in so many, the long one all. */
const ONE_IN = 8;

function tried(list: readonly Seeded[]): readonly Seeded[] {
  return isLong ? list : list.filter((_, at) => at % ONE_IN === 3);
}

const lemmas = new Map<string, boolean>();
const proofOf = (one: Seeded): Promise<Proof> =>
  prove(unchanged(one), changed(one), { solver: sharedSolver(), remembered: lemmas, year: false });

/** What the claim that was shown is paid, worked out by an interpreter that shares no code with the engine. */
function naively(ruleSet: EffectiveRuleSet, { counterexample }: Proof) {
  if (counterexample === null) throw new Error('no claim was shown');
  return settleNaively(ruleSet, counterexample.claim, counterexample.dates.to);
}

describe('further faults', () => {
  it('are as many again, of other kinds', () => {
    expect(furtherFaults.length).toBeGreaterThanOrEqual(40);
    expect(furtherGoodChanges.length).toBeGreaterThanOrEqual(40);
  });

  it.each(tried(furtherFaults))(
    '$kind: $name: refuted by a claim that the naive interpreter confirms',
    async (fault) => {
      const proof = await proofOf(fault);
      expect(proof.result).toBe('refuted');
      const [before, after] = [naively(unchanged(fault), proof), naively(changed(fault), proof)];
      const more = Object.entries(after.selfPay).some(([pot, left]) => left > (before.selfPay[pot] ?? 0));
      expect(more || after.paid < before.paid, JSON.stringify(proof.counterexample)).toBe(true);
    },
  );
});

describe('further good changes', () => {
  it('are all proved', async () => {
    const results: Record<string, Verdict> = {};
    for (const change of tried(furtherGoodChanges)) results[change.name] = (await proofOf(change)).result;
    expect(Object.entries(results).filter(([, result]) => result !== 'proved')).toEqual([]);
  });
});
