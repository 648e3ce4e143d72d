import { describe, expect, it } from 'vitest';
import { sharedTypes } from '../../../server/analysis/edges/find-edges.ts';
import { sharedClaim } from '../../../server/analysis/edges/shared-claim.ts';
import { Profiles } from '../../../server/analysis/proof/profiles.ts';
import { EnginePlans } from '../../../server/analysis/proof/type-profiles.ts';
import { isUnchanged } from '../../../server/analysis/proof/unchanged-type.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import { faults } from './faults.ts';
import { goodChanges } from './good-changes.ts';
import { rule, set } from './seeded.ts';
import { asTheyAre, changed } from './seeded-rules.ts';

const unchangedTypes = (to: EffectiveRuleSet) =>
  sharedTypes(asTheyAre, to, undefined)
    .shared.filter(isUnchanged)
    .map(({ type }) => type);

describe('a claim type is unchanged', () => {
  it.each([
    ['a figure of another', set('accident.medical', 8_000), ['inpatient', 'outpatient', 'property', 'funding']],
    [
      'a figure of its limit',
      set('medicalAssistance.annualCap', 20_000),
      ['outpatient', 'accident', 'property', 'funding'],
    ],
    [
      'a figure of its conditions',
      set('eligibility.healthPolicy', ['registered', 'other']),
      ['accident', 'property', 'funding'],
    ],
  ] as const)('or not, by the figures that it reads: %s', (_, change, types) => {
    expect(unchangedTypes(changed({ change }))).toEqual(types);
  });

  it('only where no rule was changed at all', () => {
    const to = changed({ change: rule('accidentMedical', (found) => Object.assign(found, { clause: '3.3' })) });
    expect(unchangedTypes(to)).toEqual([]);
  });

  it('only where the engine’s own plans are the same: of all seeded changes', async () => {
    let seen = 0;
    for (const change of [...faults, ...goodChanges].filter((_, at) => at % 4 === 0)) {
      const to = changed(change);
      for (const type of unchangedTypes(to)) {
        const shared = sharedClaim(asTheyAre, to, type);
        if (shared === null) continue;
        const plans = new EnginePlans(shared);
        const [found] = new Profiles(shared).all();
        if (found === undefined || 'settledBy' in found) continue;
        // Null where either side's plan is another than the one it was found with.
        const pair = await plans.of(found);
        expect(pair?.alike, `${change.name} ${type}`).toBe(true);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });
});
