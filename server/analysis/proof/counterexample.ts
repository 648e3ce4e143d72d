import { Refusal } from '../../domain/refusal.ts';
import { compile } from '../../engine/compile.ts';
import type { Claim, CompiledRuleSet, Settlement } from '../../engine/settlement.ts';
import { broughtAt } from '../../rulesets/claim-paths.ts';
import { leastAmounts } from '../edges/amount-ranges.ts';
import type { Both } from '../edges/both.ts';
import { pairedNames } from '../edges/parting.ts';
import { claimOf } from '../edges/situation.ts';
import type { ClaimPair } from './claim-pair.ts';
import { type Amounts, lossOf, plainer } from './loss.ts';
import type { Borne, Counterexample } from './proof.ts';

/** Both rule sets as they settle claims: what a proof is about. */
export function engines(pair: Pick<ClaimPair, 'shared'>): Both<CompiledRuleSet> {
  const { from, to } = pair.shared.sides;
  return { from: compile(from.ruleSet), to: compile(to.ruleSet) };
}

/** The claim of these amounts. Amounts of 0 are left out where they need not be said. */
export function claimWith({ shared, pair }: ClaimPair, amounts: Amounts): Claim {
  const { situation } = pair;
  const said = new Map([...(leastAmounts(shared, situation) ?? [])].filter(([path]) => !isElsewhere(path)));
  for (const [path, amount] of amounts) {
    const needed = [shared.facts.get(path)?.from, shared.facts.get(path)?.to].some(
      (fact) => fact?.default.kind === 'required',
    );
    // What others settled, and money that the claim could have left out.
    const brought = !isElsewhere(path) && situation.brings.has(path);
    if (amount !== 0n || needed || brought) said.set(path, Number(amount));
    else said.delete(path);
  }
  return claimOf(shared, situation, said);
}

const isElsewhere = (path: string) => broughtAt(path)?.kind === 'elsewhere';

/** The plainest claim like the found one by which the engine confirms that somebody loses; null where it does not. */
export async function confirmed(
  pair: ClaimPair,
  found: Amounts,
  both: Both<CompiledRuleSet>,
): Promise<Counterexample | null> {
  const loses = (amounts: Amounts) => lossOf(pair, amounts) > 0n;
  for (const amounts of [plainer(pair, found, loses), found]) {
    const example = await settledLoss(claimWith(pair, amounts), pair.pair.situation.dates, both);
    if (example !== null) return example;
  }
  return null;
}

/** Settles a claim under both rule sets; null where nobody loses by it, or one of the two refuses it. */
export async function settledLoss(
  claim: Claim,
  dates: Both<string>,
  both: Both<CompiledRuleSet>,
): Promise<Counterexample | null> {
  try {
    const from = await both.from.settle(claim, dates.from);
    const to = await both.to.settle(claim, dates.to);
    const [before, after] = [borne(from), borne(to)];
    const loss = Math.max(before.paid - after.paid, totalOf(after) - totalOf(before), 0);
    const more = Object.entries(after.selfPay).some(([pot, left]) => left > (before.selfPay[pot] ?? 0));
    if (!more && after.paid >= before.paid) return null;
    return { claim, dates, before, after, firstLayer: firstLess(before, after), loss };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function borne({ paid, selfPay, layers }: Settlement): Borne {
  return { paid, selfPay, layers: layers.map(({ layer, paid: given }) => ({ layer, paid: given })) };
}

function totalOf({ selfPay }: Borne): number {
  return selfPay.total ?? 0;
}

function firstLess(before: Borne, after: Borne): string | null {
  const names = ({ layers }: Borne) => layers.map(({ layer }) => layer);
  const less = pairedNames(names(before), names(after)).find(
    ({ from, to }) => (after.layers[to]?.paid ?? 0) < (before.layers[from]?.paid ?? 0),
  );
  return less?.name ?? null;
}
