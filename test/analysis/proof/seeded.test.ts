import { describe, expect, it } from 'vitest';
import type { Proof } from '../../../server/analysis/proof/proof.ts';
import { prove } from '../../../server/analysis/proof/prove.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { settleNaively } from '../../naive/interpreter.ts';
import { sharedSolver } from '../../solver.ts';
import { faults } from './faults.ts';
import { goodChanges } from './good-changes.ts';
import { set } from './seeded.ts';
import { asTheyAre, changed } from './seeded-rules.ts';

const lemmas = new Map<string, boolean>();
const proofOf = (to: EffectiveRuleSet) =>
  prove(asTheyAre, to, { solver: sharedSolver(), remembered: lemmas, year: false });

/** What a claim is paid, worked out by an interpreter that shares no code with the engine. */
function naively(ruleSet: EffectiveRuleSet, { counterexample }: Proof) {
  if (counterexample === null) throw new Error('no claim was shown');
  const { claim, dates } = counterexample;
  const { paid, selfPay } = settleNaively(ruleSet, claim, dates.to);
  return { paid, selfPay };
}

describe('faults', () => {
  it('are forty or more, of eight kinds or more', () => {
    expect(faults.length).toBeGreaterThanOrEqual(40);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
    expect(goodChanges.length).toBeGreaterThanOrEqual(40);
  });

  it.each(faults)('$kind: $name: refuted by a claim that the naive interpreter confirms', async (fault) => {
    const to = changed(fault);
    const proof = await proofOf(to);
    expect(proof.result).toBe('refuted');
    const [before, after] = [naively(asTheyAre, proof), naively(to, proof)];
    const more = Object.entries(after.selfPay).some(([pot, left]) => left > (before.selfPay[pot] ?? 0));
    expect(more || after.paid < before.paid, JSON.stringify(proof.counterexample)).toBe(true);
    expect({ paid: proof.counterexample?.after.paid, selfPay: proof.counterexample?.after.selfPay }).toEqual(after);
  });
});

describe('good changes', () => {
  it('are never refuted, and proved but for two at most', async () => {
    const results: Record<string, string> = {};
    for (const change of goodChanges) results[change.name] = (await proofOf(changed(change))).result;
    const not = Object.entries(results).filter(([, result]) => result !== 'proved');
    expect(not.filter(([, result]) => result === 'refuted')).toEqual([]);
    expect(not.length, JSON.stringify(not)).toBeLessThanOrEqual(
      goodChanges.length - Math.ceil(goodChanges.length * 0.95),
    );
  });

  it('prove nothing without a solver that only the solver can show', async () => {
    const proof = await prove(asTheyAre, changed({ change: set('accident.deductDisabilityOfSameAccident', false) }), {
      solver: null,
    });
    expect(proof.result).toBe('undecided');
    expect(proof.profiles.filter(({ result }) => result === 'undecided').map(({ reason }) => reason)).toContain(
      'noSolver',
    );
  });
});
