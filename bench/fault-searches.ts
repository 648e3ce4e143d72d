import { largestFigure, sharedTypes } from '../server/analysis/edges/find-edges.ts';
import { PairGauge } from '../server/analysis/edges/pair-gauge.ts';
import { ClaimPair } from '../server/analysis/proof/claim-pair.ts';
import { type Amounts, lossOf } from '../server/analysis/proof/loss.ts';
import { amountsOf, possibleLosses } from '../server/analysis/proof/search-losses.ts';
import { casesOf, EnginePlans } from '../server/analysis/proof/type-profiles.ts';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import { faults } from '../test/analysis/proof/faults.ts';
import { faultsOfAmounts } from '../test/analysis/proof/faults-of-amounts.ts';
import { faultsOfRules } from '../test/analysis/proof/faults-of-rules.ts';
import { seededIn } from '../test/analysis/proof/seeded.ts';
import { type Row, row } from './rows.ts';

/** The largest amount that is drawn, in fen: bills of hospitals, not of the claim schema. */
const LARGEST = 300_000_00;

/** Both searches of one fault, over the same kinds of claims. */
interface Sought {
  readonly pairs: readonly ClaimPair[];
  readonly figure: number;
}

/** How many seeded faults a second are found by claims at the edges, and by claims drawn evenly, over the same kinds of claims. */
export async function faultSearches(city: RuleSet, milliseconds: number): Promise<readonly Row[]> {
  const sought: Sought[] = [];
  for (const fault of [...faults, ...faultsOfAmounts, ...faultsOfRules]) {
    const [from, to] = seededIn(city, fault).map((document) => {
      return resolve({ document, name: { jurisdiction: city.jurisdiction, version: null, digest: digest(document) } });
    }) as [EffectiveRuleSet, EffectiveRuleSet];
    sought.push(await soughtIn(from, to));
  }
  const rows: Row[] = [];
  for (const [name, search] of [
    ['at edges', atEdges],
    ['drawn evenly', drawnEvenly],
  ] as const) {
    let [found, taken] = [0, 0];
    for (const one of sought) {
      const start = performance.now();
      if (search(one, start + milliseconds)) found += 1;
      taken += performance.now() - start;
    }
    rows.push(row(`faults found by claims ${name}, of ${sought.length}`, found, ''));
    rows.push(row(`faults found a second by claims ${name}`, (1_000 * found) / taken, ''));
  }
  return rows;
}

async function soughtIn(from: EffectiveRuleSet, to: EffectiveRuleSet): Promise<Sought> {
  const pairs: ClaimPair[] = [];
  for (const shared of sharedTypes(from, to, undefined).shared) {
    const plans = new EnginePlans(shared);
    for (const { profile } of (await casesOf(shared, () => true)).cases) {
      const pair = profile.alike ? null : await plans.of(profile);
      if (pair !== null) pairs.push(new ClaimPair(shared, pair));
    }
  }
  return { pairs, figure: Math.max(largestFigure(from), largestFigure(to)) };
}

/** Pairs take turns, a scan each. */
function atEdges({ pairs, figure }: Sought, until: number): boolean {
  const searches = new Set(pairs.map((pair) => possibleLosses(pair, figure)));
  while (searches.size > 0 && performance.now() < until) {
    for (const search of searches) {
      const { done, value } = search.next();
      if (value !== undefined) return true;
      if (done === true) searches.delete(search);
    }
  }
  return false;
}

function drawnEvenly({ pairs }: Sought, until: number): boolean {
  const gauges = pairs.map((pair) => ({ pair, gauge: new PairGauge(pair.shared, pair.pair) }));
  let seed = 1;
  const draw = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((seed / 0x8000_0000) * most);
  };
  while (gauges.length > 0 && performance.now() < until) {
    for (const { pair, gauge } of gauges) {
      const amounts = Float64Array.from(gauge.inputs, ({ units }) => draw(units ? 40 : LARGEST));
      if (!gauge.run(amounts)) continue;
      const claim: Amounts = amountsOf(pair, gauge, amounts);
      if (lossOf(pair, claim) > 0n) return true;
    }
  }
  return false;
}
