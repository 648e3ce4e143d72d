import type { PlanLine } from '../../engine/plan.ts';
import { billItems } from '../edges/amount-ranges.ts';
import type { GoOn } from '../edges/go-on.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Undecided } from '../proof/proof.ts';
import type { AboveCost, Example } from './answer.ts';
import { anyClaimWhere } from './any-claim.ts';
import type { Means, Wanted } from './claim-where.ts';
import { type Kind, linesOf, paysItself, type TypeKinds } from './kinds.ts';
import { ownLine, paidBy } from './payable.ts';

/** Rules that take payments above the bill, and why it is not known of others; null where it is known of all. */
export interface PaidAbove {
  readonly above: readonly AboveCost[];
  readonly open: Undecided | null;
}

/**
 * Claims with a bill of which more is paid in all than the bill is. What is drawn from pots is never more: each payment is at
 * most what is left of them. So only rules that pay beside the bill are looked at.
 * @returns null for a claim type without a bill
 */
export async function paidAboveCost(type: TypeKinds, means: Means, goOn: GoOn): Promise<PaidAbove | null> {
  if (billItems(type.shared).length === 0) return null;
  const above = new Map<string, AboveCost>();
  let open = type.gap;
  // Shown by a claim that as few others as possible pay beside the bill.
  const kinds = type.kinds.filter((kind) => besides(kind) > 0).sort((a, b) => besides(a) - besides(b));
  for (const { profile, plan } of kinds) {
    if (!(await goOn())) return { above: [...above.values()], open: 'stopped' };
    for (const { layer, lines } of plan.layers) {
      for (const line of lines.filter(paysBeside)) {
        const { name } = line.rule;
        if (above.has(name)) continue;
        const found = await anyClaimWhere(type, profile, layer, (pair) => paysAbove(pair, name), means);
        if (found.answer === 'unknown') open ??= found.reason;
        if (found.answer !== 'found') continue;
        const { example } = found;
        const { type: claimType } = type.shared;
        above.set(name, { question: 'aboveCost', claimType, layer, rules: [name], over: overOf(example), example });
      }
    }
  }
  return { above: [...above.values()], open };
}

/** That a rule pays, and all together more than the bill, which is a fen at least. */
function paysAbove(pair: ClaimPair, rule: string): Wanted | null {
  const line = ownLine(pair, rule);
  if (line === null) return null;
  const { tree, from } = pair;
  const items = billItems(pair.shared).map((item) => tree.input(item));
  const bill = items.reduce((all, one) => tree.add(all, one), tree.constant(0n));
  const fen = tree.constant(1n);
  return {
    facts: [
      { left: fen, is: '<=', right: bill },
      { left: fen, is: '<=', right: line.paid },
    ],
    goal: { left: from.paid, is: '>', right: bill },
    confirms: (example) => paidBy(example, rule) > 0 && overOf(example) > 0,
  };
}

/** How many rules may pay beside the bill. */
function besides({ plan }: Kind): number {
  return linesOf(plan).filter(paysBeside).length;
}

/** Whether a payment is drawn from no pot, and is not nothing for every claim of its kind. */
function paysBeside(line: PlanLine): boolean {
  const { owed } = line;
  return paysItself(line) && line.of.length === 0 && !(owed.op === 'constant' && owed.value === 0n);
}

/** By how much payments are above the bill, in fen. */
function overOf({ bill, paid }: Example): number {
  return paid - bill;
}
