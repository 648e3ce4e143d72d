import { layerPots } from '../../engine/layer-pots.ts';
import type { Place, SharedTree } from '../../engine/tree/shared-tree.ts';
import type { Compared } from '../../engine/tree/solver.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import type { ClaimPair } from './claim-pair.ts';
import type { LaidLine } from './laid-plan.ts';
import type { LinePair } from './line-lemma.ts';

/**
 * Whether all payments drain their pots in one order: of any two that have a pot in common, one draws from the first pots of the
 * other. What the second rule set leaves is then always what the first leaves, drained further in that order, as long as
 * payments leave no more of their pots together: the earlier pots are empty, the later ones are as they were, and one between
 * them has less. So no single pot has more either. Where payments drain pots in several orders that does not follow: who has
 * more of one pot and less of another before a payment can have more of the first after it.
 */
export function drainsInOrder(pair: ClaimPair): boolean {
  return isOneOrder([...pair.from.lines, ...pair.to.lines].map(({ of }) => of)) && opensAlike(pair);
}

/** The same whichever layers other systems have settled: what they paid is drawn from the pots of all rules of a layer. */
export function drainsInOrderSettled({ sides }: SharedClaim, { from, to }: ClaimPair): boolean {
  const settled = [sides.from, sides.to].flatMap(({ claimType }) =>
    claimType.layers.map(({ name }) => layerPots(claimType.rulesOf.get(name) ?? [])),
  );
  return isOneOrder([...settled, ...[...from.lines, ...to.lines].map(({ of }) => of)]);
}

/** Whether a payment is drawn from several pots, under either rule set. */
export function drawsFromSeveral({ older, newer }: LinePair): boolean {
  return [older, newer].some((line) => line !== null && line.of.length > 1);
}

/** Whether a payment from several pots must leave something of one: more is then drawn from a later one, out of the order. */
export function isHeldBack(line: LaidLine | null): boolean {
  return line !== null && line.of.length > 1 && line.bounds.some(({ limit }) => limit?.kind === 'leave');
}

/** That the newer rule set leaves what the older one does, drained further in this order: of any two pots the first is empty or the second as it was. */
export function* drainedFurther(
  tree: SharedTree,
  pots: readonly string[],
  older: ReadonlyMap<string, Place>,
  newer: ReadonlyMap<string, Place>,
): Generator<Compared> {
  for (const [at, first] of pots.entries())
    for (const second of pots.slice(at + 1)) {
      const [left, before, after] = [newer.get(first), older.get(second), newer.get(second)];
      if (left === undefined || before === undefined || after === undefined || before === after) continue;
      yield { left: tree.min(left, tree.subtract(before, after)), is: '<=', right: tree.constant(0n) };
    }
}

function isOneOrder(drawn: readonly (readonly string[])[]): boolean {
  const different = new Map(drawn.map((pots) => [pots.join(), pots]));
  return [...different.values()].every((one) => [...different.values()].every((other) => areNested(one, other)));
}

function areNested(one: readonly string[], other: readonly string[]): boolean {
  if (!one.some((pot) => other.includes(pot))) return true;
  return one.slice(0, other.length).join() === other.slice(0, one.length).join();
}

/** Whether both bills fill the same pots with the same amounts: in a pot that only one of them has there is then nothing. */
export function opensAlike({ from, to, tree }: Pick<ClaimPair, 'from' | 'to' | 'tree'>): boolean {
  const nothing = tree.constant(0n);
  const pots = new Set([...from.opened.keys(), ...to.opened.keys()]);
  return [...pots].every((pot) => (from.opened.get(pot) ?? nothing) === (to.opened.get(pot) ?? nothing));
}
