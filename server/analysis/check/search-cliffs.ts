import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { billItems, TOTAL } from '../edges/amount-ranges.ts';
import { largestFigure } from '../edges/find-edges.ts';
import { PairGauge } from '../edges/pair-gauge.ts';
import { type Scan, Scans, turnsOf } from '../edges/scan.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Amounts } from '../proof/loss.ts';
import { amountsOf } from '../proof/search-losses.ts';
import type { Step } from './raises.ts';

/** Scans that are searched of each kind of claims. */
const MOST_SCANS = 24;

/**
 * Claims beside every turn of a kind's arithmetic that a fen more may make a cliff of; undefined after each scan, so that
 * others can have their turn. Whether they are is the engine's to say.
 */
export function* possibleCliffs(
  pair: ClaimPair,
  step: Step,
  ruleSet: EffectiveRuleSet,
  isCliff: (amounts: Amounts) => boolean,
): Generator<Amounts | undefined> {
  const gauge = new PairGauge(pair.shared, pair.pair);
  let seen = 0;
  for (const scan of new Scans(pair.shared, pair.pair, gauge, largestFigure(ruleSet)).all()) {
    seen += 1;
    if (seen > MOST_SCANS) return;
    for (const amounts of step.crossed.length > 0 ? [scan.amounts] : besideTurns(gauge, scan)) {
      const claim = atTheEnd(pair, step, new Map(amountsOf(pair, gauge, amounts)));
      if (isCliff(claim)) yield claim;
    }
    yield undefined;
  }
}

/** The amounts of a scan up to two fen below each of its turns, and at them. */
function* besideTurns(gauge: PairGauge, scan: Scan): Generator<Float64Array> {
  const { low, high } = scan.range;
  for (const { at } of turnsOf(gauge, scan)) {
    for (const point of [at - 2, at - 1, at]) {
      if (point < low || point > high) continue;
      const amounts = scan.amounts.slice();
      amounts[scan.axis] = point;
      yield amounts;
    }
  }
}

/** The same with every amount that is to cross the end of its range at that end. */
function atTheEnd({ shared, pair }: ClaimPair, step: Step, claim: Map<string, bigint>): Amounts {
  const { direction, crossed } = step;
  for (const path of direction.paths) if (!claim.has(path)) claim.set(path, 0n);
  const endOf = (id: string) => BigInt(pair.situation.ranges.get(id)?.high ?? 0);
  for (const id of crossed) if (id !== TOTAL) claim.set(id, endOf(id));
  if (!crossed.includes(TOTAL)) return claim;
  // What the whole bill lacks to its end is of the raised item, or of another where that is at its own end.
  const items = billItems(shared);
  const filled = crossed.includes(direction.item) ? items.find((id) => id !== direction.item) : direction.item;
  if (filled === undefined) return claim;
  const others = items.reduce((sum, id) => (id === filled ? sum : sum + (claim.get(id) ?? 0n)), 0n);
  const missing = endOf(TOTAL) - others;
  return claim.set(filled, missing > 0n ? missing : 0n);
}
