import { Probe } from '../edges/probe.ts';
import { type ClaimPair, LARGEST_FEN } from './claim-pair.ts';
import { type Amounts, lossOf } from './loss.ts';

/**
 * Claims at the edges of a profile by which somebody may lose, one after another; undefined after each scan, so that others
 * can have their turn. The engine's own answer is asked for afterwards.
 */
export function* possibleLosses(pair: ClaimPair, largestFigure: number): Generator<Amounts | undefined> {
  const probe = new Probe(pair.shared, pair.pair, largestFigure);
  const { gauge, scans } = probe;
  for (let scan = scans.next(); scan.done !== true; scan = scans.next()) {
    const { found } = probe.settle(scan.value, Number.MAX_SAFE_INTEGER);
    for (const { amounts, parting } of found) {
      if (parting.gain >= 0 && !leavesMore(pair, gauge, amounts)) continue;
      const loss = amountsOf(pair, gauge, amounts);
      if (lossOf(pair, loss) > 0n) yield loss;
    }
    yield undefined;
  }
}

/** Whether some pot is left with more by a claim that differs. */
function leavesMore({ from, to }: ClaimPair, gauge: Probe['gauge'], amounts: Float64Array): boolean {
  gauge.run(amounts);
  const before = from.plan.selfPay.map(({ pot }) => pot);
  return to.plan.selfPay.some(({ pot }, at) => {
    const place = before.indexOf(pot);
    return gauge.to.left(at) > (place < 0 ? 0 : gauge.from.left(place));
  });
}

/** What the claim says, and what holds where it says nothing. */
export function amountsOf({ shared }: ClaimPair, { inputs }: Probe['gauge'], amounts: Float64Array): Amounts {
  const found = new Map<string, bigint>();
  inputs.forEach(({ path, parts }, at) => {
    const given = shared.facts.get(path)?.from.default;
    const otherwise = given?.kind === 'value' ? Number(given.value) : 0;
    const amount = amounts[at] as number;
    const told = BigInt(Number.isNaN(amount) ? Math.round(otherwise * parts) : amount);
    if (told <= LARGEST_FEN) found.set(path, told);
  });
  return found;
}
