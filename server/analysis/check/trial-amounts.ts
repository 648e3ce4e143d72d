import { billItems, TOTAL } from '../edges/amount-ranges.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Amounts } from '../proof/loss.ts';

/** Amounts that bills are tried with, in fen, those first that are good to read. */
const TRIED = [2_000_000n, 200_000n, 20_000_000n, 10_000n, 500_000_000n, 1n, 11n, 50_000_000_000n];

/** Days and other units that are tried. */
const UNITS = [1n, 5n, 100n];

/**
 * Claims of a kind with round amounts and no history, the plainest first; whether they are valid is to be asked.
 * @param tried amounts of the bill, in fen
 */
export function* trialAmounts(pair: ClaimPair, tried: readonly bigint[] = TRIED): Generator<Amounts> {
  const inputs = [...pair.inputsOf(placesOf(pair))];
  const items = billItems(pair.shared);
  const others = inputs.filter((path) => !items.includes(path) && pair.shared.facts.has(path));
  for (const amount of tried) {
    for (const which of [items, ...items.map((item) => [item])]) {
      for (const [at, further] of [0n, amount, ...UNITS].entries()) {
        if (others.length === 0 && at > 0) break;
        const claim = new Map<string, bigint>(inputs.map((path) => [path, 0n]));
        for (const item of which) claim.set(item, amount);
        for (const path of others) claim.set(path, further);
        yield within(pair, claim);
      }
      if (items.length === 1) break;
    }
  }
}

/** All amounts that payments, and what is left, are computed from. */
function placesOf({ from }: ClaimPair) {
  const paid = from.lines.flatMap(({ owed, bounds }) => [owed, ...bounds.map(({ room }) => room)]);
  return [...from.left.values(), ...paid, ...from.required.flatMap(({ smaller, larger }) => [smaller, larger])];
}

/** Moved into the ranges of the kind, where an amount is outside; what the whole bill lacks or exceeds is the first item's. */
function within({ pair: { situation }, shared }: ClaimPair, claim: Map<string, bigint>): Amounts {
  const items = billItems(shared);
  for (const [id, { low, high }] of situation.ranges) {
    if (id !== TOTAL) claim.set(id, clamped(claim.get(id) ?? 0n, low, high));
  }
  const total = situation.ranges.get(TOTAL);
  const [first] = items;
  if (total === undefined || first === undefined) return claim;
  const sum = items.reduce((all, item) => all + (claim.get(item) ?? 0n), 0n);
  const own = (claim.get(first) ?? 0n) + clamped(sum, total.low, total.high) - sum;
  return claim.set(first, own < 0n ? 0n : own);
}

function clamped(amount: bigint, low: number, high: number): bigint {
  if (amount < BigInt(low)) return BigInt(low);
  return amount > BigInt(high) ? BigInt(high) : amount;
}
