import { fenOf } from '../../domain/money.ts';
import { isBillItem } from '../../rulesets/pots.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { Situation } from './situation.ts';

/** The total of the bill, as conditions and keys name it. */
export const TOTAL = 'cost.total';

/** The items of the bill that both rule sets know, in the order of the document. */
export function billItems({ facts }: SharedClaim): readonly string[] {
  return [...facts.values()].filter(({ from }) => isBillItem(from)).map(({ from }) => from.id);
}

/**
 * The smallest amounts of money that a situation's ranges allow, by fact, in fen; what is missing to the total stands on the
 * first item that may be so much.
 * @returns null where no bill is in all ranges
 */
export function leastAmounts(shared: SharedClaim, { ranges, brings }: Situation): ReadonlyMap<string, number> | null {
  const least = new Map<string, number>();
  for (const [id, { low }] of ranges) if (id !== TOTAL && (low > 0 || brings.has(id))) least.set(id, low);
  for (const path of brings) if (!least.has(path)) least.set(path, 0);
  const total = ranges.get(TOTAL);
  if (total === undefined) return least;
  const items = billItems(shared);
  const sum = items.reduce((all, id) => all + (least.get(id) ?? 0), 0);
  if (sum > total.high) return null;
  let missing = total.low - sum;
  for (const id of items) {
    if (missing <= 0) break;
    const own = least.get(id) ?? 0;
    const more = Math.min(missing, (ranges.get(id)?.high ?? Number.MAX_SAFE_INTEGER) - own);
    if (more <= 0) continue;
    least.set(id, own + more);
    missing -= more;
  }
  return missing > 0 ? null : least;
}

/** Whether amounts lie in all ranges of a situation: only then its plans are those of the claim. */
export function inRanges(
  shared: SharedClaim,
  { ranges }: Situation,
  amountOf: (fact: string) => number | undefined,
): boolean {
  if (ranges.size === 0) return true;
  const known = (id: string): number => {
    const given = shared.facts.get(id)?.from.default;
    return amountOf(id) ?? (given?.kind === 'value' ? fenOf(Number(given.value)) : 0);
  };
  for (const [id, { low, high }] of ranges) {
    const amount = id === TOTAL ? billItems(shared).reduce((sum, item) => sum + known(item), 0) : known(id);
    if (amount < low || amount > high) return false;
  }
  return true;
}
