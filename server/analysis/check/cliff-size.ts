import type { Compared } from '../../engine/tree/solver.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';
import type { Cliff, Example } from './answer.ts';

/** What a cliff is, read from a claim and the same with a fen more. */
export type CliffSeen = Pick<Cliff, 'kind' | 'layer' | 'rules' | 'size'>;

/** What a fen more of the bill does to a person that it should not; null where it does nothing of the kind. */
export function cliffBetween(example: Example, next: Example): CliffSeen | null {
  const [before, after] = [example.selfPay.total ?? 0, next.selfPay.total ?? 0];
  if (after < before) return { kind: 'fall', size: before - after, ...whose(example, next, (more) => more > 1) };
  const size = Math.max(after - before - 1, example.paid - next.paid);
  return size > 0 ? { kind: 'jump', size, ...whose(example, next, (more) => more < 0) } : null;
}

/** The first layer that moves so, and its rules that pay differently. */
function whose(example: Example, next: Example, moves: (more: number) => boolean): Pick<Cliff, 'layer' | 'rules'> {
  const at = example.layers.findIndex(({ paid }, place) => moves((next.layers[place]?.paid ?? 0) - paid));
  const [before, after] = [example.layers[at], next.layers[at]];
  if (before === undefined || after === undefined) return { layer: null, rules: [] };
  const given = (rules: Example['layers'][number]['rules']) => new Map(rules.map(({ rule, paid }) => [rule, paid]));
  const [one, other] = [given(before.rules), given(after.rules)];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return { layer: before.layer, rules: names.filter((name) => (one.get(name) ?? 0) !== (other.get(name) ?? 0)) };
}

/** The ways in which a larger bill can be a cliff, as statements of which none must hold. */
export function cliffGoals({ tree, from, to }: ClaimPair): readonly Compared[] {
  const sum = (places: Iterable<number>) => [...places].reduce((all, one) => tree.add(all, one), tree.constant(0n));
  const [before, after] = [sum(from.left.values()), sum(to.left.values())];
  return [
    { left: before, is: '>', right: after },
    { left: after, is: '>', right: tree.add(before, tree.constant(1n)) },
    { left: from.paid, is: '>', right: to.paid },
  ];
}
