import { expect, it } from 'vitest';
import { sharedClaim } from '../../../server/analysis/edges/shared-claim.ts';
import { Profiles } from '../../../server/analysis/proof/profiles.ts';
import { declared } from './edits.ts';
import { changed } from './seeded-rules.ts';

/** The reduction's ratio is read of stays whose layer pays, or is settled: not of those from whom it is withheld. */
const byRank = declared('hospitalReduction.outOfCatalogueRatio', {
  value: { township: 0.1, county: 0.1, city: 0.2 },
  by: 'hospital.rank',
});

it('a fact that is read only where another system has settled a layer is told apart there', () => {
  const ruleSet = changed({ change: byRank });
  const shared = sharedClaim(ruleSet, ruleSet, 'inpatient');
  if (shared === null) throw new Error('nothing is shared');
  const profiles = new Profiles(shared);
  let apart = 0;
  for (const found of profiles.all()) {
    if ('settledBy' in found || found.assumed.has('hospital.rank')) continue;
    const ranks = [...profiles.withSettled(found, ['hospitalReduction'])].map(
      ({ assumed }) => assumed.get('hospital.rank')?.value,
    );
    if (ranks.length < 2) continue;
    apart += 1;
    expect([...new Set(ranks)].sort()).toEqual(['city', 'county', 'township']);
  }
  expect(apart).toBeGreaterThan(0);
});
