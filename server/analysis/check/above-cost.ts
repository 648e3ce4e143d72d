import type { PlanLine } from '../../engine/plan.ts';
import { billItems } from '../edges/amount-ranges.ts';
import type { GoOn } from '../edges/go-on.ts';
import type { Undecided } from '../proof/proof.ts';
import type { AboveCost, Example } from './answer.ts';
import { claimWhere, type Means } from './claim-where.ts';
import { type Kind, linesOf, paysItself, type TypeKinds } from './kinds.ts';
import { ownLines, paidBy } from './payable.ts';

/** Rules that take payments above the bill, and why it is not known of others; null where it is known of all. */
export interface PaidAbove {
  readonly above: readonly AboveCost[];
  readonly open: Undecided | null;
}

/**
 * Claims with a bill of which more is paid in all than the bill leaves. What is drawn from pots never is: each payment is at
 * most what is left of them. So only rules that pay beside the bill are looked at.
 * @returns null for a claim type without a bill
 */
export async function paidAboveCost(type: TypeKinds, means: Means, goOn: GoOn): Promise<PaidAbove | null> {
  const items = billItems(type.shared);
  if (items.length === 0) return null;
  const above = new Map<string, AboveCost>();
  let open = type.gap;
  // Shown by a claim that as few others as possible pay beside the bill.
  const kinds = type.kinds.filter((kind) => besides(kind) > 0).sort((a, b) => besides(a) - besides(b));
  for (const { profile } of kinds) {
    if (!(await goOn())) return { above: [...above.values()], open: 'stopped' };
    const pair = await type.pair(profile);
    if (pair === null) {
      open ??= 'otherPlan';
      continue;
    }
    const { tree, from } = pair;
    const sum = (paths: readonly string[]) =>
      paths.map((path) => tree.input(path)).reduce((all, one) => tree.add(all, one), tree.constant(0n));
    const bill = sum(items);
    const given = tree.add(from.paid, sum(type.shared.pots.map((pot) => `paidElsewhere.${pot}`)));
    for (const { line, layer, of, paid } of ownLines(pair)) {
      const { name } = line.rule;
      if (of.length > 0 || above.has(name)) continue;
      const found = await claimWhere(
        pair,
        {
          facts: [
            { left: tree.constant(1n), is: '<=', right: bill },
            { left: tree.constant(1n), is: '<=', right: paid },
          ],
          goal: { left: given, is: '>', right: bill },
          confirms: (example) => paidBy(example, name) > 0 && overOf(example) > 0,
        },
        means,
      );
      if (found.answer === 'unknown') open ??= found.reason;
      if (found.answer !== 'found') continue;
      const { example } = found;
      const { type: claimType } = type.shared;
      above.set(name, { question: 'aboveCost', claimType, layer, rules: [name], over: overOf(example), example });
    }
  }
  return { above: [...above.values()], open };
}

/** How many rules may pay beside the bill. */
function besides({ plan }: Kind): number {
  const nothing = ({ owed }: PlanLine) => owed.op === 'constant' && owed.value === 0n;
  return linesOf(plan).filter((line) => paysItself(line) && line.of.length === 0 && !nothing(line)).length;
}

/** By how much payments are above the bill, in fen; what others paid of it does not count. */
function overOf({ bill, paid }: Example): number {
  return paid - bill;
}
