import type { Place } from '../../engine/tree/shared-tree.ts';
import { valuesOf } from '../../engine/tree/shared-tree.ts';
import type { Compared } from '../../engine/tree/solver.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import { claimWith } from '../proof/counterexample.ts';
import { type Amounts, plainer } from '../proof/loss.ts';
import type { Undecided } from '../proof/proof.ts';
import type { Prover } from '../proof/prover.ts';
import type { Example } from './answer.ts';
import type { Settling } from './settling.ts';
import { trialAmounts } from './trial-amounts.ts';

/** What is asked of the claims of a kind: whether all of this can hold of one. */
export interface Wanted {
  readonly facts: readonly Compared[];
  readonly goal: Compared;
  /** Whether a settled claim is what was looked for. */
  readonly confirms: (example: Example) => boolean;
}

/** A claim that is what was looked for; that there is none, proved; or that it could not be told. */
export type Sought =
  | { readonly answer: 'found'; readonly example: Example; readonly amounts: Amounts }
  | { readonly answer: 'none' }
  | { readonly answer: 'unknown'; readonly reason: Undecided };

/** Who answers: the engine, and a solver where there is one. */
export interface Means {
  readonly settling: Settling;
  readonly prover: Prover;
}

/** Looks for a claim of a kind of which something holds: round amounts first, then the solver. */
export async function claimWhere(pair: ClaimPair, wanted: Wanted, { settling, prover }: Means): Promise<Sought> {
  const parts = [...wanted.facts, wanted.goal];
  if (parts.some((part) => isNever(pair, part))) return { answer: 'none' };
  const holds = holding(pair, parts);
  const shown = async (amounts: Amounts): Promise<Sought | null> => {
    const example = await settling.example(pair.shared, claimWith(pair, amounts), pair.pair.situation.dates.from);
    return example !== null && wanted.confirms(example) ? { answer: 'found', example, amounts } : null;
  };
  for (const amounts of trialAmounts(pair)) {
    const found = holds(amounts) ? await shown(amounts) : null;
    if (found !== null) return found;
  }
  const query = pair.query({ facts: [...pair.facts, ...wanted.facts], goals: [wanted.goal] });
  const answer = await prover.ask(query, 'chain');
  if (answer.answer === 'unsat') return { answer: 'none' };
  if (answer.answer === 'unknown') return { answer: 'unknown', reason: prover.hasSolver ? 'solverUnsure' : 'noSolver' };
  const found = (await shown(plainer(pair, answer.model, holds))) ?? (await shown(answer.model));
  return found ?? { answer: 'unknown', reason: 'notConfirmed' };
}

/** Whether amounts can be a claim's and meet all comparisons, by the tree's own arithmetic. */
export function holding(pair: ClaimPair, parts: readonly Compared[]): (amounts: Amounts) => boolean {
  const all = [...pair.facts, ...parts];
  return (amounts) => {
    for (const [path, amount] of amounts) {
      const { low, high } = pair.boundsOf(path);
      if (amount < low || amount > high) return false;
    }
    const values = valuesOf(pair.tree, amounts);
    const at = (place: Place) => values[place] ?? 0n;
    return all.every(({ left, is, right }) => compares(at(left), is, at(right)));
  };
}

function compares(left: bigint, is: Compared['is'], right: bigint): boolean {
  switch (is) {
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    default:
      return left === right;
  }
}

/** Whether a comparison fails for every claim, by what it compares alone. */
function isNever({ tree, order }: ClaimPair, { left, is, right }: Compared): boolean {
  const [one, other] = [tree.constantAt(left), tree.constantAt(right)];
  if (one !== null && other !== null) return !compares(one, is, other);
  return is === '>' && order.atMost(left, right);
}
