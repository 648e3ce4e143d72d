import type { ClaimPair } from '../proof/claim-pair.ts';
import type { LaidLine } from '../proof/laid-plan.ts';
import type { Example } from './answer.ts';
import { claimWhere, type Means, type Sought } from './claim-where.ts';
import { paysItself } from './kinds.ts';

/** Whether some claim of a kind makes a rule pay at least a fen. */
export function rulePays(pair: ClaimPair, line: LaidLine, means: Means): Promise<Sought> {
  const { rule } = line.line;
  const goal = { left: line.paid, is: '>', right: pair.tree.constant(0n) } as const;
  return claimWhere(pair, { facts: [], goal, confirms: (example) => paidBy(example, rule.name) > 0 }, means);
}

/** What a rule paid of a settled claim, in fen. */
export function paidBy({ layers }: Example, rule: string): number {
  return layers.flatMap(({ rules }) => rules).find((one) => one.rule === rule)?.paid ?? 0;
}

/** The payments of a kind that are rules' own. */
export function ownLines({ from }: ClaimPair): readonly LaidLine[] {
  return from.lines.filter(({ line }) => paysItself(line));
}
