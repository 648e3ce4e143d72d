import type { ClaimPair } from '../proof/claim-pair.ts';
import type { LaidLine } from '../proof/laid-plan.ts';
import type { Profile } from '../proof/profiles.ts';
import type { Example } from './answer.ts';
import { anyClaimWhere } from './any-claim.ts';
import type { Means, Sought } from './claim-where.ts';
import { paysItself, type TypeKinds } from './kinds.ts';

/** Whether some claim of a profile makes a rule of a layer pay at least a fen. */
export function rulePays(
  type: TypeKinds,
  profile: Profile,
  layer: string,
  rule: string,
  means: Means,
): Promise<Sought> {
  const wantedOf = (pair: ClaimPair) => {
    const line = ownLine(pair, rule);
    if (line === null) return null;
    const goal = { left: line.paid, is: '>', right: pair.tree.constant(0n) } as const;
    return { facts: [], goal, confirms: (example: Example) => paidBy(example, rule) > 0 };
  };
  return anyClaimWhere(type, profile, layer, wantedOf, means);
}

/** What a rule paid of a settled claim, in fen. */
export function paidBy({ layers }: Example, rule: string): number {
  return layers.flatMap(({ rules }) => rules).find((one) => one.rule === rule)?.paid ?? 0;
}

/** The payment of a rule that is its own; null where claims of the kind have none. */
export function ownLine(pair: ClaimPair, rule: string): LaidLine | null {
  return ownLines(pair).find(({ line }) => line.rule.name === rule) ?? null;
}

/** The payments of a kind that are rules' own. */
export function ownLines({ from }: ClaimPair): readonly LaidLine[] {
  return from.lines.filter(({ line }) => paysItself(line));
}
