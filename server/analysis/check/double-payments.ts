import type { Plan } from '../../engine/plan.ts';
import type { GoOn } from '../edges/go-on.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Undecided } from '../proof/proof.ts';
import type { DoublePayment } from './answer.ts';
import { anyClaimWhere } from './any-claim.ts';
import type { Means, Wanted } from './claim-where.ts';
import { paysItself, type TypeKinds } from './kinds.ts';
import { ownLine, paidBy } from './payable.ts';

/** Pairs of rules of one layer that both pay of one pot, and why it is not known of others; null where it is known of all. */
export interface DoublePayments {
  readonly doubles: readonly DoublePayment[];
  readonly open: Undecided | null;
}

/** Looks for claims that two rules of a layer both pay of the same pot. */
export async function doublePayments(type: TypeKinds, means: Means, goOn: GoOn): Promise<DoublePayments> {
  const doubles = new Map<string, DoublePayment>();
  let open = type.gap;
  for (const { profile, plan } of type.kinds.filter(({ plan }) => hasPairs(plan))) {
    if (!(await goOn())) return { doubles: [...doubles.values()], open: 'stopped' };
    for (const { layer, lines } of plan.layers) {
      for (const [first, second] of pairsOf(lines.filter(paysItself))) {
        const names = [first.rule.name, second.rule.name] as const;
        const pots = first.of.filter((pot) => second.of.includes(pot));
        if (pots.length === 0 || doubles.has(names.join())) continue;
        const found = await anyClaimWhere(type, profile, layer, (pair) => bothPay(pair, names), means);
        if (found.answer === 'unknown') open ??= found.reason;
        if (found.answer !== 'found') continue;
        const { example } = found;
        const { type: claimType } = type.shared;
        doubles.set(names.join(), { question: 'doublePayments', claimType, layer, rules: names, pots, example });
      }
    }
  }
  return { doubles: [...doubles.values()], open };
}

/** That two rules both pay a fen at least. */
function bothPay(pair: ClaimPair, [one, other]: readonly [string, string]): Wanted | null {
  const [first, second] = [ownLine(pair, one), ownLine(pair, other)];
  if (first === null || second === null) return null;
  return {
    facts: [{ left: pair.tree.constant(1n), is: '<=', right: first.paid }],
    goal: { left: second.paid, is: '>', right: pair.tree.constant(0n) },
    confirms: (example) => [one, other].every((name) => paidBy(example, name) > 0),
  };
}

/** Whether some layer has two payments of its rules. */
function hasPairs({ layers }: Plan): boolean {
  return layers.some(({ lines }) => lines.filter(paysItself).length > 1);
}

function* pairsOf<One>(all: readonly One[]): Generator<readonly [One, One]> {
  for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) yield [one, other];
}
