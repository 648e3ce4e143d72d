import { Refusal } from '../../domain/refusal.ts';
import { inRanges, leastAmounts } from './amount-ranges.ts';
import type { Edge } from './edge.ts';
import type { GoOn } from './go-on.ts';
import { countSaid, PairGauge } from './pair-gauge.ts';
import { type PlacedClaim, settledEdge } from './settled-edge.ts';
import type { Differing, Situations } from './situations.ts';
import { nameOf, type Threshold } from './threshold.ts';

/**
 * An edge by the plainest claim: each fact and the date in turn is put back to its ordinary value, as long as both rule sets
 * settle the claim with the same outcome and the same difference and its amounts still meet their bounds.
 */
export async function plainEdge(
  found: PlacedClaim,
  where: Differing,
  plainer: Situations['plainer'],
  goOn: GoOn,
): Promise<Edge> {
  let [shown, place] = [found, where];
  let edge = settledEdge(found, where.alike);
  const bounds = found.meets.filter((one) => stands(shown, one));
  for (const column of where.row.keys()) {
    if (!(await goOn())) break;
    const plain = await plainer(place, column);
    const tried = plain === null ? null : movedTo(plain, shown);
    if (plain === null || tried === null || !bounds.every((one) => stands(tried, one))) continue;
    const settled = settledOrNull(tried, plain.alike);
    if (settled === null || !differsAlike(settled, edge)) continue;
    [shown, place, edge] = [tried, plain, settled];
  }
  return edge;
}

/** The claim with its amounts in another situation; null where the situation's amounts reach no such. */
function movedTo({ pair }: Differing, { probe, amounts, meets }: PlacedClaim): PlacedClaim | null {
  const { shared, gauge: before } = probe;
  const { situation } = pair;
  const known = new Map(before.inputs.map(({ path }, at) => [path, amounts[at] as number]));
  const gauge = new PairGauge(shared, pair);
  const least = leastAmounts(shared, situation);
  const moved = Float64Array.from(gauge.inputs, (input) => {
    const { path, kind } = input;
    // A number that rules tell apart is the situation's own.
    if (kind === 'count' && situation.fixed.has(path)) return countSaid(input, situation);
    return known.get(path) ?? least?.get(path) ?? Number.NaN;
  });
  if (least === null || !inRanges(shared, situation, gauge.amountsBy(moved, least))) return null;
  return { probe: { shared, pair, gauge }, amounts: moved, meets };
}

/** Whether a bound is met by the claim's amounts: it comes out as it says, and else a fen or a unit beside where it says so. */
function stands({ probe: { gauge }, amounts }: PlacedClaim, bound: Threshold): boolean {
  if (!['standard', 'limit', 'rule', 'left'].includes(bound.kind)) return true;
  if (!comesOut(gauge, amounts, bound)) return false;
  return bound.side === 'at' || turnsBeside(gauge, amounts, bound);
}

function turnsBeside(gauge: PairGauge, amounts: Float64Array, bound: Threshold): boolean {
  const beside = { ...bound, side: 'at' } as const;
  const beyond = { ...bound, side: bound.side === 'below' ? 'above' : 'below' } as const;
  return [...amounts.keys()].some((input) =>
    [-1, 1].some((step) => {
      const tried = amounts.slice();
      tried[input] = (tried[input] as number) + step;
      return comesOut(gauge, tried, beside) || comesOut(gauge, tried, beyond);
    }),
  );
}

function comesOut(gauge: PairGauge, amounts: Float64Array, bound: Threshold): boolean {
  if (!gauge.run(amounts)) return false;
  const name = nameOf(bound);
  return [gauge.from, gauge.to].some((side) => side.comparisons.some((_, at) => nameOf(side.meaning(at)) === name));
}

function settledOrNull(claim: PlacedClaim, alike: number): Edge | null {
  try {
    return settledEdge(claim, alike);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function differsAlike(one: Edge, other: Edge): boolean {
  return (
    one.outcome === other.outcome &&
    one.paid.change === other.paid.change &&
    one.selfPay.change === other.selfPay.change &&
    one.parts?.layer === other.parts?.layer &&
    one.meets.length > 0
  );
}
