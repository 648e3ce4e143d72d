import { valuesOf } from '../../engine/tree/shared-tree.ts';
import { broughtAt } from '../../rulesets/claim-paths.ts';
import type { ClaimPair } from './claim-pair.ts';

/** Amounts of a claim and its history by path, in fen or units. */
export type Amounts = ReadonlyMap<string, bigint>;

/** By how much a claim is worse off, in fen: the most that a pot is left with more, or that is paid less in all. */
export function lossOf(pair: ClaimPair, amounts: Amounts): bigint {
  const values = valuesOf(pair.tree, amounts);
  const at = (place: number) => values[place] ?? 0n;
  for (const { left, right } of pair.facts) if (at(left) > at(right)) return 0n;
  for (const [path, amount] of amounts) {
    const { low, high } = pair.boundsOf(path);
    if (amount < low || amount > high) return 0n;
  }
  let loss = at(pair.from.paid) - at(pair.to.paid);
  for (const [pot, place] of pair.to.left) {
    const before = pair.from.left.get(pot);
    const more = at(place) - (before === undefined ? 0n : at(before));
    if (more > loss) loss = more;
  }
  return loss > 0n ? loss : 0n;
}

const MOST_TRIED = 1500;

/**
 * A plainer claim of which the same still holds: no history, nothing from elsewhere, round and small amounts, as far as
 * it does.
 */
export function plainer(
  pair: Pick<ClaimPair, 'boundsOf'>,
  found: Amounts,
  stays: (amounts: Amounts) => boolean,
): Amounts {
  let best = new Map(found);
  let tried = 0;
  const takes = (path: string, amount: bigint): boolean => {
    tried += 1;
    if (tried > MOST_TRIED || amount === best.get(path)) return false;
    const other = new Map(best).set(path, amount);
    if (!stays(other)) return false;
    best = other;
    return true;
  };
  const plainestLast = [...found.keys()].sort((a, b) => weight(b) - weight(a));
  for (const path of plainestLast) takes(path, pair.boundsOf(path).low > 0n ? pair.boundsOf(path).low : 0n);
  for (const path of plainestLast)
    makeRound(
      (amount) => takes(path, amount),
      () => best.get(path) ?? 0n,
    );
  return best;
}

/** History first, then what others gave, then parts of the bill. */
function weight(path: string): number {
  const brought = broughtAt(path);
  if (brought === null) return 1;
  return brought.kind === 'counter' ? 3 : 2;
}

/** Smaller by halves while it can be, then as many trailing zeros as it can have. */
function makeRound(takes: (amount: bigint) => boolean, now: () => bigint): void {
  for (let halves = 0; halves < 30 && now() > 1n; halves += 1) if (!takes(now() / 2n)) break;
  for (let unit = 10n ** 9n; unit >= 10n; unit /= 10n) {
    const amount = now();
    if (amount < unit || amount % unit === 0n) continue;
    const lower = amount - (amount % unit);
    if (takes(lower) || takes(lower + unit)) return;
  }
}
